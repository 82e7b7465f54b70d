/*
 * dedup-floor hash|json -- the least that dedup has to do, to compare with
 *
 * hash: read standard input, split it into lines, hash each with XXH3-128.
 * json: read it, split it, decode each line with jansson.  Prints a number, so
 * that nothing can be left out.
 */
#include <err.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#define BLOCK	(256 * 1024)

static uint64_t
look_at(const char *line, size_t len, int json)
{
	json_t *j;
	XXH128_hash_t x;

	if (!json) {
		x = XXH3_128bits(line, len);
		return x.low64 ^ x.high64;
	}
	j = json_loadb(line, len, JSON_ALLOW_NUL, NULL);
	json_decref(j);
	return j != NULL;
}

int
main(int argc, char *argv[])
{
	size_t cap = BLOCK, start = 0, end = 0, at;
	char *buf = malloc(cap), *p;
	int json = argc > 1 && strcmp(argv[1], "json") == 0;
	uint64_t sum = 0;
	ssize_t n;

	while ((n = read(0, buf + end, cap - end)) > 0) {
		at = end;
		end += (size_t)n;
		while ((p = memchr(buf + at, '\n', end - at)) != NULL) {
			at = (size_t)(p - buf);
			sum += look_at(buf + start, at - start, json);
			start = ++at;
		}
		memmove(buf, buf + start, end - start);
		end -= start;
		start = 0;
		if (end > cap / 2 && (buf = realloc(buf, cap *= 2)) == NULL)
			err(1, NULL);
	}
	printf("%llu\n", (unsigned long long)sum);
	return 0;
}
