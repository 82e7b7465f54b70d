/*
 * dedup -- print each record only once, the first time
 *
 * Here: the options, and which of them go together.
 */
#include <stdlib.h>
#include <string.h>

#include "common/io/options.h"
#include "filters/dedup/filter.h"
#include "filters/dedup/settings.h"

enum {
	OPT_BY_FIELD = 256, OPT_MIN_LENGTH, OPT_REPORT, OPT_STATS
};

static const struct option_entry entries[] = {
	{ 'i', "ignore-case", NO_ARG, NULL, "compare without regard to case" },
	{ 'w', "ignore-space", NO_ARG, NULL,
	    "compare runs of white space as one space, none at the ends" },
	{ 'a', "letters-only", NO_ARG, NULL, "compare letters and digits only" },
	{ 'e', "empty", NO_ARG, NULL,
	    "empty records count too: print only the first" },
	{ 'c', "count", NO_ARG, NULL,
	    "print at the end how often each record came" },
	{ 'd', "repeated", NO_ARG, NULL,
	    "print only records that repeat, each once" },
	{ 'u', "unique", NO_ARG, NULL,
	    "print at the end the records that never repeat" },
	{ 'n', "number", NO_ARG, NULL,
	    "begin each record with its number in the input" },
	{ 'k', "key", NEEDS_ARG, "FIELDS",
	    "compare these fields only, such as 2 or 1,3-5 or 2-" },
	{ 't', "field-separator", NEEDS_ARG, "CHAR",
	    "the character between fields (default: tab)" },
	{ OPT_BY_FIELD, "by-field", NEEDS_ARG, "NAME",
	    "with -J: compare this member, not the text" },
	{ OPT_MIN_LENGTH, "min-length", NEEDS_ARG, "N",
	    "never drop a record of less than N characters" },
	{ OPT_REPORT, "report", NEEDS_ARG, "FILE",
	    "write a table of what was dropped, and what it repeats" },
	{ OPT_STATS, "stats", NO_ARG, NULL,
	    "print counts on standard error at the end" },
	{ 0, NULL, NO_ARG, NULL, NULL }
};

static const struct program program = {
	.name = "dedup",
	.purpose = "print each record only once, the first time",
	.groups = GROUP_NUL | GROUP_PARAGRAPH | GROUP_JSON | GROUP_NAMES |
	    GROUP_HEADER,
	.options = entries,
};

static void
set_print(struct options *o, struct settings *set, enum printed what)
{
	if (set->print != PRINT_KEPT && set->print != what)
		options_fail(o, "-d and -u do not go together");
	set->print = what;
}

static const char *
separator(struct options *o, const char *arg)
{
	size_t n = strlen(arg), i, chars = 0;

	if (strcmp(arg, "\\t") == 0)
		return "\t";
	for (i = 0; i < n; i++)
		chars += ((unsigned char)arg[i] & 0xC0) != 0x80;
	if (chars != 1)
		options_fail(o, "-t %s: not one character", arg);
	return arg;
}

static void
set_option(struct options *o, struct settings *set, int id, const char *arg)
{
	struct key_rules *r = &set->rules;

	switch (id) {
	case 'i': r->fold = true; break;
	case 'w': r->space = true; break;
	case 'a': r->letters = true; break;
	case 'e': set->empty = true; break;
	case 'c': set->count = true; break;
	case 'd': set_print(o, set, PRINT_REPEATED); break;
	case 'u': set_print(o, set, PRINT_UNIQUE); break;
	case 'n': set->number = true; break;
	case 'k':
		free(r->fields);
		r->fields = fields_parse(arg, &r->nfields);
		if (r->fields == NULL)
			options_fail(o, "-k %s: not a list of fields", arg);
		break;
	case 't': r->separator = separator(o, arg); break;
	case OPT_BY_FIELD: set->by_field = arg; break;
	case OPT_MIN_LENGTH:
		set->min_length = (uint64_t)options_number(o, arg, 0, INT32_MAX);
		break;
	case OPT_REPORT: set->report = arg; break;
	case OPT_STATS: set->stats = true; break;
	}
}

/* What does not go together is refused, not guessed. */
static void
check(struct options *o, const struct settings *set)
{
	bool json = set->io.mode == RECORD_JSON;

	if (set->rules.separator != NULL && set->rules.fields == NULL)
		options_fail(o, "-t needs -k");
	if (set->by_field != NULL && !json)
		options_fail(o, "--by-field needs -J");
	if (set->report != NULL && (set->count || set->print != PRINT_KEPT))
		options_fail(o, "--report does not go with -c, -d or -u");
	if (set->min_length > 0 && (set->count || set->print != PRINT_KEPT))
		options_fail(o, "--min-length does not go with -c, -d or -u");
	if (set->io.header && set->report == NULL)
		options_fail(o, "--header needs --report");
	if (set->io.paragraphs && json)
		options_fail(o, "-p does not go with -J");
	if (set->io.paragraphs && set->io.mode == RECORD_NUL)
		options_fail(o, "-p does not go with -z");
}

int
main(int argc, char *argv[])
{
	struct settings set = { .part = 0 };
	struct options *o = options_new(&program, &set.io, argc, argv);
	const char *arg;
	int id, first, status;

	while ((id = options_next(o, &arg)) != -1)
		set_option(o, &set, id, arg);
	check(o, &set);
	if (set.rules.separator == NULL)
		set.rules.separator = "\t";
	set.rules.lines = set.io.mode == RECORD_PARAGRAPH;
	first = options_operands(o);
	options_free(o);
	status = filter(&set, argc - first, argv + first);
	free(set.rules.fields);
	return status;
}
