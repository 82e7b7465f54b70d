/*
 * sentence-split -- one sentence a line
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/lexicon/lexicon.h"
#include "common/sentences/sentences.h"
#include "common/text/text.h"
#include "filters/sentence-split/write.h"

enum { OPT_QUOTES = 256, OPT_THRESHOLD };

static const struct option_entry entries[] = {
	{ 'a', "abbreviations", NEEDS_ARG, "FILE",
	    "more abbreviations, one a line" },
	{ 'b', "blank-lines", NO_ARG, NULL,
	    "an empty line between paragraphs" },
	{ 'l', "language", NEEDS_ARG, "LANG",
	    "the language of the text (default: en)" },
	{ OPT_QUOTES, "quotes", NEEDS_ARG, "HOW",
	    "split inside quotations or keep them whole (default: split)" },
	{ OPT_THRESHOLD, "threshold", NEEDS_ARG, "P",
	    "split where a sentence ends with this probability (default: 0.5)" },
	{ 0, NULL, NO_ARG, NULL, NULL }
};

static const struct program program = {
	.name = "sentence-split",
	.purpose = "print text one sentence a line",
	.formats = "text tsv json",
	.groups = GROUP_NUL | GROUP_PARAGRAPH | GROUP_JSON | GROUP_NAMES |
	    GROUP_HEADER,
	.options = entries,
};

/* The files named by -a, read when the language is known. */
struct lists {
	const char	**file;
	int		 n;
};

/* A line of the list: without comment and white space around. */
static void
add_abbreviation(struct splitter *s, const char *line)
{
	size_t end = strcspn(line, "#"), start = space_skip(line, 0, end);

	end = space_before(line, start, end);
	splitter_abbreviation(s, line + start, end - start);
}

static void
read_abbreviations(struct splitter *s, const char *file)
{
	FILE *f = strcmp(file, "-") == 0 ? stdin : fopen(file, "r");
	char *line = NULL;
	size_t cap = 0;

	if (f == NULL)
		err(EXIT_TROUBLE, "%s", shown_file(file));
	while (getline(&line, &cap, f) != -1)
		add_abbreviation(s, line);
	if (ferror(f))
		err(EXIT_TROUBLE, "%s", shown_file(file));
	free(line);
	if (f != stdin)
		fclose(f);
}

static bool
keeps_quotes(struct options *opts, const char *arg)
{
	if (strcmp(arg, "keep") == 0)
		return true;
	if (strcmp(arg, "split") != 0)
		options_fail(opts, "--quotes=%s: not split or keep", arg);
	return false;
}

/* The languages' codes, for a message. */
__attribute__((noreturn)) static void
no_language(struct options *opts, const char *arg)
{
	char list[256] = "";
	size_t i;

	for (i = 0; language_at(i) != NULL; i++) {
		strlcat(list, " ", sizeof(list));
		strlcat(list, language_at(i)->code, sizeof(list));
	}
	options_fail(opts, "-l %s: not one of:%s", arg, list);
}

static void
run(struct sentence_writer *w, const struct io_options *o)
{
	struct record r;

	write_begin(w, o->header);
	while (input_next(w->io->in, &r)) {
		if (r.json != NULL)
			write_object(w, &r);
		else
			write_record(w, &r);
	}
}

int
main(int argc, char *argv[])
{
	struct sentence_options so = { 0 };
	struct lists lists = { 0 };
	struct sentence_writer w = { 0 };
	struct io_options o;
	struct options *opts;
	struct splitter *s;
	const char *arg;
	int id, i, first, status;

	opts = options_new(&program, &o, argc, argv);
	lists.file = calloc((size_t)argc + 1, sizeof(*lists.file));
	if (lists.file == NULL)
		err(EXIT_TROUBLE, NULL);
	while ((id = options_next(opts, &arg)) != -1) {
		switch (id) {
		case 'a':
			lists.file[lists.n++] = arg;
			break;
		case 'b':
			w.separates = true;
			break;
		case 'l':
			if ((so.language = language_find(arg)) == NULL)
				no_language(opts, arg);
			break;
		case OPT_QUOTES:
			so.keep_quotes = keeps_quotes(opts, arg);
			break;
		case OPT_THRESHOLD:
			so.threshold = options_real(opts, arg, 0.001, 0.999);
			break;
		}
	}
	first = options_operands(opts);
	options_free(opts);
	w.format = strcmp(o.format, "tsv") == 0 ? FORMAT_TSV :
	    strcmp(o.format, "json") == 0 ? FORMAT_JSON : FORMAT_TEXT;
	so.join_lines = w.joins = o.paragraphs;
	w.zero = o.mode == RECORD_NUL;
	w.splitter = s = splitter_new(&so);
	for (i = 0; i < lists.n; i++)
		read_abbreviations(s, lists.file[i]);
	free(lists.file);
	w.io = io_open(&o, argc - first, argv + first);
	run(&w, &o);
	status = io_close(w.io);
	splitter_free(s);
	return status;
}
