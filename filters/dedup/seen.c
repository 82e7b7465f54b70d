#include "filters/dedup/seen.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <endian.h>
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"

#define MAGIC		"copydesk seen\n\0"	/* 16 bytes with its end */
#define VERSION_NOW	1
#define HASH_XXH3_128	1
#define MAX_RULES	183		/* characters; longer ones are hashed */
#define BLOCK_MAGIC	0x6B636F6C62u		/* "block" */
#define BLOCK_MAX	65536			/* fingerprints */

struct header {				/* 256 bytes */
	char		magic[16];
	uint32_t	version, hash;
	uint64_t	seed[2];
	char		rules[MAX_RULES + 1];
	uint64_t	reserved[3];
	uint64_t	checksum;	/* of all before it */
};

struct block {
	uint64_t	magic, count;
	uint64_t	checksum;	/* of offset, count and fingerprints */
};

struct seen {
	const char	*path;
	int		 fd;
	bool		 writable;
	struct header	 header;
	uint64_t	 size;		/* bytes that are good */
	struct fingerprint *pending;	/* little-endian */
	size_t		 n, cap;
};

static uint64_t
block_checksum(uint64_t offset, const struct fingerprint *f, size_t n)
{
	return XXH3_64bits_withSeed(f, n * sizeof(*f), offset ^ (uint64_t)n << 40);
}

static uint64_t
header_checksum(const struct header *h)
{
	return XXH3_64bits(h, offsetof(struct header, checksum));
}

/* Read n bytes at offset; less only at the end of the file. */
static size_t
read_at(const struct seen *s, void *p, size_t n, uint64_t offset)
{
	size_t done = 0;
	ssize_t k;

	while (done < n) {
		k = pread(s->fd, (char *)p + done, n - done,
		    (off_t)(offset + done));
		if (k == -1 && errno == EINTR)
			continue;
		if (k == -1)
			err(EXIT_TROUBLE, "%s", s->path);
		if (k == 0)
			break;
		done += (size_t)k;
	}
	return done;
}

static void
write_at(const struct seen *s, const void *p, size_t n, uint64_t offset)
{
	size_t done = 0;
	ssize_t k;

	while (done < n) {
		k = pwrite(s->fd, (const char *)p + done, n - done,
		    (off_t)(offset + done));
		if (k == -1 && errno == EINTR)
			continue;
		if (k <= 0)
			err(EXIT_TROUBLE, "%s", s->path);
		done += (size_t)k;
	}
}

static void
make_header(struct seen *s, const char *rules, struct seed seed)
{
	struct header *h = &s->header;
	XXH64_hash_t x;

	memcpy(h->magic, MAGIC, sizeof(h->magic));
	h->version = htole32(VERSION_NOW);
	h->hash = htole32(HASH_XXH3_128);
	h->seed[0] = htole64(seed.word[0]);
	h->seed[1] = htole64(seed.word[1]);
	if (strlen(rules) > MAX_RULES) {
		x = XXH3_64bits(rules, strlen(rules));
		snprintf(h->rules, sizeof(h->rules), "%.*s... #%016llx",
		    MAX_RULES - 24, rules, (unsigned long long)x);
	} else
		strlcpy(h->rules, rules, sizeof(h->rules));
	h->checksum = htole64(header_checksum(h));
}

/* What the header must say, or the end. */
static void
check_header(const struct seen *s, const char *rules)
{
	const struct header *h = &s->header;
	struct seen want = { .fd = -1 };

	if (memcmp(h->magic, MAGIC, sizeof(h->magic)) != 0)
		errx(EXIT_TROUBLE, "%s: no file of --seen", s->path);
	if (le32toh(h->version) != VERSION_NOW ||
	    le32toh(h->hash) != HASH_XXH3_128)
		errx(EXIT_TROUBLE, "%s: of another version of dedup", s->path);
	if (le64toh(h->checksum) != header_checksum(h))
		errx(EXIT_TROUBLE, "%s: its header is damaged", s->path);
	if (rules == NULL)
		return;
	make_header(&want, rules, (struct seed){ { 0, 0 } });
	if (strcmp(h->rules, want.header.rules) != 0)
		errx(EXIT_TROUBLE, "%s: made with '%s', not with '%s', so what "
		    "is compared is not the same", s->path, h->rules,
		    want.header.rules);
}

/* What is left from offset on is no good block: cut it off if it is a tail. */
static void
cut_tail(struct seen *s, uint64_t offset, uint64_t size)
{
	if (size - offset > sizeof(struct block) +
	    BLOCK_MAX * sizeof(struct fingerprint))
		errx(EXIT_TROUBLE, "%s: damaged at byte %llu, with more behind "
		    "it than a killed run leaves", s->path,
		    (unsigned long long)offset);
	warnx("%s: the last %llu bytes are an unfinished block%s", s->path,
	    (unsigned long long)(size - offset),
	    s->writable ? ": cut off" : "");
	if (s->writable && ftruncate(s->fd, (off_t)offset) == -1)
		err(EXIT_TROUBLE, "%s", s->path);
}

static void
read_blocks(struct seen *s, uint64_t size,
    void (*each)(struct fingerprint, void *), void *arg)
{
	struct fingerprint *f;
	struct block b;
	uint64_t offset = sizeof(struct header), count;
	size_t i;

	f = xreallocarray(NULL, BLOCK_MAX, sizeof(*f));
	while (offset < size) {
		if (read_at(s, &b, sizeof(b), offset) < sizeof(b) ||
		    le64toh(b.magic) != BLOCK_MAGIC ||
		    (count = le64toh(b.count)) == 0 || count > BLOCK_MAX ||
		    read_at(s, f, count * sizeof(*f), offset + sizeof(b)) <
		    count * sizeof(*f) ||
		    block_checksum(offset, f, count) != le64toh(b.checksum)) {
			cut_tail(s, offset, size);
			break;
		}
		for (i = 0; i < count; i++)
			each((struct fingerprint){ le64toh(f[i].hi),
			    le64toh(f[i].lo) }, arg);
		offset += sizeof(b) + count * sizeof(*f);
	}
	s->size = offset;
	free(f);
}

static void
lock(struct seen *s, int how)
{
	if (flock(s->fd, how | LOCK_NB) == 0)
		return;
	if (errno == EWOULDBLOCK) {
		warnx("%s: in use by another process, waiting", s->path);
		while (flock(s->fd, how) == -1)
			if (errno != EINTR)
				err(EXIT_TROUBLE, "%s", s->path);
	} else if (errno != ENOLCK && errno != EOPNOTSUPP)
		err(EXIT_TROUBLE, "%s", s->path);
}

struct seen *
seen_open(const char *path, enum seen_use use, const char *rules,
    struct seed *seed, void (*each)(struct fingerprint, void *), void *arg)
{
	struct seen *s = xcalloc(1, sizeof(*s));
	struct stat st;
	size_t n;

	s->path = path;
	s->writable = use == SEEN_ADD;
	s->fd = open(path, s->writable ? O_RDWR | O_CREAT | O_CLOEXEC :
	    O_RDONLY | O_CLOEXEC, 0666);
	if (s->fd == -1)
		err(EXIT_TROUBLE, "%s", path);
	lock(s, s->writable ? LOCK_EX : LOCK_SH);
	if (fstat(s->fd, &st) == -1)
		err(EXIT_TROUBLE, "%s", path);
	n = read_at(s, &s->header, sizeof(s->header), 0);
	/* Made and killed before the header was out: as good as new. */
	if (s->writable && n < sizeof(s->header) &&
	    (n == 0 || memcmp(s->header.magic, MAGIC,
	    n < sizeof(s->header.magic) ? n : sizeof(s->header.magic)) == 0)) {
		make_header(s, rules != NULL ? rules : "", *seed);
		write_at(s, &s->header, sizeof(s->header), 0);
		s->size = sizeof(s->header);
		return s;
	}
	if (n < sizeof(s->header))
		errx(EXIT_TROUBLE, "%s: no file of --seen", path);
	check_header(s, rules);
	seed->word[0] = le64toh(s->header.seed[0]);
	seed->word[1] = le64toh(s->header.seed[1]);
	read_blocks(s, (uint64_t)st.st_size, each, arg);
	return s;
}

const char *
seen_rules(const struct seen *s)
{
	return s->header.rules;
}

void
seen_add(struct seen *s, struct fingerprint f)
{
	s->pending = array_grow(s->pending, &s->cap, s->n + 1,
	    sizeof(*s->pending));
	s->pending[s->n++] = (struct fingerprint){ htole64(f.hi), htole64(f.lo) };
}

size_t
seen_pending(const struct seen *s)
{
	return s->n;
}

void
seen_commit(struct seen *s)
{
	struct block b;
	size_t i, n;

	for (i = 0; i < s->n; i += n) {
		n = s->n - i < BLOCK_MAX ? s->n - i : BLOCK_MAX;
		b.magic = htole64(BLOCK_MAGIC);
		b.count = htole64(n);
		b.checksum = htole64(block_checksum(s->size, s->pending + i, n));
		write_at(s, &b, sizeof(b), s->size);
		write_at(s, s->pending + i, n * sizeof(*s->pending),
		    s->size + sizeof(b));
		s->size += sizeof(b) + n * sizeof(*s->pending);
	}
	s->n = 0;
}

void
seen_sync(struct seen *s)
{
	while (fdatasync(s->fd) == -1)
		if (errno == EINVAL || errno == EROFS)
			return;
		else if (errno != EINTR)
			err(EXIT_TROUBLE, "%s", s->path);
}

void
seen_close(struct seen *s)
{
	if (close(s->fd) == -1)
		err(EXIT_TROUBLE, "%s", s->path);
	free(s->pending);
	free(s);
}
