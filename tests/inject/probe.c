/*
 * probe.c -- LD_PRELOAD: when the program first writes its output, try what
 * the sandbox must refuse, and tell on standard error what happened
 *
 * The file to open for writing is in PROBE_FILE.
 */
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void
tell(const char *what, long result)
{
	char line[64];
	int n = snprintf(line, sizeof(line), "probe: %s %s\n", what,
	    result == -1 ? "refused" : "ALLOWED");

	if (syscall(SYS_write, STDERR_FILENO, line, n) == -1)
		_exit(3);
}

static void
probe(void)
{
	static int done;
	static char *argv[] = { "true", NULL };

	if (done++)
		return;
	tell("create", open(getenv("PROBE_FILE"), O_WRONLY | O_CREAT, 0600));
	tell("append", open("/dev/null", O_WRONLY | O_APPEND));
	tell("socket", socket(AF_INET, SOCK_STREAM, 0));
	tell("unlink", unlink(getenv("PROBE_FILE")));
	tell("tiocsti", ioctl(STDERR_FILENO, TIOCSTI, "x"));
	/* Signal 0 only asks whether one may. */
	tell("kill", syscall(SYS_tgkill, getppid(), getppid(), 0));
	tell("owner", fcntl(STDERR_FILENO, F_SETOWN, getppid()));
	if (getenv("PROBE_READ") != NULL)
		tell("read", open("/etc/passwd", O_RDONLY));
	tell("exec", execv("/bin/true", argv));
}

ssize_t
writev(int fd, const struct iovec *iov, int n)
{
	probe();
	return syscall(SYS_writev, fd, iov, n);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	probe();
	return syscall(SYS_write, fd, p, n);
}
