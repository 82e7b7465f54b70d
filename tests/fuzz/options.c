/*
 * options -- fuzz the values of options: whatever the words, parsing ends with
 * operands or with a message, and what is taken is within its bounds
 *
 * The input is words, each ended by a NUL.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <getopt.h>

#include "tests/fuzz/caught.h"
#include "tests/fuzz/check.h"

/* Nor is the usage line. */
__attribute__((format(printf, 2, 3))) static int
print_nothing(FILE *f, const char *fmt, ...)
{
	(void)f;
	(void)fmt;
	return 0;
}

#define fprintf		print_nothing
#define printf(...)	print_nothing(stdout, __VA_ARGS__)
#define putc(c, f)	print_nothing(f, "%c", c)

#include "common/io/options.c"

#undef fprintf
#undef printf
#undef putc

#include "filters/dedup/fold.c"
#include "filters/dedup/key.c"

#undef free

#define WORDS	32

static const struct option_entry entries[] = {
	{ 'n', "number", NEEDS_ARG, "N", "a number" },
	{ 's', "size", NEEDS_ARG, "SIZE", "a size" },
	{ 'r', "real", NEEDS_ARG, "REAL", "a real number" },
	{ 'k', "key", NEEDS_ARG, "FIELDS", "a list of fields" },
	{ 256, "maybe", MAY_ARG, "REAL", "a real number or none" },
	{ 'q', "quiet", NO_ARG, NULL, "nothing" },
	{ 0, NULL, NO_ARG, NULL, NULL }
};
static const struct program program = {
	.name = "options", .purpose = "be fuzzed",
	.formats = "text tsv json html",
	.groups = GROUP_NUL | GROUP_PARAGRAPH | GROUP_JSON | GROUP_NAMES |
	    GROUP_HEADER | GROUP_COLOR,
	.options = entries,
};

static void
check_fields(const char *arg)
{
	struct field_range *f;
	size_t n, i;

	if ((f = fields_parse(arg, &n)) == NULL)
		return;
	check(n > 0);
	for (i = 0; i < n; i++)
		check(f[i].first > 0 && f[i].first <= f[i].last && (i == 0 ||
		    (f[i - 1].last != SIZE_MAX &&
		    f[i].first > f[i - 1].last + 1)));
}

static void
take(struct options *o, int id, const char *arg)
{
	double x;
	long long n;

	switch (id) {
	case 'n':
		n = options_number(o, arg, -5, 1000);
		check(n >= -5 && n <= 1000);
		break;
	case 's':
		check(options_size(o, arg) > 0);
		break;
	case 'k':
		check_fields(arg);
		break;
	case 'r':
	case 256:
		if (arg == NULL)
			break;
		x = options_real(o, arg, 0.1, 1);
		check(x >= 0.1 && x <= 1);
		break;
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char *words;
	static size_t cap;
	char *argv[WORDS + 2];
	struct io_options io;
	struct options *o;
	const char *arg;
	int argc = 0, id, first;
	size_t i;

	words = (array_grow)(words, &cap, size + 1, 1);
	memcpy(words, data, size);
	words[size] = '\0';
	argv[argc++] = "options";
	for (i = 0; i < size && argc <= WORDS; i += strlen(words + i) + 1)
		argv[argc++] = words + i;
	argv[argc] = NULL;
	optind = 0;		/* getopt begins anew */
	if (!CAUGHT()) {
		o = options_new(&program, &io, argc, argv);
		while ((id = options_next(o, &arg)) != -1)
			take(o, id, arg);
		first = options_operands(o);
		check(first > 0 && first <= argc);
		check(is_word_of(io.format, program.formats));
	}
	caught_free();
	return 0;
}
