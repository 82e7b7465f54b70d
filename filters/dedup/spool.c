#include "filters/dedup/spool.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"

/* Bytes moved at a time, once there is a file. */
#define BLOCK	(64 * 1024)

/* Writing, buf holds what is not in the file yet; reading, what was read. */
struct spool {
	int		 fd;		/* -1: none */
	size_t		 in_memory;
	struct buffer	 buf;
	size_t		 used;		/* reading: bytes of buf given out */
	uint64_t	 stored;	/* bytes in the file */
	uint64_t	 read;		/* of those, already read back */
	bool		 reading;
};

static int
unnamed_file(void)
{
	const char *dir = getenv("TMPDIR");
	char path[PATH_MAX];
	int fd;

	if (dir == NULL || *dir == '\0')
		dir = "/tmp";
#ifdef O_TMPFILE
	if ((fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)) != -1)
		return fd;
#endif
	if (snprintf(path, sizeof(path), "%s/dedup.XXXXXXXX", dir) >=
	    (int)sizeof(path) || (fd = mkstemp(path)) == -1)
		return -1;
	unlink(path);
	return fd;
}

struct spool *
spool_new(size_t in_memory)
{
	struct spool *s = xcalloc(1, sizeof(*s));

	s->fd = unnamed_file();
	s->in_memory = in_memory;
	return s;
}

void
spool_free(struct spool *s)
{
	if (s->fd != -1)
		close(s->fd);
	buffer_free(&s->buf);
	free(s);
}

bool
spool_has_file(const struct spool *s)
{
	return s->fd != -1;
}

uint64_t
spool_size(const struct spool *s)
{
	return s->stored + (s->reading ? 0 : s->buf.len);
}

static void
store(struct spool *s)
{
	size_t done;
	ssize_t n;

	for (done = 0; done < s->buf.len; done += (size_t)n) {
		n = pwrite(s->fd, s->buf.data + done, s->buf.len - done,
		    (off_t)(s->stored + done));
		if (n == -1 && errno == EINTR)
			n = 0;
		else if (n <= 0)
			err(EXIT_TROUBLE, "temporary file");
	}
	s->stored += s->buf.len;
	s->buf.len = 0;
	if (s->in_memory > BLOCK)
		s->in_memory = BLOCK;
}

void
spool_add(struct spool *s, const void *p, size_t n)
{
	buffer_add(&s->buf, p, n);
	if (s->fd != -1 && s->buf.len > s->in_memory)
		store(s);
}

/* At least n bytes in buf from used on, if there are as many. */
static void
load(struct spool *s, size_t n)
{
	size_t want;
	ssize_t k;

	memmove(s->buf.data, s->buf.data + s->used, s->buf.len - s->used);
	s->buf.len -= s->used;
	s->used = 0;
	want = n > BLOCK ? n : BLOCK;
	while (s->buf.len < n && s->read < s->stored) {
		buffer_reserve(&s->buf, want);
		k = pread(s->fd, s->buf.data + s->buf.len, want,
		    (off_t)s->read);
		if (k == -1 && errno == EINTR)
			continue;
		if (k <= 0)
			err(EXIT_TROUBLE, "temporary file");
		s->buf.len += (size_t)k;
		s->read += (size_t)k;
	}
}

static void
begin_reading(struct spool *s)
{
	if (s->reading)
		return;
	/* What never came to the file is read where it is. */
	if (s->stored > 0)
		store(s);
	s->reading = true;
}

void
spool_seek(struct spool *s, uint64_t at)
{
	begin_reading(s);
	if (s->stored == 0) {
		s->used = (size_t)at;
		return;
	}
	/* What follows is read anew, unless it is there. */
	if (at >= s->read - s->buf.len && at <= s->read)
		s->used = (size_t)(at - (s->read - s->buf.len));
	else {
		s->read = at;
		s->used = s->buf.len = 0;
	}
}

const void *
spool_next(struct spool *s, size_t n)
{
	begin_reading(s);
	if (s->buf.len - s->used < n && s->stored > 0)
		load(s, n);
	if (s->buf.len - s->used < n)
		return NULL;
	s->used += n;
	return s->buf.data + s->used - n;
}

void
spool_reset(struct spool *s)
{
	buffer_free(&s->buf);
	s->used = 0;
	s->read = s->stored = 0;
	s->reading = false;
	if (s->fd != -1 && ftruncate(s->fd, 0) == -1)
		err(EXIT_TROUBLE, "temporary file");
}
