/*
 * progress.h -- how far we are, on standard error
 *
 * With --progress a line that is redrawn a few times a second on a terminal,
 * and printed once at the end elsewhere: bytes read, rate, and where the size
 * is known the share and the time left.  SIGUSR1 prints one such line at any
 * time, as dd(1) does.
 */
#ifndef COMMON_IO_PROGRESS_H
#define COMMON_IO_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* total: bytes to come, or 0 if not known.  Takes SIGUSR1. */
void	progress_start(bool draw, uint64_t total);
/* n more bytes were read (0: a read was interrupted). */
void	progress_add(size_t n);
void	progress_end(void);

#endif
