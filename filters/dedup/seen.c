#include "filters/dedup/seen.h"

#include <sys/file.h>
#include <sys/stat.h>

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"

#define MAGIC		"copydesk seen\n\0"	/* 16 bytes with its end */
#define VERSION_PLAIN	1
#define VERSION_DATED	2
#define HASH_XXH3_128	1
#define MAX_RULES	183		/* characters; longer ones are hashed */
#define BLOCK_MAGIC	0x6B636F6C62u	/* "block" */
#define PLAIN_MAX	65536		/* fingerprints of a block */
#define DATED_MAX	(1 << 20)	/* bytes of one, but for a long text */
#define LONGEST		((uint64_t)1 << 34)	/* bytes of any */
#define WORTH_IT	(64 * 1024)	/* bytes worth being rid of */

struct header {				/* 256 bytes */
	char		magic[16];
	uint32_t	version, hash;
	uint64_t	seed[2];
	char		rules[MAX_RULES + 1];
	uint64_t	reserved[3];
	uint64_t	checksum;	/* of all before it */
};

/*
 * Of the first version a block's entries are fingerprints.  Of the second each
 * is a fingerprint, the number of words as 32 bits, these words, and zeros up
 * to a multiple of four bytes.
 */
struct block {
	uint64_t	magic, count;	/* of entries */
	uint64_t	checksum;	/* of offset, count and what follows */
};
struct dated {				/* follows in the second version */
	uint64_t	time, size;	/* seconds; bytes of the entries */
};

/* A block that was read. */
struct read_back {
	uint64_t	 count, size;	/* as above, */
	time_t		 time;		/* size 0: there is none */
	const char	*entries;
};

struct seen {
	const char	*path;
	int		 fd;
	bool		 writable, salvages, damaged, dated;
	bool		 unmake;	/* if writing fails: this run made it */
	struct header	 header;
	uint64_t	 size;		/* bytes that are good */
	struct buffer	 block;		/* the one that was read */

	time_t		 since;		/* forget what is older, or 0 */
	uint64_t	 surplus;	/* and so many entries */
	uint64_t	 forgotten;	/* bytes that were, */
	uint64_t	 keep_from;	/* all that begin before that */

	struct buffer	 pending;	/* entries as they are written */
	uint64_t	 n;
};

static uint64_t
block_checksum(uint64_t offset, uint64_t count, const void *p, size_t n)
{
	return XXH3_64bits_withSeed(p, n, offset ^ count << 40);
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
make_header(struct seen *s, const char *rules, bool dated, struct seed seed)
{
	struct header *h = &s->header;
	XXH64_hash_t x;

	memcpy(h->magic, MAGIC, sizeof(h->magic));
	h->version = le32(dated ? VERSION_DATED : VERSION_PLAIN);
	h->hash = le32(HASH_XXH3_128);
	h->seed[0] = le64(seed.word[0]);
	h->seed[1] = le64(seed.word[1]);
	if (strlen(rules) > MAX_RULES) {
		x = XXH3_64bits(rules, strlen(rules));
		snprintf(h->rules, sizeof(h->rules), "%.*s... #%016llx",
		    MAX_RULES - 24, rules, (unsigned long long)x);
	} else
		strlcpy(h->rules, rules, sizeof(h->rules));
	h->checksum = le64(header_checksum(h));
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
	if ((le32(h->version) != VERSION_PLAIN &&
	    le32(h->version) != VERSION_DATED) ||
	    le32(h->hash) != HASH_XXH3_128)
		errx(EXIT_TROUBLE, "%s: of another version of dedup",
		    shown(s->path));
	if (le64(h->checksum) != header_checksum(h))
		errx(EXIT_TROUBLE, "%s: its header is damaged: what it "
		    "remembers cannot be used", shown(s->path));
	if (rules == NULL)
		return;
	make_header(&want, rules, false, (struct seed){ { 0, 0 } });
	if (strcmp(h->rules, want.header.rules) != 0)
		errx(EXIT_TROUBLE, "%s: made with '%s', not with '%s', so what "
		    "is compared is not the same", shown(s->path),
		    shown(h->rules), shown(want.header.rules));
}

static size_t
block_header(const struct seen *s)
{
	return sizeof(struct block) + (s->dated ? sizeof(struct dated) : 0);
}

/* Does the file go on as far as that? */
static bool
is_there(const struct seen *s, uint64_t end)
{
	struct stat st;

	return fstat(s->fd, &st) == 0 && (uint64_t)st.st_size >= end;
}

/* The block at offset; its size is 0 if no good one stands there. */
static struct read_back
read_block(struct seen *s, uint64_t offset)
{
	const struct read_back none = { .size = 0 };
	struct read_back p = none;
	struct block b;
	struct dated d = { 0, 0 };
	uint64_t seed = 0;

	if (read_at(s, &b, sizeof(b), offset) < sizeof(b) ||
	    le64(b.magic) != BLOCK_MAGIC)
		return none;
	p.count = le64(b.count);
	p.size = p.count * sizeof(struct fingerprint);
	if (s->dated) {
		if (read_at(s, &d, sizeof(d), offset + sizeof(b)) < sizeof(d))
			return none;
		p.time = (time_t)le64(d.time);
		p.size = le64(d.size);
		seed = XXH3_64bits(&d, sizeof(d));
	}
	if (p.count == 0 || p.count > PLAIN_MAX || p.size == 0 ||
	    p.size > LONGEST)
		return none;
	s->block.len = 0;
	if (p.size > s->block.cap &&
	    !is_there(s, offset + block_header(s) + p.size))
		return none;		/* before memory is had for it */
	buffer_reserve(&s->block, p.size);
	if (read_at(s, s->block.data, p.size, offset + block_header(s)) <
	    p.size ||
	    block_checksum(offset ^ seed, p.count, s->block.data, p.size) !=
	    le64(b.checksum))
		return none;
	p.entries = s->block.data;
	return p;
}

/* Where the next good block behind offset begins; size if there is none. */
static uint64_t
find_block(struct seen *s, uint64_t offset, uint64_t size)
{
	static const char magic[8] = "block";
	char buf[64 * 1024], *p;
	size_t n, at;

	for (offset++; (n = read_at(s, buf, sizeof(buf), offset)) >=
	    sizeof(magic); offset += n - sizeof(magic) + 1)
		for (at = 0; (p = memmem(buf + at, n - at, magic,
		    sizeof(magic))) != NULL; at = (size_t)(p - buf) + 1)
			if (read_block(s, offset + (size_t)(p - buf)).size > 0)
				return offset + (size_t)(p - buf);
	return size;
}

/* At most so many entries stood in so many bytes of blocks. */
static unsigned long long
entries_in(const struct seen *s, uint64_t bytes)
{
	size_t entry = sizeof(struct fingerprint) +
	    (s->dated ? sizeof(uint32_t) : 0);

	return bytes < block_header(s) ? 0 : (bytes - block_header(s)) / entry;
}

/* No good block from offset on, to size, where the file ends. */
static void
cut_tail(struct seen *s, uint64_t offset, uint64_t size)
{
	warnx("%s: the last %llu bytes are an unfinished block%s: up to %llu "
	    "records of it are not remembered", shown(s->path),
	    (unsigned long long)(size - offset), s->writable ? ", cut off" : "",
	    entries_in(s, size - offset));
	if (s->writable && ftruncate(s->fd, (off_t)offset) == -1)
		err(EXIT_TROUBLE, "%s", shown(s->path));
}

/* From offset on there is damage, up to next, where it is whole again. */
static void
tell_damage(struct seen *s, uint64_t offset, uint64_t next)
{
	warnx("%s: damaged from byte %llu to %llu: up to %llu records of it "
	    "are not remembered", shown(s->path), (unsigned long long)offset,
	    (unsigned long long)next, entries_in(s, next - offset));
	if (!s->salvages)
		errx(EXIT_TROUBLE, "%s: left alone: 'dedup --merge "
		    "--seen=NEW %s' makes a new file of what is whole",
		    shown(s->path), shown(s->path));
	s->damaged = true;
}

/*
 * The entry at *p, which moves behind it; false at the end, or at nonsense.
 * Its words are little-endian.
 */
static bool
next_entry(const struct seen *s, const struct read_back *piece, const char **p,
    struct seen_entry *e)
{
	const char *end = piece->entries + piece->size;
	struct fingerprint f;
	uint32_t n = 0;

	if ((size_t)(end - *p) < sizeof(f))
		return false;
	memcpy(&f, *p, sizeof(f));
	*p += sizeof(f);
	e->f = (struct fingerprint){ le64(f.hi), le64(f.lo) };
	e->time = piece->time;
	e->word = NULL;
	e->n = 0;
	if (!s->dated)
		return true;
	if ((size_t)(end - *p) < sizeof(n))
		return false;
	memcpy(&n, *p, sizeof(n));
	n = le32(n);
	*p += sizeof(n);
	if ((size_t)(end - *p) / sizeof(*e->word) < n)
		return false;
	/* Blocks begin, and entries stand, at multiples of four. */
	e->word = (const uint16_t *)(const void *)*p;
	e->n = n;
	*p += ((size_t)n * sizeof(*e->word) + 3) / 4 * 4;
	return true;
}

/* Words as they are in the file, as they are here; they stay where they are. */
static void
to_host(const struct seen_entry *e)
{
	uint16_t *w = (uint16_t *)(uintptr_t)e->word;
	size_t i;

	if (BIG_ENDIAN_HOST)
		for (i = 0; i < e->n; i++)
			w[i] = le16(w[i]);
}

/* Give out what is not forgotten; false if it is all. */
static bool
give_out(struct seen *s, const struct read_back *piece, uint64_t offset,
    void (*each)(const struct seen_entry *, void *), void *arg)
{
	const char *p = piece->entries;
	struct seen_entry e;

	if (s->since > piece->time && s->dated)
		return false;
	if (s->surplus >= piece->count) {
		s->surplus -= piece->count;
		s->keep_from = offset + 1;
		return false;
	}
	while (p < piece->entries + piece->size &&
	    next_entry(s, piece, &p, &e))
		if (s->surplus > 0)
			s->surplus--;
		else {
			to_host(&e);
			each(&e, arg);
		}
	return true;
}

/* All entries of the file, by the numbers of its blocks. */
static uint64_t
count_entries(struct seen *s, uint64_t size)
{
	uint64_t offset = sizeof(struct header), count = 0;
	struct block b;
	struct dated d;

	while (offset < size &&
	    read_at(s, &b, sizeof(b), offset) == sizeof(b) &&
	    read_at(s, &d, sizeof(d), offset + sizeof(b)) == sizeof(d) &&
	    le64(b.magic) == BLOCK_MAGIC && le64(d.size) < LONGEST) {
		if ((time_t)le64(d.time) >= s->since)
			count += le64(b.count);
		offset += sizeof(b) + sizeof(d) + le64(d.size);
	}
	return count;
}

static void
read_blocks(struct seen *s, uint64_t size,
    void (*each)(const struct seen_entry *, void *), void *arg)
{
	uint64_t offset = sizeof(struct header), next;
	struct read_back piece;

	while (offset < size) {
		piece = read_block(s, offset);
		if (piece.size == 0) {
			next = find_block(s, offset, size);
			if (next == size && (s->dated || size - offset <=
			    sizeof(struct block) + PLAIN_MAX *
			    sizeof(struct fingerprint))) {
				cut_tail(s, offset, size);
				break;
			}
			tell_damage(s, offset, next);
			offset = next;
			continue;
		}
		if (!give_out(s, &piece, offset, each, arg))
			s->forgotten += block_header(s) + piece.size;
		offset += block_header(s) + piece.size;
	}
	s->size = offset;
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
begin(struct seen *s, const struct seen_rules *rules, struct seed seed,
    size_t had)
{
	if (had > 0)
		warnx("%s: nothing but a part of its header was there: begun "
		    "anew", shown(s->path));
	make_header(s, rules->text != NULL ? rules->text : "", rules->dated,
	    seed);
	write_at(s, &s->header, sizeof(s->header), 0);
	s->size = sizeof(s->header);
	s->dated = rules->dated;
}

/* The file by its name is the one that is open: nobody took its place. */
static bool
is_in_place(const struct seen *s)
{
	struct stat st, now;

	return fstat(s->fd, &st) == 0 && stat(s->path, &now) == 0 &&
	    st.st_dev == now.st_dev && st.st_ino == now.st_ino;
}

static void
open_locked(struct seen *s)
{
	for (;;) {
		s->fd = open(s->path, O_CLOEXEC |
		    (s->writable ? O_RDWR | O_CREAT : O_RDONLY), 0666);
		if (s->fd == -1)
			err(EXIT_TROUBLE, "%s", shown(s->path));
		if (!s->salvages)
			claim(s);
		lock(s, s->writable ? LOCK_EX : LOCK_SH);
		if (!s->writable || is_in_place(s))
			return;
		close(s->fd);		/* another made it smaller meanwhile */
	}
}

static void	write_block(struct seen *, uint64_t count, time_t, const void *,
		    size_t);

/* Make a new file of what was not forgotten, in the place of this one. */
static void
shrink(struct seen *s)
{
	struct seen new = *s;
	uint64_t offset = sizeof(struct header);
	struct read_back piece;
	struct stat st;
	char *path;

	if (asprintf(&path, "%s.new", s->path) == -1)
		err(EXIT_TROUBLE, NULL);
	new.fd = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW,
	    0666);
	if (new.fd == -1 || fstat(s->fd, &st) == -1 ||
	    fchmod(new.fd, st.st_mode & 0777) == -1)
		err(EXIT_TROUBLE, "%s", shown(path));
	new.path = path;
	new.size = sizeof(struct header);
	claim(&new);
	lock(&new, LOCK_EX);
	write_at(&new, &s->header, sizeof(s->header), 0);
	for (; offset < s->size; offset += block_header(s) + piece.size) {
		piece = read_block(s, offset);
		if (piece.size == 0)
			errx(EXIT_TROUBLE, "%s: changed", shown(s->path));
		if (piece.time >= s->since && offset >= s->keep_from)
			write_block(&new, piece.count, piece.time,
			    piece.entries, piece.size);
	}
	seen_sync(&new);
	if (rename(path, s->path) == -1)
		err(EXIT_TROUBLE, "%s", shown(path));
	close(s->fd);
	s->fd = new.fd;
	s->size = new.size;
	free(path);
}

static void
forget(struct seen *s, const struct seen_rules *rules, uint64_t size)
{
	uint64_t count;

	if (rules->since == 0 && rules->most == 0)
		return;
	if (!s->dated)
		errx(EXIT_TROUBLE, "%s: was begun without --forget and does "
		    "not know what is old", shown(s->path));
	s->since = rules->since;
	if (rules->most > 0 && (count = count_entries(s, size)) > rules->most)
		s->surplus = count - rules->most;
}

struct seen *
seen_open(const char *path, enum seen_use use, const struct seen_rules *rules,
    struct seed *seed, void (*each)(const struct seen_entry *, void *),
    void *arg)
{
	struct seen *s = xcalloc(1, sizeof(*s));
	struct stat st;
	size_t n;

	s->path = path;
	s->writable = use == SEEN_ADD || use == SEEN_MERGE;
	s->salvages = use == SEEN_SALVAGE;
	open_locked(s);
	if (fstat(s->fd, &st) == -1)
		err(EXIT_TROUBLE, "%s", shown(path));
	n = read_at(s, &s->header, sizeof(s->header), 0);
	if (n > 0 && (n < sizeof(s->header.magic) ||
	    memcmp(s->header.magic, MAGIC, sizeof(s->header.magic)) != 0))
		not_ours(s);
	if (s->writable && n < sizeof(s->header)) {
		s->unmake = use == SEEN_MERGE && n == 0;
		begin(s, rules, *seed, n);
		return s;
	}
	if (n < sizeof(s->header))
		not_ours(s);
	check_header(s, rules->text);
	s->dated = le32(s->header.version) == VERSION_DATED;
	seed->word[0] = le64(s->header.seed[0]);
	seed->word[1] = le64(s->header.seed[1]);
	forget(s, rules, (uint64_t)st.st_size);
	read_blocks(s, (uint64_t)st.st_size, each, arg);
	if (s->writable && s->forgotten > WORTH_IT &&
	    s->forgotten > s->size / 2)
		shrink(s);
	buffer_free(&s->block);
	memset(&s->block, 0, sizeof(s->block));
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

bool
seen_is_dated(const struct seen *s)
{
	return s->dated;
}

static void
write_block(struct seen *s, uint64_t count, time_t time, const void *entries,
    size_t size)
{
	struct {
		struct block	 b;
		struct dated	 d;
	} h;
	uint64_t seed = 0;

	h.d.time = le64((uint64_t)time);
	h.d.size = le64(size);
	if (s->dated)
		seed = XXH3_64bits(&h.d, sizeof(h.d));
	h.b.magic = le64(BLOCK_MAGIC);
	h.b.count = le64(count);
	h.b.checksum = le64(block_checksum(s->size ^ seed, count, entries,
	    size));
	write_at(s, &h, block_header(s), s->size);
	write_at(s, entries, size, s->size + block_header(s));
	s->size += block_header(s) + size;
}

/* How many bytes of what is pending make one block, and how many entries. */
static size_t
next_block(const struct seen *s, size_t from, uint64_t *count)
{
	struct read_back rest = {
		.size = s->pending.len - from,
		.entries = s->pending.data + from
	};
	const char *p = rest.entries, *end = rest.entries + rest.size;
	struct seen_entry e;

	for (*count = 0; *count < PLAIN_MAX && p < end &&
	    p - rest.entries < DATED_MAX && next_entry(s, &rest, &p, &e);
	    ++*count)
		;
	return (size_t)(p - rest.entries);
}

void
seen_add(struct seen *s, const struct seen_entry *e)
{
	struct fingerprint f = { le64(e->f.hi), le64(e->f.lo) };
	uint32_t n = le32((uint32_t)e->n);
	static const char zeros[4];
	uint16_t w;
	size_t i;

	buffer_add(&s->pending, &f, sizeof(f));
	s->n++;
	if (!s->dated)
		return;
	buffer_add(&s->pending, &n, sizeof(n));
	for (i = 0; i < e->n; i++) {
		w = le16(e->word[i]);
		buffer_add(&s->pending, &w, sizeof(w));
	}
	buffer_add(&s->pending, zeros, e->n % 2 * sizeof(w));
}

size_t
seen_pending(const struct seen *s)
{
	return s->n;
}

void
seen_commit(struct seen *s, time_t time)
{
	uint64_t count;
	size_t at, size;

	for (at = 0; at < s->pending.len; at += size) {
		size = next_block(s, at, &count);
		write_block(s, count, time, s->pending.data + at, size);
	}
	s->pending.len = 0;
	s->n = 0;
}

void
seen_sync(struct seen *s)
{
	files_sync(s->fd, s->path);
}

void
seen_close(struct seen *s)
{
	files_release(s->fd);
	if (close(s->fd) == -1)
		err(EXIT_TROUBLE, "%s", shown(s->path));
	buffer_free(&s->pending);
	buffer_free(&s->block);
	free(s);
}
