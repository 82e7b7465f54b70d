#include "common/io/options.h"

#include <err.h>
#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/fields.h"
#include "common/io/files.h"
#include "common/io/progress.h"
#include "common/io/shown.h"

#define USAGE_WIDTH	79
#define HELP_COLUMN	30	/* where what an option does is told */
#define CHOICES_SIZE	512	/* bytes of all values of an option */

enum {
	OPT_TEXT_FIELD = 1000, OPT_ID, OPT_NO_FILENAME, OPT_HEADER, OPT_COLOR,
	OPT_PROGRESS, OPT_VERSION
};

#define GROUP_FIELDS	0x10000	/* has program.fields */

/* The options of the suite, and the group each belongs to (0: always). */
static const struct {
	unsigned group;
	struct option_entry entry;
} shared[] = {
	{ GROUP_NUL, { 'z', "zero-terminated", NO_ARG, NULL,
	    "records end in NUL, not newline; each is a document" } },
	{ GROUP_PARAGRAPH, { 'p', "paragraphs", NO_ARG, NULL,
	    "a record is a paragraph: lines up to an empty line" } },
	{ GROUP_JSON, { 'J', "json-lines", NO_ARG, NULL,
	    "a record is a JSON object on one line" } },
	{ GROUP_JSON, { OPT_TEXT_FIELD, "text-field", NEEDS_ARG, "NAME",
	    "with -J: the member with the text (default: text)" } },
	{ GROUP_FIELDS, { OPT_ID, "id", NEEDS_ARG, "NAME",
	    "with -J -o tsv: the member that comes first (default: id)" } },
	{ GROUP_NAMES, { 'H', "with-filename", NO_ARG, NULL,
	    "begin each output record with the name of its file" } },
	{ GROUP_NAMES, { OPT_NO_FILENAME, "no-filename", NO_ARG, NULL,
	    "never show file names" } },
	{ GROUP_FIELDS, { 'f', "fields", NEEDS_ARG, "LIST",
	    "these columns of -o tsv, in this order, by commas" } },
	{ GROUP_HEADER, { OPT_HEADER, "header", NO_ARG, NULL,
	    "begin tabular output with the names of its columns" } },
	{ GROUP_COLOR, { OPT_COLOR, "color", MAY_ARG, "auto|always|never",
	    "use colour (default: auto, on a terminal)" } },
	{ 0, { OPT_PROGRESS, "progress", NO_ARG, NULL,
	    "show on standard error how far it is" } },
	{ 0, { 'h', "help", NO_ARG, NULL, "print this and exit" } },
	{ 0, { OPT_VERSION, "version", NO_ARG, NULL,
	    "print the version and exit" } },
};
#define NSHARED	(sizeof(shared) / sizeof(shared[0]))

struct options {
	const struct program *program;
	struct io_options *io;
	int argc;
	char **argv;
	struct option_entry *entries;	/* own, then shared; name NULL ends */
	char letters[3 * 128];
	struct option *longs;
	const struct option_entry *current;	/* the last that was given */
};

static void
make_tables(struct options *o)
{
	static const int has_arg[] = {
		no_argument, required_argument, optional_argument
	};
	const struct option_entry *e;
	char *p = o->letters;
	size_t i, n = 0;
	unsigned groups = o->program->groups;

	if (o->program->fields != NULL)
		groups |= GROUP_FIELDS;
	for (i = 0; o->program->options[i].name != NULL; i++)
		o->entries[n++] = o->program->options[i];
	if (o->program->formats != NULL)
		o->entries[n++] = (struct option_entry){ 'o', "output-format",
		    NEEDS_ARG, "FORMAT",
		    "what to write (the first is the default)" };
	for (i = 0; i < NSHARED; i++)
		if (shared[i].group == 0 || (shared[i].group & groups) != 0)
			o->entries[n++] = shared[i].entry;
	o->entries[n].name = NULL;
	o->longs = xcalloc(n + 1, sizeof(*o->longs));
	for (i = 0; i < n; i++) {
		e = &o->entries[i];
		o->longs[i].name = e->name;
		o->longs[i].has_arg = has_arg[e->arg];
		o->longs[i].val = e->id;
		if (e->id >= 256)
			continue;
		*p++ = (char)e->id;
		if (e->arg == NEEDS_ARG)
			*p++ = ':';
	}
	*p = '\0';
}

struct options *
options_new(const struct program *program, struct io_options *io, int argc,
    char *argv[])
{
	struct options *o;
	size_t n = 0;

	/* Before all else: SIGUSR1 may come, and files will be opened. */
	progress_start(false, 0);
	files_hold_standard();
	setprogname(program->name);
	o = xcalloc(1, sizeof(*o));
	while (program->options[n].name != NULL)
		n++;
	o->program = program;
	o->io = io;
	o->argc = argc;
	o->argv = argv;
	o->entries = xcalloc(n + NSHARED + 2, sizeof(*o->entries));
	make_tables(o);
	memset(io, 0, sizeof(*io));
	io->text_field = "text";
	io->id_field = "id";
	if (program->formats != NULL)
		strlcpy(io->format, program->formats,
		    strcspn(program->formats, " ") + 1);
	opterr = 0;
	return o;
}

void
options_free(struct options *o)
{
	free(o->entries);
	free(o->longs);
	free(o);
}

/* Append one word of the usage line, on a new line where it would not fit. */
static void
usage_word(FILE *f, size_t *column, size_t indent, const char *word)
{
	if (*column + 1 + strlen(word) > USAGE_WIDTH) {
		fprintf(f, "\n%*s", (int)indent, "");
		*column = indent;
	}
	*column += (size_t)fprintf(f, " %s", word);
}

static void
usage(const struct options *o, FILE *f)
{
	const struct option_entry *e;
	char word[128], flags[128] = "[-";
	size_t column, indent;

	column = indent = (size_t)fprintf(f, "usage: %s", o->program->name);
	for (e = o->entries; e->name != NULL; e++)
		if (e->id < 256 && e->arg == NO_ARG)
			strlcat(flags, (char[]){ (char)e->id, '\0' },
			    sizeof(flags));
	strlcat(flags, "]", sizeof(flags));
	if (strlen(flags) > 3)
		usage_word(f, &column, indent, flags);
	for (e = o->entries; e->name != NULL; e++) {
		if (e->id < 256 && e->arg == NEEDS_ARG)
			snprintf(word, sizeof(word), "[-%c %s]", e->id,
			    e->metavar);
		else if (e->id >= 256 && e->arg == NO_ARG)
			snprintf(word, sizeof(word), "[--%s]", e->name);
		else if (e->id >= 256)
			snprintf(word, sizeof(word), e->arg == MAY_ARG ?
			    "[--%s[=%s]]" : "[--%s=%s]", e->name, e->metavar);
		else
			continue;
		usage_word(f, &column, indent, word);
	}
	usage_word(f, &column, indent, "[FILE ...]");
	putc('\n', f);
}

void
options_fail(struct options *o, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	if (vasprintf(&s, fmt, ap) == -1)
		err(EXIT_TROUBLE, NULL);
	va_end(ap);
	warnx("%s", shown(s));
	free(s);
	fprintf(stderr, "Try '%s --help'.\n", o->program->name);
	exit(EXIT_TROUBLE);
}

/* Close what stdio printed; a message that cannot be written is a failure. */
__attribute__((noreturn)) static void
finish_stdout(void)
{
	if (ferror(stdout) || fflush(stdout) != 0 || fclose(stdout) != 0)
		err(EXIT_TROUBLE, "standard output");
	exit(0);
}

/* The values an option takes, separated by spaces; false if not listed. */
static bool
list_choices(const struct options *o, const struct option_entry *e, char *list)
{
	const struct program *p = o->program;
	const struct field *f;

	*list = '\0';
	if (e->id == 'o' && p->formats != NULL) {
		strlcpy(list, p->formats, CHOICES_SIZE);
		return true;
	}
	if (e->id != 'f' || p->fields == NULL)
		return p->choices != NULL &&
		    p->choices(e->id, list, CHOICES_SIZE);
	for (f = p->fields; f->name != NULL; f++) {
		strlcat(list, *list != '\0' ? " " : "", CHOICES_SIZE);
		strlcat(list, f->name, CHOICES_SIZE);
	}
	return true;
}

void
options_fail_choice(struct options *o, const char *value)
{
	char list[CHOICES_SIZE];

	list_choices(o, o->current, list);
	if (o->current->id < 256)
		options_fail(o, "-%c %s: not one of: %s", o->current->id,
		    *value != '\0' ? value : "''", list);
	options_fail(o, "--%s=%s: not one of: %s", o->current->name, value,
	    list);
}

/* What an option does and the values it takes, broken into lines. */
static void
help_text(const struct options *o, const struct option_entry *e)
{
	char list[CHOICES_SIZE], *word, *rest = list;
	size_t column = HELP_COLUMN + strlen(e->help) + 1;

	fputs(e->help, stdout);
	if (list_choices(o, e, list)) {
		putchar(':');
		while ((word = strsep(&rest, " ")) != NULL)
			usage_word(stdout, &column, HELP_COLUMN - 1, word);
	}
	putchar('\n');
}

__attribute__((noreturn)) static void
help(const struct options *o)
{
	const struct option_entry *e;
	char left[64], arg[40];

	usage(o, stdout);
	printf("\n%s: %s\n\n", o->program->name, o->program->purpose);
	for (e = o->entries; e->name != NULL; e++) {
		arg[0] = '\0';
		if (e->arg != NO_ARG)
			snprintf(arg, sizeof(arg),
			    e->arg == MAY_ARG ? "[=%s]" : "=%s", e->metavar);
		if (e->id < 256)
			snprintf(left, sizeof(left), "-%c, --%s%s", e->id,
			    e->name, arg);
		else
			snprintf(left, sizeof(left), "    --%s%s", e->name,
			    arg);
		if (strlen(left) > 26)
			printf("  %s\n  %-26s  ", left, "");
		else
			printf("  %-26s  ", left);
		help_text(o, e);
	}
	printf("\nThe manual: man %s\n", o->program->name);
	finish_stdout();
}

static bool
is_word_of(const char *word, const char *list)
{
	size_t n = strlen(word), k;

	for (; *list != '\0'; list += k + (list[k] == ' ')) {
		k = strcspn(list, " ");
		if (k == n && memcmp(list, word, n) == 0)
			return true;
	}
	return false;
}

static enum tristate
color_argument(struct options *o, const char *arg)
{
	if (arg == NULL || strcmp(arg, "always") == 0)
		return ALWAYS;
	if (strcmp(arg, "never") == 0)
		return NEVER;
	if (strcmp(arg, "auto") != 0)
		options_fail(o, "--color=%s: not auto, always or never", arg);
	return AUTO;
}

static void
set_mode(struct options *o, enum record_mode mode)
{
	if (o->io->mode != RECORD_LINE && o->io->mode != mode)
		options_fail(o, "-z and -J do not go together");
	o->io->mode = mode;
}

/* The field of the program with this name of n bytes, or NULL. */
static const struct field *
find_field(const struct options *o, const char *name, size_t n)
{
	const struct field *f;

	for (f = o->program->fields; f->name != NULL; f++)
		if (strlen(f->name) == n && memcmp(f->name, name, n) == 0)
			return f;
	return NULL;
}

/* The columns of -f, "value,unit". */
static void
choose_columns(struct options *o, const char *list)
{
	const struct field *f;
	size_t i, n;

	for (i = 0;; i++, list += n + 1) {
		n = strcspn(list, ",");
		if (i == COLUMNS_MOST)
			options_fail(o, "-f: more than %d columns",
			    COLUMNS_MOST);
		if ((f = find_field(o, list, n)) == NULL)
			break;
		o->io->columns[i] = f;
		if (list[n] == '\0') {
			o->io->columns[i + 1] = NULL;
			return;
		}
	}
	options_fail_choice(o, xstrndup(list, n));
}

/* What goes together, now that all options are known. */
static void
settle(struct options *o)
{
	struct io_options *io = o->io;

	if (io->paragraphs && io->mode == RECORD_LINE)
		io->mode = RECORD_PARAGRAPH;
	io->prose = (o->program->groups & GROUP_PROSE) != 0 &&
	    io->mode == RECORD_LINE;
	if (io->columns[0] != NULL) {
		if (io->format_given && strcmp(io->format, "tsv") != 0)
			options_fail(o, "-f and -o %s do not go together",
			    io->format);
		strlcpy(io->format, "tsv", sizeof(io->format));
		io->format_given = true;
	}
	if (io->mode != RECORD_JSON)
		return;
	io->rows = io->format_given && strcmp(io->format, "tsv") == 0;
	if (io->format_given && !io->rows)
		options_fail(o, "-J and -o %s do not go together: -J writes "
		    "objects, or with -o tsv a table", io->format);
	if (io->names == ALWAYS && !io->rows)
		options_fail(o, "-J and -H do not go together: an object has "
		    "no room for a file name");
}

/* A shared option; false if it is the program's own. */
static bool
handle_shared(struct options *o, int id, char *arg)
{
	struct io_options *io = o->io;

	switch (id) {
	case 'z': set_mode(o, RECORD_NUL); break;
	case 'J': set_mode(o, RECORD_JSON); break;
	case 'p': io->paragraphs = true; break;
	case 'H': io->names = ALWAYS; break;
	case 'o':
		if (!is_word_of(arg, o->program->formats))
			options_fail_choice(o, arg);
		strlcpy(io->format, arg, sizeof(io->format));
		o->io->format_given = true;
		break;
	case 'f': choose_columns(o, arg); break;
	case OPT_TEXT_FIELD: io->text_field = arg; break;
	case OPT_ID: io->id_field = arg; break;
	case OPT_NO_FILENAME: io->names = NEVER; break;
	case OPT_HEADER: io->header = true; break;
	case OPT_COLOR: io->color = color_argument(o, arg); break;
	case OPT_PROGRESS: io->progress = true; break;
	case 'h': help(o);
	case OPT_VERSION:
		printf("%s (copydesk) %s\n", o->program->name, VERSION);
		finish_stdout();
	default:
		return false;
	}
	return true;
}

/* The entry of a letter or id, or NULL. */
static const struct option_entry *
entry_of(const struct options *o, int id)
{
	const struct option_entry *e;

	for (e = o->entries; e->name != NULL; e++)
		if (e->id == id)
			return e;
	return NULL;
}

/*
 * A word that getopt_long(3) refused: it begins several options, its option has
 * no value or lacks one, or it begins none.
 */
__attribute__((noreturn)) static void
wrong_word(struct options *o, const char *word)
{
	const struct option_entry *e, *found = NULL, *other = NULL;
	size_t n = strcspn(word + 2, "=");

	for (e = o->entries; e->name != NULL; e++) {
		if (strncmp(e->name, word + 2, n) != 0)
			continue;
		other = found;
		found = e;
		if (e->name[n] == '\0') {
			other = NULL;
			break;
		}
	}
	if (found == NULL)
		options_fail(o, "%s: no such option", word);
	if (other != NULL)
		options_fail(o, "%s: --%s or --%s?", word, other->name,
		    found->name);
	if (found->arg == NO_ARG)
		options_fail(o, "--%s: takes no value", found->name);
	options_fail(o, "--%s: needs a value: --%s=%s", found->name,
	    found->name, found->metavar);
}

/* What getopt_long(3) refused; optopt and optind are where it stands. */
__attribute__((noreturn)) static void
wrong_option(struct options *o)
{
	const struct option_entry *e;
	const char *word = o->argv[optind - 1];

	if (optopt == 0 || optopt >= 256 || strncmp(word, "--", 2) == 0)
		wrong_word(o, word);
	if ((e = entry_of(o, optopt)) != NULL && e->arg != NO_ARG)
		options_fail(o, "-%c: needs a value: -%c %s", optopt, optopt,
		    e->metavar);
	options_fail(o, "-%c: no such option", optopt);
}

/*
 * A value that may be missing is joined by "="; a word behind the option is an
 * operand.  One that is no file was meant as the value.
 */
static void
hint_value(struct options *o)
{
	const char *word = o->argv[optind];

	if (o->current->arg == MAY_ARG && optarg == NULL && word != NULL &&
	    word[0] != '-' && access(word, F_OK) == -1)
		options_fail(o, "--%s %s: there is no such file; a value is "
		    "joined: --%s=%s", o->current->name, word,
		    o->current->name, word);
}

/* Did the program put a shared letter to a use of its own? */
static bool
is_own(const struct options *o, int id)
{
	const struct option_entry *e;

	for (e = o->program->options; e->name != NULL; e++)
		if (e->id == id)
			return true;
	return false;
}

int
options_next(struct options *o, const char **arg)
{
	int id;

	for (;;) {
		id = getopt_long(o->argc, o->argv, o->letters, o->longs, NULL);
		if (id == '?' || id == ':')
			wrong_option(o);
		if (id == -1)
			break;
		*arg = optarg;
		o->current = entry_of(o, id);
		hint_value(o);
		if (is_own(o, id) || !handle_shared(o, id, optarg))
			return id;
	}
	settle(o);
	return -1;
}

int
options_operands(struct options *o)
{
	(void)o;
	return optind;
}

long long
options_number(struct options *o, const char *arg, long long min, long long max)
{
	const char *why;
	long long n = strtonum(arg, min, max, &why);

	if (why != NULL)
		options_fail(o, "--%s=%s: number is %s (%lld to %lld)",
		    o->current->name, arg, why, min, max);
	return n;
}

__attribute__((noreturn)) static void
bad_size(struct options *o, const char *arg)
{
	options_fail(o, "--%s=%s: not a size such as 64M", o->current->name,
	    arg);
}

uint64_t
options_size(struct options *o, const char *arg)
{
	static const char units[] = "KMGT";
	char digits[32], unit;
	const char *why;
	size_t n = strspn(arg, "0123456789");
	long long size;
	int shift = 0;

	if (n == 0 || n >= sizeof(digits))
		bad_size(o, arg);
	strlcpy(digits, arg, n + 1);
	if (arg[n] != '\0') {
		unit = (char)(arg[n] & ~0x20);
		if (!byte_among(unit, units) || arg[n + 1] != '\0')
			bad_size(o, arg);
		shift = 10 * (int)(strchr(units, unit) - units + 1);
	}
	size = strtonum(digits, 1, INT64_MAX >> shift, &why);
	if (why != NULL)
		options_fail(o, "--%s=%s: size is %s", o->current->name, arg,
		    why);
	return (uint64_t)size << shift;
}

double
options_real(struct options *o, const char *arg, double min, double max)
{
	char *end;
	double x;

	errno = 0;
	x = strtod(arg, &end);
	if (end == arg || *end != '\0' || errno != 0 || !(x >= min && x <= max))
		options_fail(o, "--%s=%s: not a number from %g to %g",
		    o->current->name, arg, min, max);
	return x;
}
