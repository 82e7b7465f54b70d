/* A wordmap gives back what was put in, and seldom anything else. */
#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "tests/unit/check.h"

#define WORDS	5000

/* Of that many strangers one in 256 is taken for a word: 78 of 20000. */
#define STRANGERS	20000
#define MISTAKEN	150

static void
all_back(void)
{
	static char text[WORDS][8];
	const char *words[WORDS];
	uint8_t values[WORDS];
	struct wordmap m;
	char other[16];
	size_t i, len, len2;
	unsigned wrong = 0;
	void *a, *b;

	for (i = 0; i < WORDS; i++) {
		snprintf(text[i], sizeof(text[i]), "w%zu", i);
		words[i] = text[i];
		values[i] = (uint8_t)(i * 7);
	}
	a = wordmap_section(words, values, WORDS, &len);
	if (!CHECK(wordmap_use(&m, a, len)))
		return;
	for (i = 0; i < WORDS; i++)
		if (wordmap_get(&m, words[i], strlen(words[i])) != values[i])
			CHECK_NUMBER(i, -1);
	for (i = 0; i < STRANGERS; i++) {
		snprintf(other, sizeof(other), "stranger %zu", i);
		wrong += wordmap_get(&m, other, strlen(other)) != -1;
	}
	CHECK(wrong < MISTAKEN);

	b = wordmap_section(words, values, WORDS, &len2);
	CHECK(len == len2 && memcmp(a, b, len) == 0);
	free(a);
	free(b);
}

static void
few(void)
{
	const char *words[] = { "", "a", "eight by", "nine byte" };
	const uint8_t values[] = { 0, 255, 1, 2 };
	struct wordmap m;
	size_t i, len;
	void *p = wordmap_section(words, values, 4, &len);

	CHECK(wordmap_use(&m, p, len));
	for (i = 0; i < 4; i++)
		CHECK_NUMBER(wordmap_get(&m, words[i], strlen(words[i])),
		    values[i]);
	for (i = 0; i < len; i++)
		if (wordmap_use(&m, p, i))
			CHECK_NUMBER(i, len);	/* cut, and taken for whole */
	CHECK(!wordmap_use(&m, NULL, 0));
	free(p);
}

int
main(void)
{
	all_back();
	few();
	return check_end();
}
