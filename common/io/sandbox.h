/*
 * sandbox.h -- give up what is not needed
 *
 * Linux: no_new_privs, Landlock and a seccomp filter that answers EPERM;
 * OpenBSD: pledge(2); elsewhere nothing.  After SANDBOX_STRICT no file can be
 * opened at all; after SANDBOX_READ files can be opened for reading only.
 * Neither can make sockets, run programs, type into the terminal or signal
 * other processes.  Files that are open stay usable.  A kernel without these
 * features is no error: the program runs without.  The filter is written for
 * x86-64 and arm64; elsewhere there is Landlock alone, which is about files.
 */
#ifndef COMMON_IO_SANDBOX_H
#define COMMON_IO_SANDBOX_H

enum sandbox_level { SANDBOX_READ, SANDBOX_STRICT };

void	sandbox_enter(enum sandbox_level);

#endif
