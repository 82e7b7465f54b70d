#include "common/learn/train_model.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xxhash.h>

#include "common/base/base.h"
#include "common/learn/model.h"
#include "common/learn/model_layout.h"

/* The first place from there on where a section may begin. */
static size_t
aligned(size_t at)
{
	return (at + MODEL_ALIGN - 1) / MODEL_ALIGN * MODEL_ALIGN;
}

void *
model_layout(const struct model_section *s, size_t n, size_t *len)
{
	unsigned char *b, *e;
	uint64_t sum;
	size_t at, i;

	at = MODEL_HEADER + n * MODEL_ENTRY;
	for (i = 0; i < n; i++)
		at = aligned(at) + s[i].len;
	if ((b = calloc(1, at)) == NULL)
		return NULL;
	*len = at;
	memcpy(b, MODEL_MAGIC, sizeof(MODEL_MAGIC));
	model_put32(b + MODEL_AT_VERSION, MODEL_VERSION);
	model_put32(b + MODEL_AT_SECTIONS, (uint32_t)n);
	at = MODEL_HEADER + n * MODEL_ENTRY;
	for (i = 0; i < n; i++) {
		at = aligned(at);
		e = b + MODEL_HEADER + i * MODEL_ENTRY;
		memcpy(e, s[i].name, strnlen(s[i].name, MODEL_NAME - 1));
		model_put32(e + MODEL_AT_OFFSET, (uint32_t)at);
		model_put32(e + MODEL_AT_LENGTH, (uint32_t)s[i].len);
		if (s[i].len > 0)
			memcpy(b + at, s[i].data, s[i].len);
		at += s[i].len;
	}
	sum = XXH64(b + MODEL_CHECKED, *len - MODEL_CHECKED, 0);
	model_put32(b + MODEL_AT_SUM, (uint32_t)sum);
	model_put32(b + MODEL_AT_SUM + 4, (uint32_t)(sum >> 32));
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

bool
model_read(struct model *m, const char *path, const char **error)
{
	FILE *f = fopen(path, "rb");
	struct buffer b = { 0 };
	char block[65536];
	size_t n;
	bool failed;

	*error = strerror(errno);
	if (f == NULL)
		return false;
	while ((n = fread(block, 1, sizeof(block), f)) > 0)
		buffer_add(&b, block, n);
	if ((failed = ferror(f) != 0))
		*error = strerror(errno);
	fclose(f);
	if (!failed && model_open(m, b.data, b.len, error))
		return true;
	buffer_free(&b);
	return false;
}
