#include "common/learn/model.h"

#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#define HEADER		24
#define ENTRY		32
#define NAME_SIZE	24
#define CHECKED		24	/* the checksum covers the bytes from here */

static const char magic[8] = "CDMODEL";

static uint64_t
get64(const unsigned char *p)
{
	return model_get32(p) | (uint64_t)model_get32(p + 4) << 32;
}

static bool
open_model(struct model *m, const void *bytes, size_t len, bool check,
    const char **error)
{
	const unsigned char *b = bytes, *e;
	size_t end = HEADER;
	uint32_t i, n;

	*error = "not a model file";
	if (len < HEADER || memcmp(b, magic, sizeof(magic)) != 0)
		return false;
	*error = "model of another version";
	if (model_get32(b + 8) != MODEL_VERSION)
		return false;
	*error = "damaged model";
	n = model_get32(b + 12);
	if (n > (len - HEADER) / ENTRY)
		return false;
	for (i = 0; i < n; i++) {
		e = b + HEADER + i * ENTRY;
		if (e[NAME_SIZE - 1] != '\0' ||
		    model_get32(e + 24) > len ||
		    model_get32(e + 28) > len - model_get32(e + 24))
			return false;
		end = model_get32(e + 24) + (size_t)model_get32(e + 28);
	}
	/* the number of sections is not in the sum: the last ends the file */
	if (end != len)
		return false;
	if (check && get64(b + 16) != XXH64(b + CHECKED, len - CHECKED, 0))
		return false;
	*error = NULL;
	m->bytes = b;
	m->len = len;
	m->sections = n;
	return true;
}

bool
model_open(struct model *m, const void *bytes, size_t len, const char **error)
{
	return open_model(m, bytes, len, true, error);
}

/* It is as good as the code around it: no need to read it all at every start. */
void
model_builtin(struct model *m, const void *begin, const void *end)
{
	const char *error;

	if (!open_model(m, begin,
	    (size_t)((const char *)end - (const char *)begin), false, &error))
		errx(2, "built-in model: %s", error);
}

const void *
model_section(const struct model *m, const char *name, size_t *len)
{
	const unsigned char *e;
	uint32_t i;

	for (i = 0; i < m->sections; i++) {
		e = m->bytes + HEADER + i * ENTRY;
		if (strcmp((const char *)e, name) != 0)
			continue;
		*len = model_get32(e + 28);
		return m->bytes + model_get32(e + 24);
	}
	*len = 0;
	return NULL;
}

void *
model_layout(const struct model_section *s, size_t n, size_t *len)
{
	unsigned char *b, *e;
	uint64_t sum;
	size_t at, i;

	at = HEADER + n * ENTRY;
	for (i = 0; i < n; i++)
		at = (at + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN + s[i].len;
	if ((b = calloc(1, at)) == NULL)
		return NULL;
	*len = at;
	memcpy(b, magic, sizeof(magic));
	model_put32(b + 8, MODEL_VERSION);
	model_put32(b + 12, (uint32_t)n);
	at = HEADER + n * ENTRY;
	for (i = 0; i < n; i++) {
		at = (at + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
		e = b + HEADER + i * ENTRY;
		memcpy(e, s[i].name, strnlen(s[i].name, NAME_SIZE - 1));
		model_put32(e + 24, (uint32_t)at);
		model_put32(e + 28, (uint32_t)s[i].len);
		if (s[i].len > 0)
			memcpy(b + at, s[i].data, s[i].len);
		at += s[i].len;
	}
	sum = XXH64(b + CHECKED, *len - CHECKED, 0);
	model_put32(b + 16, (uint32_t)sum);
	model_put32(b + 20, (uint32_t)(sum >> 32));
	return b;
}

bool
model_write(const char *path, const struct model_section *s, size_t n)
{
	unsigned char *b;
	FILE *fp;
	size_t len;
	bool ok;
	int saved;

	if ((b = model_layout(s, n, &len)) == NULL)
		return false;
	if ((fp = fopen(path, "wb")) == NULL) {
		free(b);
		return false;
	}
	ok = fwrite(b, 1, len, fp) == len;
	if (fclose(fp) != 0)
		ok = false;
	free(b);
	if (!ok) {
		saved = errno;
		unlink(path);
		errno = saved;
	}
	return ok;
}
