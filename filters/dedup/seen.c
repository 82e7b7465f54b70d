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
	bool		 writable, salvages, damaged;
	bool		 unmake;	/* if writing fails: this run made it */
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
			err(EXIT_TROUBLE, "%s", shown(s->path));
		if (k == 0)
			break;
		done += (size_t)k;
	}
	return done;
}

__attribute__((noreturn)) static void
fail_to_write(const struct seen *s)
{
	int e = errno;

	if (s->unmake)
		unlink(s->path);
	errno = e;
	err(EXIT_TROUBLE, "%s", shown(s->path));
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
			fail_to_write(s);
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

__attribute__((noreturn)) static void
not_ours(const struct seen *s)
{
	errx(EXIT_TROUBLE, "%s: no file of --seen, which begins with "
	    "\"copydesk seen\": left alone", shown(s->path));
}

/* What the header must say, or the end. */
static void
check_header(const struct seen *s, const char *rules)
{
	const struct header *h = &s->header;
	struct seen want = { .fd = -1 };

	if (memcmp(h->magic, MAGIC, sizeof(h->magic)) != 0)
		not_ours(s);
	if (le32toh(h->version) != VERSION_NOW ||
	    le32toh(h->hash) != HASH_XXH3_128)
		errx(EXIT_TROUBLE, "%s: of another version of dedup",
		    shown(s->path));
	if (le64toh(h->checksum) != header_checksum(h))
		errx(EXIT_TROUBLE, "%s: its header is damaged: what it "
		    "remembers cannot be used", shown(s->path));
	if (rules == NULL)
		return;
	make_header(&want, rules, (struct seed){ { 0, 0 } });
	if (strcmp(h->rules, want.header.rules) != 0)
		errx(EXIT_TROUBLE, "%s: made with '%s', not with '%s', so what "
		    "is compared is not the same", shown(s->path),
		    shown(h->rules), shown(want.header.rules));
}

/*
 * Read the block at offset: how many fingerprints, put into f, which has room
 * for BLOCK_MAX; 0 if no good block stands there.
 */
static size_t
read_block(const struct seen *s, uint64_t offset, struct fingerprint *f)
{
	struct block b;
	uint64_t count;

	if (read_at(s, &b, sizeof(b), offset) < sizeof(b) ||
	    le64toh(b.magic) != BLOCK_MAGIC ||
	    (count = le64toh(b.count)) == 0 || count > BLOCK_MAX ||
	    read_at(s, f, count * sizeof(*f), offset + sizeof(b)) <
	    count * sizeof(*f) ||
	    block_checksum(offset, f, count) != le64toh(b.checksum))
		return 0;
	return (size_t)count;
}

/* Where the next good block behind offset begins; size if there is none. */
static uint64_t
find_block(const struct seen *s, uint64_t offset, uint64_t size,
    struct fingerprint *f)
{
	static const char magic[8] = "block";
	char buf[64 * 1024], *p;
	size_t n, at;

	for (offset++; (n = read_at(s, buf, sizeof(buf), offset)) >=
	    sizeof(magic); offset += n - sizeof(magic) + 1)
		for (at = 0; (p = memmem(buf + at, n - at, magic,
		    sizeof(magic))) != NULL; at = (size_t)(p - buf) + 1)
			if (read_block(s, offset + (size_t)(p - buf), f) > 0)
				return offset + (size_t)(p - buf);
	return size;
}

/* At most so many fingerprints stood in so many bytes of blocks. */
static unsigned long long
fingerprints_in(uint64_t bytes)
{
	return bytes < sizeof(struct block) ? 0 :
	    (bytes - sizeof(struct block)) / sizeof(struct fingerprint);
}

/* No good block from offset on, to size, where the file ends. */
static void
cut_tail(struct seen *s, uint64_t offset, uint64_t size)
{
	warnx("%s: the last %llu bytes are an unfinished block%s: up to %llu "
	    "records of it are not remembered", shown(s->path),
	    (unsigned long long)(size - offset), s->writable ? ", cut off" : "",
	    fingerprints_in(size - offset));
	if (s->writable && ftruncate(s->fd, (off_t)offset) == -1)
		err(EXIT_TROUBLE, "%s", shown(s->path));
}

/* From offset on there is damage, up to next, where it is whole again. */
static void
tell_damage(struct seen *s, uint64_t offset, uint64_t next)
{
	warnx("%s: damaged from byte %llu to %llu: up to %llu records of it are "
	    "not remembered", shown(s->path), (unsigned long long)offset,
	    (unsigned long long)next, fingerprints_in(next - offset));
	if (!s->salvages)
		errx(EXIT_TROUBLE, "%s: left alone: 'dedup --merge "
		    "--seen=NEW %s' makes a new file of what is whole",
		    shown(s->path), shown(s->path));
	s->damaged = true;
}

static void
read_blocks(struct seen *s, uint64_t size,
    void (*each)(struct fingerprint, void *), void *arg)
{
	struct fingerprint *f;
	uint64_t offset = sizeof(struct header), next;
	size_t n, i;

	f = xreallocarray(NULL, BLOCK_MAX, sizeof(*f));
	while (offset < size) {
		if ((n = read_block(s, offset, f)) == 0) {
			next = find_block(s, offset, size, f);
			if (next == size && size - offset <= sizeof(struct block) +
			    BLOCK_MAX * sizeof(*f)) {
				cut_tail(s, offset, size);
				break;
			}
			tell_damage(s, offset, next);
			offset = next;
			continue;
		}
		for (i = 0; i < n; i++)
			each((struct fingerprint){ le64toh(f[i].hi),
			    le64toh(f[i].lo) }, arg);
		offset += sizeof(struct block) + n * sizeof(*f);
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
				err(EXIT_TROUBLE, "%s", shown(s->path));
	} else if (errno != ENOLCK && errno != EOPNOTSUPP)
		err(EXIT_TROUBLE, "%s", shown(s->path));
}

/* What is read and written otherwise, too, is no place to remember in. */
static void
claim(const struct seen *s)
{
	if (files_is_claimed(s->fd))
		errx(EXIT_TROUBLE, "%s: is written to as well: left alone",
		    shown(s->path));
	files_claim(s->fd);
}

/* The header of a file that has none: that is empty, or was killed at once. */
static void
begin(struct seen *s, const char *rules, struct seed seed, size_t had)
{
	if (had > 0)
		warnx("%s: nothing but a part of its header was there: begun "
		    "anew", shown(s->path));
	make_header(s, rules, seed);
	write_at(s, &s->header, sizeof(s->header), 0);
	s->size = sizeof(s->header);
}

struct seen *
seen_open(const char *path, enum seen_use use, const char *rules,
    struct seed *seed, void (*each)(struct fingerprint, void *), void *arg)
{
	struct seen *s = xcalloc(1, sizeof(*s));
	struct stat st;
	size_t n;

	s->path = path;
	s->writable = use == SEEN_ADD || use == SEEN_MERGE;
	s->salvages = use == SEEN_SALVAGE;
	s->fd = open(path, s->writable ? O_RDWR | O_CREAT | O_CLOEXEC :
	    O_RDONLY | O_CLOEXEC, 0666);
	if (s->fd == -1)
		err(EXIT_TROUBLE, "%s", shown(path));
	if (use != SEEN_SALVAGE)
		claim(s);
	lock(s, s->writable ? LOCK_EX : LOCK_SH);
	if (fstat(s->fd, &st) == -1)
		err(EXIT_TROUBLE, "%s", shown(path));
	n = read_at(s, &s->header, sizeof(s->header), 0);
	if (n > 0 && (n < sizeof(s->header.magic) ||
	    memcmp(s->header.magic, MAGIC, sizeof(s->header.magic)) != 0))
		not_ours(s);
	if (s->writable && n < sizeof(s->header)) {
		s->unmake = use == SEEN_MERGE && n == 0;
		begin(s, rules != NULL ? rules : "", *seed, n);
		return s;
	}
	if (n < sizeof(s->header))
		not_ours(s);
	check_header(s, rules);
	seed->word[0] = le64toh(s->header.seed[0]);
	seed->word[1] = le64toh(s->header.seed[1]);
	read_blocks(s, (uint64_t)st.st_size, each, arg);
	return s;
}

bool
seen_is_damaged(const struct seen *s)
{
	return s->damaged;
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
			err(EXIT_TROUBLE, "%s", shown(s->path));
}

void
seen_close(struct seen *s)
{
	files_release(s->fd);
	if (close(s->fd) == -1)
		err(EXIT_TROUBLE, "%s", shown(s->path));
	free(s->pending);
	free(s);
}
