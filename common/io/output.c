#include "common/io/output.h"

#include <sys/queue.h>
#include <sys/stat.h>
#include <sys/uio.h>

#include <err.h>
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/shown.h"

#define PIPE_LIMIT	4096		/* what a pipe takes whole */
#define FILE_LIMIT	(64 * 1024)
#define RECORD_LIMIT	(1024 * 1024)	/* longer ones go out in pieces */
#define DIRECT_MIN	(16 * 1024)	/* less is cheaper copied */

struct output {
	SLIST_ENTRY(output) entries;
	struct buffer	 buf;
	size_t		 records;	/* bytes of buf: whole records */
	size_t		 limit;		/* bytes in one write */
	const char	*name;
	int		 fd;
};

/* All that are open, so that every way out flushes them. */
static SLIST_HEAD(output_list, output) outputs =
    SLIST_HEAD_INITIALIZER(outputs);

static void
flush_all(void)
{
	struct output *o;

	SLIST_FOREACH(o, &outputs, entries)
		output_flush(o);
}

struct output *
output_new(int fd, const char *name)
{
	struct output *o = xcalloc(1, sizeof(*o));
	struct stat st;

	o->fd = fd;
	o->name = name;
	o->limit = FILE_LIMIT;
	if (fstat(fd, &st) == 0 &&
	    (S_ISFIFO(st.st_mode) || S_ISSOCK(st.st_mode)))
		o->limit = PIPE_LIMIT;
	buffer_reserve(&o->buf, o->limit);
	if (SLIST_EMPTY(&outputs))
		atexit(flush_all);
	SLIST_INSERT_HEAD(&outputs, o, entries);
	return o;
}

/* The write failed: nothing more can be done with this output. */
static void
fail(struct output *o)
{
	int e = errno;

	SLIST_REMOVE(&outputs, o, output, entries);
	errno = e;
	err(EXIT_TROUBLE, "%s", shown(o->name));
}

static size_t
write_some(struct output *o, struct iovec *iov, int n)
{
	struct pollfd p = { .fd = o->fd, .events = POLLOUT };
	ssize_t k;

	for (;;) {
		if ((k = writev(o->fd, iov, n)) > 0)
			return (size_t)k;
		if (k == -1 && errno == EINTR)
			continue;
		if (k == -1 && (errno == EAGAIN || errno == EWOULDBLOCK) &&
		    (poll(&p, 1, -1) != -1 || errno == EINTR))
			continue;
		if (k == 0)
			errno = EIO;
		fail(o);
	}
}

static void
write_all(struct output *o, const char *p, size_t n)
{
	struct iovec iov;
	size_t max = o->limit == PIPE_LIMIT ? PIPE_LIMIT : SSIZE_MAX, k;

	while (n > 0) {
		iov.iov_base = (char *)p;
		iov.iov_len = n < max ? n : max;
		k = write_some(o, &iov, 1);
		p += k;
		n -= k;
	}
}

/* Write the first n bytes of the buffer. */
static void
write_out(struct output *o, size_t n)
{
	if (n == 0)
		return;
	write_all(o, o->buf.data, n);
	memmove(o->buf.data, o->buf.data + n, o->buf.len - n);
	o->buf.len -= n;
	o->records -= n < o->records ? n : o->records;
}

void
output_flush(struct output *o)
{
	write_out(o, o->records);
}

bool
output_pending(const struct output *o)
{
	return o->records > 0;
}

void
output_close(struct output *o)
{
	write_out(o, o->buf.len);
	if (close(o->fd) == -1)
		fail(o);
	SLIST_REMOVE(&outputs, o, output, entries);
	buffer_free(&o->buf);
	free(o);
}

void
output_write(struct output *o, const void *p, size_t n)
{
	buffer_add(&o->buf, p, n);
	if (o->buf.len - o->records > RECORD_LIMIT)
		write_out(o, o->buf.len);
}

void
output_puts(struct output *o, const char *s)
{
	output_write(o, s, strlen(s));
}

void
output_putc(struct output *o, char c)
{
	output_write(o, &c, 1);
}

void
output_number(struct output *o, uint64_t n)
{
	char s[20], *p = s + sizeof(s);

	do
		*--p = (char)('0' + n % 10);
	while ((n /= 10) != 0);
	output_write(o, p, (size_t)(s + sizeof(s) - p));
}

void
output_end_record(struct output *o)
{
	if (o->buf.len > o->limit) {
		write_out(o, o->records);
		if (o->buf.len > o->limit)
			write_out(o, o->buf.len);
	}
	o->records = o->buf.len;
}

/* Straight to a file: what is gathered and the new bytes in one call. */
static void
write_direct(struct output *o, const char *p, size_t n)
{
	struct iovec iov[2] = {
		{ o->buf.data, o->buf.len }, { (char *)p, n }
	};
	size_t k = write_some(o, iov, 2);

	if (k < o->buf.len) {
		write_all(o, o->buf.data + k, o->buf.len - k);
		k = 0;
	} else
		k -= o->buf.len;
	o->buf.len = o->records = 0;
	write_all(o, p + k, n - k);
}

void
output_records(struct output *o, const char *p, size_t len, const size_t *ends,
    size_t n)
{
	size_t i, from = 0, to = 0;

	if (o->limit != PIPE_LIMIT) {
		if (len >= DIRECT_MIN) {
			write_direct(o, p, len);
			return;
		}
		output_write(o, p, len);
		output_end_record(o);
		return;
	}
	/* As many whole records a write as a pipe takes without a cut. */
	for (i = 0; i < n; i++) {
		if (ends[i] - from > PIPE_LIMIT - o->buf.len && to > from) {
			output_write(o, p + from, to - from);
			output_end_record(o);
			output_flush(o);
			from = to;
		} else if (ends[i] - from > PIPE_LIMIT - o->buf.len)
			output_flush(o);
		to = ends[i];
	}
	output_write(o, p + from, to - from);
	output_end_record(o);
}

void
output_tsv(struct output *o, const void *data, size_t n)
{
	/* Of nothing there may be no place. */
	const char *p = n > 0 ? data : "", *end = p + n, *from = p;
	const char *escape;

	for (; p < end; p++) {
		switch (*p) {
		case '\t': escape = "\\t"; break;
		case '\n': escape = "\\n"; break;
		case '\r': escape = "\\r"; break;
		case '\\': escape = "\\\\"; break;
		default: continue;
		}
		output_write(o, from, (size_t)(p - from));
		output_write(o, escape, 2);
		from = p + 1;
	}
	output_write(o, from, (size_t)(end - from));
}

/* The escape for a character that cannot stand in a string as it is. */
static void
put_escape(struct output *o, unsigned c)
{
	static const char hex[] = "0123456789abcdef", names[] = "btn\0fr";
	char escape[6] = { '\\', 'u', hex[c >> 12 & 15], hex[c >> 8 & 15],
	    hex[c >> 4 & 15], hex[c & 15] };

	if (c == '"' || c == '\\')
		escape[1] = (char)c;
	else if (c >= '\b' && c <= '\r' && c != '\v')
		escape[1] = names[c - '\b'];
	output_write(o, escape, escape[1] == 'u' ? 6 : 2);
}

/* The half of a surrogate pair that stands at p as if it were a character. */
static unsigned
lone_surrogate(const char *p, size_t n)
{
	const unsigned char *s = (const unsigned char *)p;

	if (n < 3 || s[0] != 0xED || s[1] < 0xA0 || s[1] > 0xBF ||
	    s[2] < 0x80 || s[2] > 0xBF)
		return 0;
	return 0xD000u | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
}

/* What is no UTF-8 at p; returns how much of it. */
static size_t
put_invalid(struct output *o, const char *p, size_t n, bool as_it_is)
{
	unsigned half;

	if (!as_it_is)
		output_write(o, "\xEF\xBF\xBD", 3);
	else if ((half = lone_surrogate(p, n)) != 0) {
		put_escape(o, half);
		return 3;
	} else
		output_write(o, p, 1);
	return 1;
}

static void
put_json(struct output *o, const char *p, size_t n, bool as_it_is)
{
	const char *end, *from;
	uint32_t cp;
	size_t k;
	unsigned char c;

	if (n == 0)	/* of which there may be no place */
		p = "";
	end = p + n;
	from = p;
	output_putc(o, '"');
	while (p < end) {
		c = (unsigned char)*p;
		if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
			p++;
			continue;
		}
		if (c >= 0x80) {
			k = utf8_decode_wide(p, (size_t)(end - p), &cp);
			if (cp != UTF8_INVALID) {
				p += k;
				continue;
			}
		}
		output_write(o, from, (size_t)(p - from));
		if (c >= 0x80)
			p += put_invalid(o, p, (size_t)(end - p), as_it_is);
		else {
			put_escape(o, c);
			p++;
		}
		from = p;
	}
	output_write(o, from, (size_t)(end - from));
	output_putc(o, '"');
}

void
output_json(struct output *o, const void *data, size_t n)
{
	put_json(o, data, n, false);
}

void
output_json_as_it_is(struct output *o, const void *data, size_t n)
{
	put_json(o, data, n, true);
}
