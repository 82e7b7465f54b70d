/*
 * options.h -- one table a program yields its parser, usage line and --help
 *
 * A program states its options once, in a table of struct option_entry; the
 * options every filter shares (records, names, formats, colour, progress,
 * help, version) are added from the groups it names.  options_next() gives
 * the program's own options one by one and deals with the shared ones itself,
 * leaving what they say in struct io_options.
 *
 * What is found as rows of a table (fields.h) can be asked for by column: a
 * program that gives its table has -f, which chooses among its fields and puts
 * them in order.  Asking for columns is asking for the table: -o tsv is
 * implied, and another format refused.
 *
 * -J writes objects; with -o tsv such a program writes the table instead, of
 * all objects, with the member --id of each in front.  Other formats, and file
 * names before objects, are refused.
 *
 * A wrong option ends the program with a message that names it, a line that
 * points to --help, and status 2; --help and --version end it with status 0.
 * A long option may be cut where it is still the only one.
 */
#ifndef COMMON_IO_OPTIONS_H
#define COMMON_IO_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct field;

enum record_mode {
	RECORD_LINE,		/* a line */
	RECORD_NUL,		/* -z: up to a NUL; each one a document */
	RECORD_PARAGRAPH,	/* -p: lines up to an empty line */
	RECORD_JSON		/* -J: a JSON object; each one a document */
};

/*
 * -p goes with -z and -J too: their documents then are hard-wrapped
 * paragraphs.  Alone it makes the records paragraphs (RECORD_PARAGRAPH).
 */

enum tristate { AUTO, ALWAYS, NEVER };

#define COLUMNS_MOST	32	/* that -f takes */

struct io_options {
	enum record_mode mode;
	bool		 paragraphs;	/* -p, also within -z and -J */
	bool		 prose;		/* hard-wrapped lines are told of */
	const char	*text_field;	/* -J: the member with the text, */
	bool		 text_optional;	/* which need not be there; */
	bool		 text_as_it_is;	/* bytes that are no UTF-8 stay in it */
	bool		 rows;		/* -J -o tsv: a table, no objects */
	const char	*id_field;	/* the member that a row begins with */
	char		 format[16];	/* -o: one of program.formats, or "" */
	bool		 format_given;
	enum tristate	 names;		/* -H, --no-filename */
	enum tristate	 color;
	bool		 header;
	/* -f: of program.fields, in order, then NULL; first NULL: no -f */
	const struct field *columns[COLUMNS_MOST + 1];
	bool		 progress;
};

enum option_argument { NO_ARG, NEEDS_ARG, MAY_ARG };

struct option_entry {
	int		 id;		/* the letter, or 256 and up if none */
	const char	*name;		/* long name without dashes */
	enum option_argument arg;
	/* "FILE", or all values, "split|keep"; shown in usage and help. */
	const char	*metavar;
	const char	*help;		/* one line, lower case, no stop */
};

/* Groups of shared options. */
#define GROUP_NUL	0x01	/* -z */
#define GROUP_PARAGRAPH	0x02	/* -p */
#define GROUP_JSON	0x04	/* -J, --text-field */
#define GROUP_NAMES	0x08	/* -H, --no-filename */
#define GROUP_HEADER	0x10	/* --header */
#define GROUP_COLOR	0x20	/* --color */
#define GROUP_PROSE	0x40	/* a line is no part of a sentence */

struct program {
	const char	*name;
	const char	*purpose;	/* the man page's .Nd */
	/* "text tsv json", the first the default; NULL: no -o */
	const char	*formats;
	unsigned	 groups;
	const struct option_entry *options;	/* ended by .name == NULL */
	const struct field *fields;	/* the same; NULL: no -f */
	/*
	 * The values that an option of its own takes, "en ar bg", for --help
	 * and messages: writes them and is true; false if they are not listed.
	 */
	bool		(*choices)(int id, char *list, size_t size);
};

struct options;

/*
 * Start parsing; io gets the defaults.  The table must outlive the parse.
 * To be called before anything else: it holds the standard descriptors
 * (files.h) and takes SIGUSR1 (progress.h).
 */
struct options	*options_new(const struct program *, struct io_options *io,
		    int argc, char *argv[]);
/*
 * The id of the next option of the program's own and its argument (NULL if it
 * has none), or -1 when only operands are left; then options_operands() gives
 * the index in argv of the first.
 */
int		 options_next(struct options *, const char **arg);
int		 options_operands(struct options *);
void		 options_free(struct options *);

/* "program: message" (shown.h), "Try 'program --help'.", status 2. */
__attribute__((noreturn, format(printf, 2, 3)))
void		 options_fail(struct options *, const char *, ...);

/* The same for a value that is none of the choices of the option given last. */
__attribute__((noreturn))
void		 options_fail_choice(struct options *, const char *value);

/*
 * The number in arg between min and max (strtonum), a size such as 64M
 * (K, M, G, T: powers of 1024), a real number: or options_fail() naming the
 * option.
 */
long long	 options_number(struct options *, const char *arg,
		    long long min, long long max);
uint64_t	 options_size(struct options *, const char *arg);
double		 options_real(struct options *, const char *arg, double min,
		    double max);

#endif
