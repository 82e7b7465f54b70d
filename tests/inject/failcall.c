/*
 * failcall.c -- LD_PRELOAD: the FAIL_AT-th call of the function FAIL_CALL fails
 * with the error number FAIL_ERRNO; a read or write that is to fail with 0 does
 * half of what it is asked for
 */
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Is it this call's turn?  error: with what. */
static int
fails(const char *call, int *error)
{
	static const char *what;
	static long at, count;
	static int number;

	if (what == NULL) {
		if ((what = getenv("FAIL_CALL")) == NULL)
			what = "";
		if (*what != '\0') {
			at = atol(getenv("FAIL_AT"));
			number = atoi(getenv("FAIL_ERRNO"));
		}
	}
	if (strcmp(what, call) != 0 || ++count != at)
		return 0;
	*error = number;
	return 1;
}

#define FAIL(call) do {							\
	int error;							\
									\
	if (fails(call, &error)) {					\
		errno = error;						\
		return -1;						\
	}								\
} while (0)

/* The same, but that part of it may be done. */
static int
fails_or_halves(const char *call, size_t *n)
{
	int error;

	if (!fails(call, &error))
		return 0;
	if (error != 0) {
		errno = error;
		return 1;
	}
	*n = (*n + 1) / 2;
	return 0;
}

ssize_t
read(int fd, void *p, size_t n)
{
	if (fails_or_halves("read", &n))
		return -1;
	return syscall(SYS_read, fd, p, n);
}

ssize_t
pread(int fd, void *p, size_t n, off_t at)
{
	if (fails_or_halves("pread", &n))
		return -1;
	return syscall(SYS_pread64, fd, p, n, at);
}

ssize_t
pwrite(int fd, const void *p, size_t n, off_t at)
{
	if (fails_or_halves("pwrite", &n))
		return -1;
	return syscall(SYS_pwrite64, fd, p, n, at);
}

ssize_t
writev(int fd, const struct iovec *iov, int n)
{
	size_t first = iov[0].iov_len;

	if (fails_or_halves("writev", &first))
		return -1;
	if (first < iov[0].iov_len)
		return syscall(SYS_write, fd, iov[0].iov_base, first);
	return syscall(SYS_writev, fd, iov, n);
}

int
open(const char *path, int flags, ...)
{
	va_list ap;
	mode_t mode;

	va_start(ap, flags);
	mode = va_arg(ap, mode_t);
	va_end(ap);
	FAIL("open");
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int
close(int fd)
{
	int error;

	/* The descriptor is closed all the same. */
	if (fails("close", &error)) {
		syscall(SYS_close, fd);
		errno = error;
		return -1;
	}
	return (int)syscall(SYS_close, fd);
}

int
fdatasync(int fd)
{
	FAIL("fdatasync");
	return (int)syscall(SYS_fdatasync, fd);
}

int
ftruncate(int fd, off_t n)
{
	FAIL("ftruncate");
	return (int)syscall(SYS_ftruncate, fd, n);
}
