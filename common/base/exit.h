/*
 * exit.h -- how a program ends, beside 0: all was read and written
 */
#ifndef COMMON_BASE_EXIT_H
#define COMMON_BASE_EXIT_H

#define EXIT_INPUT	1	/* some input was unreadable or malformed */
#define EXIT_TROUBLE	2	/* usage, output or memory failure */

#endif
