#include "common/io/files.h"

#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/shown.h"

#define MAX_CLAIMS	8	/* a program writes a few files at most */

/* The process has these files open: there is one list of them. */
static struct {
	dev_t	dev;
	ino_t	ino;
} claims[MAX_CLAIMS];
static size_t nclaims;

void
files_hold_standard(void)
{
	static const int wrong_way[] = { O_WRONLY, O_RDONLY, O_RDONLY };
	int fd;

	for (fd = 0; fd < 3; fd++)
		if (fcntl(fd, F_GETFD) == -1 &&
		    open("/dev/null", wrong_way[fd]) != fd)
			exit(EXIT_TROUBLE);
	files_claim(STDOUT_FILENO);
}

void
files_claim(int fd)
{
	struct stat st;

	if (fstat(fd, &st) == -1 || !S_ISREG(st.st_mode) ||
	    files_is_claimed(fd))
		return;
	if (nclaims == MAX_CLAIMS)
		errx(EXIT_TROUBLE, "too many files");
	claims[nclaims].dev = st.st_dev;
	claims[nclaims++].ino = st.st_ino;
}

/* Which of the claims it is; nclaims if it is none. */
static size_t
find_claim(int fd)
{
	struct stat st;
	size_t i;

	if (fstat(fd, &st) == -1 || !S_ISREG(st.st_mode))
		return nclaims;
	for (i = 0; i < nclaims; i++)
		if (claims[i].dev == st.st_dev && claims[i].ino == st.st_ino)
			break;
	return i;
}

void
files_release(int fd)
{
	size_t i = find_claim(fd);

	if (i < nclaims)
		claims[i] = claims[--nclaims];
}

bool
files_is_claimed(int fd)
{
	return find_claim(fd) < nclaims;
}

bool
files_is_operand(int fd, int n, char *const operands[])
{
	struct stat a, b;
	int i;

	if (fstat(fd, &a) == -1 || !S_ISREG(a.st_mode))
		return false;
	if (n == 0)
		return fstat(STDIN_FILENO, &b) == 0 && a.st_dev == b.st_dev &&
		    a.st_ino == b.st_ino;
	for (i = 0; i < n; i++)
		if ((strcmp(operands[i], "-") == 0 ? fstat(STDIN_FILENO, &b) :
		    stat(operands[i], &b)) == 0 &&
		    a.st_dev == b.st_dev && a.st_ino == b.st_ino)
			return true;
	return false;
}

void
files_sync(int fd, const char *name)
{
#ifdef __APPLE__		/* has no fdatasync(2) */
	while (fsync(fd) == -1)
#else
	while (fdatasync(fd) == -1)
#endif
		if (errno == EINVAL || errno == EROFS || errno == ENOTSUP)
			return;
		else if (errno != EINTR)
			err(EXIT_TROUBLE, "%s", shown(name));
}
