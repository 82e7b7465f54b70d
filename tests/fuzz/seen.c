/*
 * seen -- fuzz the reading of files of --seen: whatever the bytes, it ends with
 * what is whole or with a message, a file that is refused stays as it was, and
 * one that is taken is whole when it is read again
 */
#include <sys/mman.h>

#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "tests/fuzz/caught.h"
#include "tests/fuzz/check.h"

#include "filters/dedup/seen.c"

#undef free

static int fd = -1;

/* What seen_close() does, but for what caught.h frees. */
static void
close_seen(struct seen *s)
{
	close(s->fd);
	buffer_free(&s->pending);
	buffer_free(&s->block);
}

static char path[64];

static void
count(const struct seen_entry *e, void *arg)
{
	size_t *n = arg;

	(void)e;
	(*n)++;
}

/* How many fingerprints the file gives; SIZE_MAX if it is refused. */
static size_t
read_all(enum seen_use use)
{
	static struct seen *s;
	static size_t n;
	const struct seen_rules rules = { NULL, false, 0, 0 };
	struct seed seed = { { 1, 2 } };

	s = NULL;
	n = 0;
	if (CAUGHT()) {
		/* The first thing it took is what was to be returned. */
		if (caught_memory[0] != NULL)
			close_seen(caught_memory[0]);
		caught_free();
		return SIZE_MAX;
	}
	s = seen_open(path, use, &rules, &seed, count, &n);
	if (use == SEEN_ADD) {
		seen_add(s, &(struct seen_entry){ .f = { 3, 4 } });
		seen_commit(s, 1);
	}
	close_seen(s);
	caught_free();
	return n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char again[1 << 16];
	size_t n, salvaged;

	if (size > sizeof(again))
		return 0;
	if (fd == -1) {
		fd = memfd_create("seen", 0);
		snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	}
	files_release(fd);
	check(ftruncate(fd, 0) == 0 &&
	    pwrite(fd, data, size, 0) == (ssize_t)size);
	salvaged = read_all(SEEN_SALVAGE);
	files_release(fd);
	n = read_all(SEEN_ADD);
	if (n == SIZE_MAX) {
		check(pread(fd, again, sizeof(again), 0) == (ssize_t)size &&
		    memcmp(again, data, size) == 0);
		return 0;
	}
	/* What is read in spite of damage is no less; one was added. */
	check(salvaged == SIZE_MAX || salvaged == n);
	files_release(fd);
	check(read_all(SEEN_READ) == n + 1);
	return 0;
}
