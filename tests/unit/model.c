/* The model file: what was written comes back, what is damaged is refused. */
#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "tests/unit/check.h"

#define PATH		"unit.model"
#define VERSION_AT	8	/* bytes into the file, as model.h says */
#define SECTIONS_AT	12
#define SUM_AT		16
#define FIRST_ENTRY	24

static const char letters[] = "abcdefghijklmnopqrstuvwxyz";

static unsigned char	*bytes;		/* the file as written */
static size_t		 size;

static void
make(void)
{
	const struct model_section sections[] = {
		{ "letters", letters, sizeof(letters) },
		{ "nothing", NULL, 0 },
		{ "a name of 23 characters", "x", 1 },
	};
	FILE *f;

	CHECK(model_write(PATH, sections, 3));
	if ((f = fopen(PATH, "rb")) == NULL)
		exit(EXIT_FAILURE);
	bytes = xmalloc(4096);
	size = fread(bytes, 1, 4096, f);
	fclose(f);
	CHECK(size > FIRST_ENTRY && size < 4096);
}

static const char *
opened(const void *data, size_t len)
{
	struct model m;
	const char *error = "";

	CHECK(model_open(&m, data, len, &error) == (error == NULL));
	return error == NULL ? "" : error;
}

static void
comes_back(void)
{
	struct model m;
	const char *error, *s;
	size_t len;

	if (!CHECK(model_open(&m, bytes, size, &error)))
		return;
	s = model_section(&m, "letters", &len);
	CHECK_TEXT(s, len - 1, letters);
	CHECK_NUMBER((s - (const char *)bytes) % MODEL_ALIGN, 0);
	CHECK(model_section(&m, "nothing", &len) != NULL && len == 0);
	s = model_section(&m, "a name of 23 characters", &len);
	CHECK_TEXT(s, len, "x");
	CHECK(model_section(&m, "letter", &len) == NULL && len == 0);
	CHECK(model_section(&m, "", &len) == NULL);
}

/* Cut anywhere, it is no model; each copy is as short as it says. */
static void
cut(void)
{
	unsigned char *copy;
	size_t n;

	for (n = 0; n < size; n++) {
		copy = xmalloc(n + (n == 0));
		memcpy(copy, bytes, n);
		if (opened(copy, n)[0] == '\0')
			CHECK_NUMBER(n, size);
		free(copy);
	}
}

/* One bit anywhere, but in the checksum of another file, is found. */
static void
flipped(void)
{
	size_t i;
	int bit;

	for (i = 0; i < size; i++)
		for (bit = 0; bit < 8; bit++) {
			bytes[i] ^= 1 << bit;
			if (opened(bytes, size)[0] == '\0')
				CHECK_NUMBER(i, -1);
			bytes[i] ^= 1 << bit;
		}
	CHECK_TEXT(opened(bytes, size), 0, "");
}

static void
messages(void)
{
	const char *s;

	bytes[0] ^= 1;
	s = opened(bytes, size);
	CHECK_TEXT(s, strlen(s), "not a model file");
	bytes[0] ^= 1;
	bytes[VERSION_AT] ^= 2;
	s = opened(bytes, size);
	CHECK_TEXT(s, strlen(s), "model of another version");
	bytes[VERSION_AT] ^= 2;
	bytes[SUM_AT] ^= 1;
	s = opened(bytes, size);
	CHECK_TEXT(s, strlen(s), "damaged model");
	bytes[SUM_AT] ^= 1;
	bytes[SECTIONS_AT + 3] = 0xff;
	s = opened(bytes, size);
	CHECK_TEXT(s, strlen(s), "damaged model");
	bytes[SECTIONS_AT + 3] = 0;
}

static void
not_written(void)
{
	const struct model_section one = { "letters", letters, 1 };

	CHECK(!model_write("no/such/folder/x.model", &one, 1));
}

int
main(void)
{
	make();
	comes_back();
	cut();
	flipped();
	messages();
	not_written();
	free(bytes);
	remove(PATH);
	return check_end();
}
