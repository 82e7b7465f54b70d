/*
 * tag-entities -- mark names, dates, sums and numbers in text
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "filters/tag-entities/finder.h"
#include "filters/tag-entities/own_lists.h"
#include "filters/tag-entities/write.h"

enum {
	OPT_SCHEME = 256, OPT_GAZETTEER, OPT_STOP, OPT_CASELESS, OPT_CONFIDENCE,
	OPT_DATE, OPT_DATE_FIELD
};

static const struct option_entry entries[] = {
	{ 't', "types", NEEDS_ARG, "TYPES",
	    "only these types, separated by commas" },
	{ OPT_CASELESS, "caseless", NO_ARG, NULL,
	    "capitals mean nothing in this text" },
	{ OPT_DATE, "date", NEEDS_ARG, "DATE",
	    "when the text was written, as 2014-03-30" },
	{ OPT_DATE_FIELD, "date-field", NEEDS_ARG, "NAME",
	    "with -J: the member that tells that (default: date)" },
	{ OPT_GAZETTEER, "gazetteer", NEEDS_ARG, "TYPE:FILE",
	    "its lines are names; TYPE,i in any case, TYPE,a any accents" },
	{ OPT_CONFIDENCE, "min-confidence", NEEDS_ARG, "P",
	    "only mentions that are this sure, from 0 to 1" },
	{ OPT_SCHEME, "scheme", NEEDS_ARG, "ontonotes|conll",
	    "names of the types (default: ontonotes)" },
	{ OPT_STOP, "stop", NEEDS_ARG, "FILE",
	    "the lines of FILE are never names" },
	{ 0, NULL, NO_ARG, NULL, NULL }
};

static bool choices(int id, char *list, size_t size);

static const struct program program = {
	.name = "tag-entities",
	.purpose =
	    "mark named entities: names, dates, sums and numbers in text",
	.formats = "text tsv conll json html brat",
	.groups = GROUP_NUL | GROUP_PARAGRAPH | GROUP_PROSE | GROUP_JSON |
	    GROUP_NAMES | GROUP_HEADER | GROUP_COLOR,
	.options = entries,
	.choices = choices,
	.fields = mention_fields,
};

static void
use_scheme(struct options *opts, struct finder_settings *s, const char *arg)
{
	bool conll = strcmp(arg, "conll") == 0;
	const struct entity_type_row *row;
	int i;

	if (!conll && strcmp(arg, "ontonotes") != 0)
		options_fail(opts, "--scheme=%s: not ontonotes or conll", arg);
	for (i = 0; i < ENTITY_TYPES; i++) {
		row = entity_type_row(i);
		s->labels[i] = conll ? row->conll : row->name;
	}
}

/* What --help and messages list: the names of the types. */
static bool
choices(int id, char *list, size_t size)
{
	int i;

	if (id != 't')
		return false;
	*list = '\0';
	for (i = 0; i < ENTITY_TYPES; i++) {
		strlcat(list, i > 0 ? " " : "", size);
		strlcat(list, entity_type_name(i), size);
	}
	return true;
}

__attribute__((noreturn)) static void
no_type(struct options *opts, const struct finder_settings *s,
    const char *type, size_t n)
{
	char list[512];

	finder_list_labels(s, list, sizeof(list));
	options_fail(opts, "-t %.*s: not one of:%s", n > 0 ? (int)n : 2,
	    n > 0 ? type : "''", list);
}

/* Keep the labels that are in the list, "PERSON,ORG". */
static void
choose_types(struct options *opts, struct finder_settings *s, const char *list)
{
	bool keep[ENTITY_TYPES] = { false }, known;
	size_t n;
	int i;

	if (*list == '\0')
		options_fail(opts, "-t: no type given");
	for (; *list != '\0'; list += n + (list[n] == ',')) {
		n = strcspn(list, ",");
		known = false;
		for (i = 0; i < ENTITY_TYPES; i++)
			if (s->labels[i] != NULL && strlen(s->labels[i]) == n &&
			    strncasecmp(s->labels[i], list, n) == 0)
				keep[i] = known = true;
		if (!known)
			no_type(opts, s, list, n);
	}
	for (i = 0; i < ENTITY_TYPES; i++)
		if (!keep[i])
			s->labels[i] = NULL;
}

static enum entities_format
format(const char *name)
{
	static const char *const names[] = {
		"text", "tsv", "conll", "json", "html", "brat"
	};
	int i;

	for (i = FORMAT_TEXT; i < FORMAT_BRAT; i++)
		if (strcmp(names[i], name) == 0)
			break;
	return i;
}

/* Annotations are of one text. */
static void
check_brat(struct options *opts, const struct io_options *o, int nfiles)
{
	if (strcmp(o->format, "brat") != 0)
		return;
	if (nfiles > 1)
		options_fail(opts, "-o brat: one file at a time, the "
		    "annotations of which these are");
	if (o->mode == RECORD_NUL || o->names == ALWAYS)
		options_fail(opts, "-o brat and %s do not go together: "
		    "annotations are of one text", o->mode == RECORD_NUL ?
		    "-z" : "-H");
}

static void
run(struct mention_writer *w, const struct io_options *o)
{
	struct record r;

	write_begin(w, o);
	while (input_next(w->io->in, &r)) {
		if (r.json != NULL)
			write_object(w, &r);
		else
			write_record(w, &r);
	}
	write_end(w);
}

/* --date: a date, as it stands. */
static const char *
date_argument(struct options *opts, const char *arg)
{
	struct date day;
	int minute;

	if (!date_parse(arg, strlen(arg), &day, &minute))
		options_fail(opts, "--date=%s: not a date such as 2014-03-30",
		    arg);
	return arg;
}

/* What has to be done for the output that is wanted. */
static void
choose_work(struct finder_settings *s, struct mention_writer *w,
    const struct io_options *o)
{
	s->join_lines = o->paragraphs;
	w->format = format(o->format);
	w->whole = o->mode == RECORD_NUL;
	s->nameless = o->mode != RECORD_JSON && (w->format == FORMAT_TEXT ||
	    w->format == FORMAT_CONLL);
	s->valued = (o->mode == RECORD_JSON && !o->rows) ||
	    w->format == FORMAT_JSON || w->format == FORMAT_HTML ||
	    w->format == FORMAT_BRAT ||
	    write_has_value(o->columns);
}

int
main(int argc, char *argv[])
{
	struct finder_settings s = { 0 };
	struct mention_writer w = { .date = "", .date_field = "date" };
	struct own_lists lists = { 0 };
	const char *arg, *types = NULL;
	struct io_options o;
	struct options *opts;
	int id, first, status;

	opts = options_new(&program, &o, argc, argv);
	use_scheme(opts, &s, "ontonotes");
	own_lists_room(&lists, argc);
	while ((id = options_next(opts, &arg)) != -1) {
		switch (id) {
		case 't':
			types = arg;
			break;
		case OPT_SCHEME:
			use_scheme(opts, &s, arg);
			break;
		case OPT_GAZETTEER:
			lists.gazetteers[lists.ngazetteers++] = arg;
			break;
		case OPT_STOP:
			lists.stops[lists.nstops++] = arg;
			break;
		case OPT_DATE:
			w.date = date_argument(opts, arg);
			break;
		case OPT_DATE_FIELD:
			w.date_field = arg;
			break;
		case OPT_CASELESS:
			s.caseless = true;
			break;
		case OPT_CONFIDENCE:
			s.least = (unsigned)(options_real(opts, arg, 0, 1) *
			    1000 + 0.5);
			break;
		}
	}
	own_lists_read(&lists, opts, &s);
	s.phrases = lists.phrases;
	if (types != NULL)
		choose_types(opts, &s, types);
	first = options_operands(opts);
	check_brat(opts, &o, argc - first);
	options_free(opts);
	choose_work(&s, &w, &o);
	w.finder = finder_new(&s);
	w.io = io_open(&o, argc - first, argv + first);
	w.color = w.format == FORMAT_TEXT && w.io->color;
	run(&w, &o);
	status = io_close(w.io);
	finder_free(w.finder);
	own_lists_free(&lists);
	return status == 0 && lists.faulty ? EXIT_INPUT : status;
}
