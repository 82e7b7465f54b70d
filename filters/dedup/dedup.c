/*
 * dedup -- print each record only once, the first time
 *
 * Here: the options, and which of them go together.
 */
#include <stdlib.h>
#include <string.h>

#include "common/io/io.h"
#include "filters/dedup/filter.h"
#include "filters/dedup/judge.h"
#include "filters/dedup/settings.h"
#include "filters/dedup/statement.h"

enum {
	OPT_BY = 256, OPT_BY_FIELD, OPT_CONTAINED, OPT_FORGET, OPT_GROUPS,
	OPT_HEADER_LINES, OPT_ID, OPT_IGNORE, OPT_KEEP, OPT_MARK, OPT_MEMORY,
	OPT_MERGE,
	OPT_MIN_LENGTH, OPT_NEAR, OPT_NEAR_IGNORE, OPT_NEAR_MIN_WORDS,
	OPT_PARTITION, OPT_REPORT, OPT_SEEN,
	OPT_SEEN_ONLY, OPT_STATS, OPT_WHEN_FULL
};

static const struct option_entry entries[] = {
	{ 'i', "ignore-case", NO_ARG, NULL, "compare without regard to case" },
	{ 'w', "ignore-space", NO_ARG, NULL,
	    "compare runs of white space as one space, none at the ends" },
	{ 'a', "letters-only", NO_ARG, NULL,
	    "compare letters and digits only" },
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
	{ OPT_KEEP, "keep", NEEDS_ARG, "first|last|longest",
	    "which of those that repeat to print (default: first)" },
	{ OPT_GROUPS, "groups", NO_ARG, NULL,
	    "print all records at the end, what belongs together together" },
	{ OPT_MARK, "mark", NEEDS_ARG, "MEMBER",
	    "with -J: drop nothing, but add to each object what it repeats" },
	{ OPT_ID, "id", NEEDS_ARG, "FIELD",
	    "call records by this column, or member, not by their number" },
	{ OPT_IGNORE, "ignore", NEEDS_ARG, "REGEX",
	    "leave what matches out of what is compared" },
	{ OPT_HEADER_LINES, "header-lines", NEEDS_ARG, "N",
	    "print the first N lines of each file in any case" },
	{ OPT_BY, "by", NEEDS_ARG, "document|paragraph|line",
	    "with -J: what is judged of the text (default: document)" },
	{ OPT_BY_FIELD, "by-field", NEEDS_ARG, "NAME",
	    "with -J: compare this member, not the text" },
	{ OPT_MIN_LENGTH, "min-length", NEEDS_ARG, "N",
	    "never drop a record of less than N characters" },
	{ OPT_NEAR, "near", MAY_ARG, "SIMILARITY",
	    "drop near repeats too: edited, re-punctuated (default: 0.8)" },
	{ OPT_NEAR_IGNORE, "near-ignore", NEEDS_ARG, "LIST",
	    "near repeats may differ in these: dates names numbers" },
	{ OPT_NEAR_MIN_WORDS, "near-min-words", NEEDS_ARG, "N",
	    "of fewer words only equal ones are repeats (default: 8)" },
	{ OPT_CONTAINED, "contained", MAY_ARG, "SHARE",
	    "drop what consists of passages seen before (default: 0.8)" },
	{ OPT_REPORT, "report", NEEDS_ARG, "FILE",
	    "write a table of what was dropped, and what it repeats" },
	{ OPT_STATS, "stats", NO_ARG, NULL,
	    "print counts on standard error at the end" },
	{ OPT_SEEN, "seen", NEEDS_ARG, "FILE",
	    "remember in FILE what was printed, from run to run" },
	{ OPT_SEEN_ONLY, "seen-only", NO_ARG, NULL,
	    "with --seen: compare with the file, but add nothing to it" },
	{ OPT_FORGET, "forget", NEEDS_ARG, "WHAT",
	    "with --seen: forget what is older than 30d, or all but 1000000" },
	{ OPT_MERGE, "merge", NO_ARG, NULL,
	    "the operands are files of --seen: add them to that one" },
	{ OPT_MEMORY, "memory", NEEDS_ARG, "SIZE",
	    "take no more memory than that, such as 512M" },
	{ OPT_WHEN_FULL, "when-full", NEEDS_ARG, "stop|forget|spill",
	    "what to do then (default: stop)" },
	{ OPT_PARTITION, "partition", NEEDS_ARG, "I/N",
	    "judge only the I-th of N parts of the records" },
	{ 0, NULL, NO_ARG, NULL, NULL }
};

static const struct program program = {
	.name = "dedup",
	.purpose =
	    "print each record only once, without duplicates and near ones",
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

static void
fields(struct options *o, struct key_rules *r, const char *arg)
{
	free(r->fields);
	r->fields = fields_parse(arg, &r->nfields);
	if (r->fields == NULL)
		options_fail(o, "-k %s: not a list of fields", arg);
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

static uint64_t
memory(struct options *o, const char *arg)
{
	uint64_t size = options_size(o, arg);

	if (size < MEMORY_LEAST)
		options_fail(o, "--memory=%s: less than 8M", arg);
	return size;
}

/* The name of a file of --seen, which is read and written and no stream. */
static const char *
seen_file(struct options *o, const char *arg)
{
	if (strcmp(arg, "-") == 0)
		options_fail(o, "--seen=-: a file to keep, not a stream "
		    "(./- is a file of that name)");
	return arg;
}

static enum when_full
when_full(struct options *o, const char *arg)
{
	if (strcmp(arg, "stop") == 0)
		return FULL_STOP;
	if (strcmp(arg, "forget") == 0)
		return FULL_FORGET;
	if (strcmp(arg, "spill") != 0)
		options_fail(o, "--when-full=%s: not stop, forget or spill",
		    arg);
	return FULL_SPILL;
}

static enum by
by_what(struct options *o, const char *arg)
{
	if (strcmp(arg, "document") == 0)
		return BY_DOCUMENT;
	if (strcmp(arg, "paragraph") == 0)
		return BY_PARAGRAPH;
	if (strcmp(arg, "line") != 0)
		options_fail(o, "--by=%s: not document, paragraph or line",
		    arg);
	return BY_LINE;
}

static enum keep
keep(struct options *o, const char *arg)
{
	if (strcmp(arg, "first") == 0)
		return KEEP_FIRST;
	if (strcmp(arg, "last") == 0)
		return KEEP_LAST;
	if (strcmp(arg, "longest") != 0)
		options_fail(o, "--keep=%s: not first, last or longest", arg);
	return KEEP_LONGEST;
}

static size_t
column(struct options *o, const char *arg)
{
	const char *why;
	long long n = strtonum(arg, 1, INT32_MAX, &why);

	if (why != NULL)
		options_fail(o, "--id=%s: not the number of a column (or a "
		    "member, with -J)", arg);
	return (size_t)n;
}

/* "30d", an age, or "1000000", how many */
static void
forget(struct options *o, struct settings *set, const char *arg)
{
	static const struct {
		char		 unit;
		uint64_t	 seconds;
	} units[] = {
		{ 'h', 3600 }, { 'd', 86400 }, { 'w', 7 * 86400 },
		{ 'y', 365 * 86400 },
	};
	char digits[20];
	const char *why;
	size_t n = strspn(arg, "0123456789"), i;
	uint64_t number = 0;

	if (n > 0 && n < sizeof(digits)) {
		strlcpy(digits, arg, n + 1);
		number = (uint64_t)strtonum(digits, 1, 1000000000000, &why);
		if (why != NULL)
			number = 0;
	}
	for (i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (number > 0 && number <= 1000000 &&
		    arg[n] == units[i].unit && arg[n + 1] == '\0') {
			set->forget_age = number * units[i].seconds;
			return;
		}
	if (number == 0 || arg[n] != '\0')
		options_fail(o, "--forget=%s: neither an age such as 12h, 30d, "
		    "4w or 1y, nor a number of records", arg);
	set->forget_count = number;
}

static void
ignore(struct options *o, struct settings *set, const char *arg)
{
	char why[128];

	if (set->ignore == NULL)
		set->ignore = ignore_new();
	if (!ignore_add(set->ignore, arg, why, sizeof(why)))
		options_fail(o, "--ignore=%s: %s", arg, why);
}

/* "dates,numbers" */
static void
near_ignore(struct options *o, struct settings *set, const char *arg)
{
	static const struct {
		const char	*name;
		unsigned	 ignore;
	} names[] = {
		{ "dates", IGNORE_DATES }, { "names", IGNORE_NAMES },
		{ "numbers", IGNORE_NUMBERS },
	};
	const char *p;
	size_t n, i;

	for (p = arg;; p += n + 1) {
		n = strcspn(p, ",");
		for (i = 0; i < 3; i++)
			if (strlen(names[i].name) == n &&
			    strncmp(names[i].name, p, n) == 0)
				break;
		if (i == 3)
			options_fail(o, "--near-ignore=%s: not a list of "
			    "dates, names and numbers", arg);
		set->near_ignore |= names[i].ignore;
		if (p[n] == '\0')
			return;
	}
}

/* "2/8" */
static void
partition(struct options *o, struct settings *set, const char *arg)
{
	const char *slash = strchr(arg, '/');
	char part[32];

	if (slash == NULL || slash - arg >= (int)sizeof(part))
		options_fail(o, "--partition=%s: not a part such as 1/8", arg);
	strlcpy(part, arg, (size_t)(slash - arg) + 1);
	set->parts = (uint64_t)options_number(o, slash + 1, 1, 1000000);
	set->part = (uint64_t)options_number(o, part, 1, (long long)set->parts);
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
	case 'k': fields(o, r, arg); break;
	case 't': r->separator = separator(o, arg); break;
	case OPT_BY: set->by = by_what(o, arg); break;
	case OPT_BY_FIELD: set->by_field = arg; break;
	case OPT_CONTAINED:
		set->contained = arg == NULL ? 0.8 :
		    options_real(o, arg, 0.1, 1);
		break;
	case OPT_FORGET: forget(o, set, arg); break;
	case OPT_GROUPS: set->groups = true; break;
	case OPT_HEADER_LINES:
		set->header_lines = (uint64_t)options_number(o, arg, 0,
		    INT32_MAX);
		break;
	case OPT_ID: set->id = arg; break;
	case OPT_IGNORE: ignore(o, set, arg); break;
	case OPT_KEEP: set->keep = keep(o, arg); break;
	case OPT_MARK: set->mark = arg; break;
	case OPT_MEMORY: set->memory = memory(o, arg); break;
	case OPT_MERGE: set->merge = true; break;
	case OPT_MIN_LENGTH:
		set->min_length = (uint64_t)options_number(o, arg, 0,
		    INT32_MAX);
		break;
	case OPT_NEAR:
		set->near = arg == NULL ? 0.8 : options_real(o, arg, 0.5, 1);
		break;
	case OPT_NEAR_IGNORE: near_ignore(o, set, arg); break;
	case OPT_NEAR_MIN_WORDS:
		set->near_min_words = (size_t)options_number(o, arg, 3, 1000);
		set->says_near_min_words = true;
		break;
	case OPT_PARTITION: partition(o, set, arg); break;
	case OPT_REPORT: set->report = arg; break;
	case OPT_SEEN: set->seen = seen_file(o, arg); break;
	case OPT_SEEN_ONLY: set->seen_only = true; break;
	case OPT_STATS: set->stats = true; break;
	case OPT_WHEN_FULL:
		set->when_full = when_full(o, arg);
		set->says_when_full = true;
		break;
	}
}

/*
 * What does not go together is refused, not guessed: by groups of options, of
 * which the first that is wrong is told.
 */
static bool
counts(const struct settings *set)
{
	return set->count || set->print != PRINT_KEPT;
}

/* Are records compared that are alike, not equal? */
static bool
alike(const struct settings *set)
{
	return set->near > 0 || set->contained > 0;
}

static bool
pieces(const struct settings *set)
{
	return set->by != BY_DOCUMENT;
}

/* What belongs together, and how records are called that do. */
static void
check_groups(struct options *o, const struct settings *set)
{
	bool gathers = settings_gathers(set);

	if (set->rules.separator != NULL && set->rules.fields == NULL &&
	    set->id == NULL)
		options_fail(o, "-t needs -k or --id");
	if (set->id != NULL && set->report == NULL && set->mark == NULL &&
	    !set->groups)
		options_fail(o, "--id needs --report, --mark or --groups");
	if (set->mark != NULL && set->io.mode != RECORD_JSON)
		options_fail(o, "--mark needs -J");
	if (set->mark != NULL && (counts(set) || pieces(set) || gathers ||
	    set->when_full == FULL_SPILL))
		options_fail(o, "--mark does not go with -c, -d, -u, --by, "
		    "--keep, --groups or --when-full=spill");
	if (set->mark != NULL && strcmp(set->mark, set->io.text_field) == 0)
		options_fail(o, "--mark: the text is in that member");
	if (gathers && (pieces(set) || set->memory > 0))
		options_fail(o, "--keep, --groups and near repeats with -c, "
		    "-d or -u do not go with --by or --memory");
	if (set->groups && set->seen != NULL)
		options_fail(o, "--groups does not go with --seen");
	if (set->groups && (set->count || set->report != NULL ||
	    set->keep != KEEP_FIRST))
		options_fail(o, "--groups does not go with -c, --report or "
		    "--keep");
}

/* What a record is, and what of it is compared. */
static void
check_records(struct options *o, const struct settings *set)
{
	bool json = set->io.mode == RECORD_JSON;

	if (set->header_lines > 0 && set->io.mode != RECORD_LINE)
		options_fail(o, "--header-lines is for lines: not with -J, -p "
		    "or -z");
	if (set->by_field != NULL && !json)
		options_fail(o, "--by-field needs -J");
	if (pieces(set) && !json)
		options_fail(o, "--by needs -J");
	if (pieces(set) && set->by_field != NULL)
		options_fail(o, "--by-field does not go with --by");
	if (pieces(set) && counts(set))
		options_fail(o, "-c, -d and -u do not go with --by");
	if (pieces(set) && set->empty)
		options_fail(o, "-e does not go with --by");
	if (set->io.paragraphs && json)
		options_fail(o, "-p does not go with -J: say --by=paragraph");
	if (set->io.paragraphs && set->io.mode == RECORD_NUL)
		options_fail(o, "-p does not go with -z");
}

/* What is dropped, and the table of it. */
static void
check_dropped(struct options *o, const struct settings *set)
{
	if (set->report != NULL && counts(set))
		options_fail(o, "--report does not go with -c, -d or -u");
	if (set->io.header && set->report == NULL)
		options_fail(o, "--header needs --report");
	if (set->min_length > 0 && counts(set))
		options_fail(o, "--min-length does not go with -c, -d or -u");
	if (set->near_ignore != 0 && set->near == 0)
		options_fail(o, "--near-ignore needs --near");
	if (set->says_near_min_words && set->near == 0)
		options_fail(o, "--near-min-words needs --near");
}

/* What is remembered from run to run. */
static void
check_seen(struct options *o, const struct settings *set)
{
	if (set->seen_only && set->seen == NULL)
		options_fail(o, "--seen-only needs --seen");
	if ((set->forget_age > 0 || set->forget_count > 0) &&
	    set->seen == NULL)
		options_fail(o, "--forget needs --seen");
	if (set->seen != NULL && counts(set))
		options_fail(o, "--seen does not go with -c, -d or -u");
}

static void
check_memory(struct options *o, const struct settings *set)
{
	bool spill = set->when_full == FULL_SPILL;

	if (set->says_when_full && set->memory == 0)
		options_fail(o, "--when-full needs --memory");
	if (set->memory > 0 && alike(set))
		options_fail(o, "--memory does not go with --near or "
		    "--contained");
	if (set->when_full == FULL_FORGET && counts(set))
		options_fail(o, "--when-full=forget does not go with -c, -d "
		    "or -u");
	if (spill && counts(set))
		options_fail(o, "--when-full=spill does not go with -c, -d "
		    "or -u");
	if (spill && set->report != NULL)
		options_fail(o, "--when-full=spill does not go with --report");
	if (spill && set->seen != NULL)
		options_fail(o, "--when-full=spill does not go with --seen");
	if (spill && pieces(set))
		options_fail(o, "--when-full=spill does not go with --by");
}

static void
check_partition(struct options *o, const struct settings *set)
{
	enum record_mode mode = set->io.mode;

	if (set->parts == 0)
		return;
	if (alike(set))
		options_fail(o, "--partition does not go with --near or "
		    "--contained: what is alike can be in two parts");
	if (pieces(set))
		options_fail(o, "--partition does not go with --by");
	if (set->min_length > 0)
		options_fail(o, "--partition does not go with --min-length");
	if (!set->empty && (mode == RECORD_LINE || mode == RECORD_NUL))
		options_fail(o, "--partition needs -e: one part cannot tell "
		    "which empty records stay");
}

static void
check_merge(struct options *o, const struct settings *set, int operands)
{
	const struct key_rules *r = &set->rules;

	if (!set->merge)
		return;
	if (set->seen == NULL)
		options_fail(o, "--merge needs --seen");
	if (operands == 0)
		options_fail(o, "--merge needs files to merge");
	if (r->fold || r->space || r->letters || r->fields != NULL ||
	    set->by_field != NULL || alike(set) || counts(set) ||
	    pieces(set) || set->seen_only || set->report != NULL ||
	    set->memory > 0 || set->parts > 0 || set->number || set->empty ||
	    set->io.mode != RECORD_LINE)
		options_fail(o, "--merge goes with --seen alone");
}

static void
check(struct options *o, const struct settings *set, int operands)
{
	check_groups(o, set);
	check_records(o, set);
	check_dropped(o, set);
	check_seen(o, set);
	check_memory(o, set);
	check_partition(o, set);
	check_merge(o, set, operands);
}

int
main(int argc, char *argv[])
{
	struct settings set = { .near_min_words = 8 };
	struct options *o = options_new(&program, &set.io, argc, argv);
	const char *arg;
	int id, first, status;

	while ((id = options_next(o, &arg)) != -1)
		set_option(o, &set, id, arg);
	first = options_operands(o);
	if (set.id != NULL && set.io.mode != RECORD_JSON)
		set.id_field = column(o, set.id);
	check(o, &set, argc - first);
	if (set.rules.separator == NULL)
		set.rules.separator = "\t";
	set.rules.lines = set.io.mode == RECORD_PARAGRAPH ||
	    set.by == BY_PARAGRAPH;
	set.rules.words = set.near > 0 || set.contained > 0;
	set.io.text_optional = set.by_field != NULL;
	set.io.text_as_it_is = true;
	options_free(o);
	status = set.merge ? judge_merge(&set, argc - first, argv + first) :
	    filter(&set, argc - first, argv + first);
	free(set.rules.fields);
	if (set.ignore != NULL)
		ignore_free(set.ignore);
	return status;
}
