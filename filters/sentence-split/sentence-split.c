/*
 * sentence-split -- one sentence a line
 */
#include <err.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/lexicon/lexicon.h"
#include "common/sentences/sentences.h"
#include "common/text/text.h"
#include "filters/sentence-split/write.h"

enum { OPT_QUOTES = 256, OPT_THRESHOLD, OPT_LONGEST };

static struct option_entry entries[] = {
	{ 'a', "abbreviations", NEEDS_ARG, "FILE",
	    "words of one's own, abbreviations or none, one a line" },
	{ 'b', "blank-lines", NO_ARG, NULL,
	    "an empty line between paragraphs" },
	{ 'l', "language", NEEDS_ARG, "LANG", "the language (default: en)" },
	{ OPT_LONGEST, "max-length", NEEDS_ARG, "N",
	    "cut sentences of more than N characters" },
	{ OPT_QUOTES, "quotes", NEEDS_ARG, "split|keep",
	    "quotations (default: split)" },
	{ OPT_THRESHOLD, "threshold", NEEDS_ARG, "P",
	    "split where a sentence ends with this probability "
	    "(default: 0.5)" },
	{ 0, NULL, NO_ARG, NULL, NULL }
};

static bool choices(int id, char *list, size_t size);

static const struct program program = {
	.name = "sentence-split",
	.purpose = "print text one sentence a line",
	.formats = "text tsv json",
	.groups = GROUP_NUL | GROUP_PARAGRAPH | GROUP_PROSE | GROUP_JSON |
	    GROUP_NAMES | GROUP_HEADER,
	.options = entries,
	.fields = sentence_fields,
	.choices = choices,
};

/*
 * The words in the files named by -a.  They are read before the program gives
 * up opening files, and for a splitter that is made later as well.
 */
struct word {
	char		*text;
	const char	*file;
	uint64_t	 line;
};

struct word_list {
	struct word	*word;
	size_t		 n, cap;
};

/* An entry without comment and white space around, if that leaves something. */
static void
add_word(struct word_list *w, const struct list *l, const char *file)
{
	size_t end = strcspn(l->text, "#"), start = space_skip(l->text, 0, end);

	end = space_before(l->text, start, end);
	if (start == end)
		return;
	w->word = array_grow(w->word, &w->cap, w->n + 1, sizeof(*w->word));
	w->word[w->n++] = (struct word){ xstrndup(l->text + start, end - start),
	    file, l->number };
}

static void
read_words(struct word_list *w, const char *file)
{
	struct list l;

	list_open(&l, file);
	while (list_next(&l))
		add_word(w, &l, file);
	if (!list_close(&l))
		exit(EXIT_TROUBLE);
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

/* What --help and messages list: the languages' codes. */
static bool
choices(int id, char *list, size_t size)
{
	size_t i;

	if (id != 'l')
		return false;
	strlcpy(list, "auto", size);
	for (i = 0; language_at(i) != NULL; i++) {
		strlcat(list, " ", size);
		strlcat(list, language_at(i)->code, size);
	}
	return true;
}

/* -l: the language; NULL for auto, which is told of each document. */
static const struct language *
language_named(struct options *opts, const char *arg)
{
	const struct language *l = NULL;

	if (strcmp(arg, "auto") != 0 && (l = language_find(arg)) == NULL)
		options_fail_choice(opts, arg);
	return l;
}

/* What splitters are made of, one for each language that is met. */
struct splitters {
	struct sentence_options options;
	struct word_list words;
	struct splitter	*of[LANGUAGES_TOLD_MAX];
	bool		 tells;		/* -l auto */
	struct telling	 telling;	/* of the document so far */
};

/* False, and told, if the word cannot be used. */
static bool
is_usable(struct splitter *s, const struct word *w)
{
	const char *fault = splitter_word(s, w->text, strlen(w->text));

	if (fault != NULL)
		warnx("%s:%llu: %s: %s", shown_file(w->file),
		    (unsigned long long)w->line, shown(w->text), fault);
	return fault == NULL;
}

static struct splitter *
splitter_make(const struct splitters *p, const struct language *l)
{
	struct sentence_options o = p->options;
	struct splitter *s;
	bool good = true;
	size_t i;

	o.language = l;
	s = splitter_new(&o);
	for (i = 0; i < p->words.n; i++)
		good &= is_usable(s, &p->words.word[i]);
	if (!good)
		exit(EXIT_TROUBLE);
	return s;
}

static const struct splitter *
splitter_of(struct splitters *p, const struct language *l)
{
	size_t i;

	for (i = 0; language_at(i) != l; i++)
		;
	if (p->of[i] == NULL)
		p->of[i] = splitter_make(p, l);
	return p->of[i];
}

static void
splitters_free(struct splitters *p)
{
	size_t i;

	for (i = 0; i < LANGUAGES_TOLD_MAX; i++)
		if (p->of[i] != NULL)
			splitter_free(p->of[i]);
	for (i = 0; i < p->words.n; i++)
		free(p->words.word[i].text);
	free(p->words.word);
}

/* The splitter for a record: that of what its document looks like so far. */
static const struct splitter *
splitter_told(struct splitters *p, const struct record *r)
{
	if (r->first)
		telling_start(&p->telling);
	telling_text(&p->telling, r->text, r->len);
	return splitter_of(p, telling_language(&p->telling));
}

static void
run(struct sentence_writer *w, struct splitters *p, const struct io_options *o)
{
	struct record r;

	write_begin(w, o);
	while (input_next(w->io->in, &r)) {
		if (p->tells)
			w->splitter = splitter_told(p, &r);
		if (r.json != NULL)
			write_object(w, &r);
		else
			write_record(w, &r);
	}
}

int
main(int argc, char *argv[])
{
	struct splitters p = { .options.language = language_default() };
	struct sentence_writer w = { 0 };
	struct io_options o;
	struct options *opts;
	const char *arg, **files;
	int id, first, status, i, nfiles = 0;

	opts = options_new(&program, &o, argc, argv);
	files = xcalloc((size_t)argc, sizeof(*files));
	while ((id = options_next(opts, &arg)) != -1) {
		switch (id) {
		case 'a':
			files[nfiles++] = arg;
			break;
		case 'b':
			w.separates = true;
			break;
		case 'l':
			p.options.language = language_named(opts, arg);
			break;
		case OPT_LONGEST:
			p.options.longest = (size_t)options_number(opts, arg,
			    1, LLONG_MAX);
			break;
		case OPT_QUOTES:
			p.options.keep_quotes = keeps_quotes(opts, arg);
			break;
		case OPT_THRESHOLD:
			p.options.threshold =
			    options_real(opts, arg, 0.001, 0.999);
			break;
		}
	}
	first = options_operands(opts);
	options_free(opts);
	w.format = strcmp(o.format, "tsv") == 0 ? FORMAT_TSV :
	    strcmp(o.format, "json") == 0 ? FORMAT_JSON : FORMAT_TEXT;
	p.options.join_lines = p.options.layout = w.joins = o.paragraphs;
	w.columns = o.columns[0] == NULL ? NULL : o.columns;
	w.zero = o.mode == RECORD_NUL;
	for (i = 0; i < nfiles; i++)
		read_words(&p.words, files[i]);
	free(files);
	p.tells = p.options.language == NULL;
	w.splitter = splitter_of(&p, p.tells ? language_default() :
	    p.options.language);
	w.io = io_open(&o, argc - first, argv + first);
	run(&w, &p, &o);
	status = io_close(w.io);
	splitters_free(&p);
	return status;
}
