/*
 * telling -- learn to tell languages, and see how well it is done
 *
 *	telling -o MODEL CODE TEXT ...
 *	telling -t CODE TEXT ...
 *
 * Each TEXT is of the language CODE; of a longer one only its first TEXT_MAX
 * bytes are learned.  With -t the model that was built in is asked of each
 * piece of LINE characters, and what it takes them for is printed.
 */
#include <err.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "common/sentences/sentences.h"
#include "common/sentences/telling.h"
#include "common/sentences/train_silver.h"
#include "common/text/text.h"

#define BITS		13
#define TEXT_MAX	300000
#define UNSEEN		0.5	/* times that what was never seen counts */
#define LINE		100	/* characters of a piece */

static void
count(void *arg, uint32_t hash)
{
	double *times = arg;

	times[hash & ((1u << BITS) - 1)]++;
}

/* How often each feature is in the text, as logarithms of its share. */
static double *
learn(const char *path)
{
	struct plain_text text = slurp(path);
	size_t cells = (size_t)1 << BITS, i;
	double *p = xcalloc(cells, sizeof(*p)), all = 0;

	telling_features(text.s, text.len < TEXT_MAX ? text.len : TEXT_MAX,
	    count, p);
	for (i = 0; i < cells; i++)
		all += p[i] + UNSEEN;
	for (i = 0; i < cells; i++)
		p[i] = log((p[i] + UNSEEN) / all);
	free(text.s);
	return p;
}

/* The share, as a distance from the largest one, in a byte. */
static signed char
weight(double share, double largest)
{
	double w = floor((share - largest) * TELLING_UNIT + 0.5);

	return (signed char)(w < -127 ? -127 : w);
}

static void
write_table(const char *out, int n, char *argv[])
{
	size_t cells = (size_t)1 << BITS, i;
	size_t len = TELLING_HEADER + (size_t)n * (TELLING_CODE + cells);
	unsigned char *table = xcalloc(len, 1), *p;
	struct model_section s = { "table", table, len };
	double **share = xcalloc((size_t)n, sizeof(*share)), largest;
	int k;

	model_put32(table, (uint32_t)n);
	model_put32(table + 4, BITS);
	for (k = 0; k < n; k++) {
		share[k] = learn(argv[2 * k + 1]);
		if (strlcpy((char *)table + TELLING_HEADER + TELLING_CODE * k,
		    argv[2 * k], TELLING_CODE) >= TELLING_CODE)
			errx(EXIT_TROUBLE, "%s: no code", argv[2 * k]);
	}
	p = table + TELLING_HEADER + TELLING_CODE * n;
	for (i = 0; i < cells; i++) {
		largest = share[0][i];
		for (k = 1; k < n; k++)
			if (share[k][i] > largest)
				largest = share[k][i];
		for (k = 0; k < n; k++)
			*p++ = (unsigned char)weight(share[k][i], largest);
	}
	if (!model_write(out, &s, 1))
		err(EXIT_TROUBLE, "%s", out);
	for (k = 0; k < n; k++)
		free(share[k]);
	free(share);
	free(table);
}

/* The bytes of LINE characters at s, or 0 if the line is shorter. */
static size_t
piece(const char *s, size_t n)
{
	size_t i = 0, k;
	uint32_t cp;

	for (k = 0; k < LINE; k++) {
		if (i >= n || s[i] == '\n')
			return 0;
		i += utf8_decode(s + i, n - i, &cp);
	}
	return i;
}

static void
try(const char *code, const char *path)
{
	struct plain_text text = slurp(path);
	struct telling t;
	const struct language *l;
	size_t i, n, all = 0, right = 0;
	unsigned other[128] = { 0 };

	for (i = 0; i < text.len; i += n) {
		if ((n = piece(text.s + i, text.len - i)) == 0) {
			n = strcspn(text.s + i, "\n") + 1;
			continue;
		}
		telling_start(&t);
		telling_text(&t, text.s + i, n);
		all++;
		if (strcmp(telling_language(&t)->code, code) == 0) {
			right++;
			continue;
		}
		for (n = 0; (l = language_at(n)) != NULL; n++)
			other[n] += l == telling_language(&t);
		n = piece(text.s + i, text.len - i);
	}
	printf("%s\t%zu\t%zu\t%.2f\t", code, right, all,
	    100 * (double)right / (double)(all + !all));
	for (n = 0; (l = language_at(n)) != NULL; n++)
		if (other[n] > 0)
			printf(" %s %u", l->code, other[n]);
	putchar('\n');
	free(text.s);
}

__attribute__((noreturn)) static void
usage(void)
{
	errx(EXIT_TROUBLE, "usage: telling -o MODEL | -t CODE TEXT ...");
}

int
main(int argc, char *argv[])
{
	const char *out = NULL;
	bool tries = false;
	int c;

	while ((c = getopt(argc, argv, "+o:t")) != -1) {
		switch (c) {
		case 'o': out = optarg; break;
		case 't': tries = true; break;
		default: usage();
		}
	}
	argc -= optind;
	argv += optind;
	if (argc < 2 || argc % 2 != 0 || (out == NULL) != tries)
		usage();
	if (out != NULL)
		write_table(out, argc / 2, argv);
	else
		for (; argc > 0; argc -= 2, argv += 2)
			try(argv[0], argv[1]);
	return 0;
}
