/*
 * quote-extract -- who said what
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "common/io/io.h"
#include "common/quotes/quotes.h"
#include "filters/quote-extract/feed.h"
#include "filters/quote-extract/told.h"
#include "filters/quote-extract/verb_list.h"
#include "filters/quote-extract/write.h"

#define MIN_WORDS_MOST	1000000
#define MIN_SPEAKER	500	/* of 1000, if no other is asked for */
/* Of quotations that are less sure four in five are none. */
#define MIN_CONFIDENCE	200	/* of 1000 */

enum {					/* of options without a letter */
	OPTION_MIN_SPEAKER = 256, OPTION_PEOPLE, OPTION_SUMMARY, OPTION_VERBS
};

static const struct option_entry entries[] = {
	{ 'c', "context", NO_ARG, NULL,
	    "print the passage a quotation stands in, too" },
	{ 'k', "kind", NEEDS_ARG, "LIST",
	    "only these kinds: direct mixed indirect" },
	{ 'm', "min-confidence", NEEDS_ARG, "P",
	    "only quotations at least this sure, 0 to 1 (default: 0.2)" },
	{ OPTION_MIN_SPEAKER, "min-speaker", NEEDS_ARG, "P",
	    "no speaker that is less sure than this (default: 0.5)" },
	{ OPTION_PEOPLE, "people", NEEDS_ARG, "FILE",
	    "persons with their other names and ids" },
	{ OPTION_SUMMARY, "summary", NO_ARG, NULL,
	    "print only how much each speaker says" },
	{ 'u', "unattributed", NO_ARG, NULL,
	    "quotations of unknown speakers without a cue, too" },
	{ OPTION_VERBS, "verbs", NEEDS_ARG, "FILE",
	    "more verbs of saying, one a line" },
	{ 'w', "min-words", NEEDS_ARG, "N",
	    "only quotations of at least N words" },
	{ 0, NULL, NO_ARG, NULL, NULL }
};

static const struct program program = {
	.name = "quote-extract",
	.purpose = "print quotations: who said what",
	.formats = "tsv text json html",
	.groups = GROUP_NUL | GROUP_PARAGRAPH | GROUP_PROSE | GROUP_JSON |
	    GROUP_NAMES | GROUP_HEADER | GROUP_COLOR,
	.options = entries,
	.fields = quote_fields,
};

/* "direct,mixed" as bits of 1 << kind. */
static unsigned
parse_kinds(struct options *opts, const char *list)
{
	unsigned set = 0, k;
	const char *name;
	size_t n;

	for (; *list != '\0'; list += n + (list[n] == ',')) {
		n = strcspn(list, ",");
		for (k = 0; k < QUOTE_KINDS; k++) {
			name = quote_kind_name(k);
			if (strlen(name) == n && memcmp(name, list, n) == 0)
				break;
		}
		if (k == QUOTE_KINDS)
			options_fail(opts,
			    "--kind=%s: not direct, mixed or indirect", list);
		set |= 1u << k;
	}
	if (set == 0)
		options_fail(opts, "--kind: no kind given");
	return set;
}

/* A text that is all there: its names first, then its quotations. */
static void
read_whole(struct quote_writer *w, struct quoter *q, const struct record *r,
    bool joins)
{
	struct feed feed = {0};
	const struct quote *v;
	struct paragraph_text t;
	size_t n;

	quoter_begin(q);
	if (r->json != NULL)
		told_names(q, r);
	feed_text(&feed, r, false);
	quoter_names(q, feed.text, feed.len);
	writer_document(w, r);
	feed_text(&feed, r, joins);
	while (feed_next(&feed, true, &t)) {
		n = quoter_read(q, t.text, t.len,
		    feed.len - feed.at, &v);
		writer_paragraph(w, &t, v, n);
	}
	writer_document_end(w, r);
	feed_free(&feed);
}

static void
drain(struct quote_writer *w, struct quoter *q, struct feed *feed, bool last)
{
	const struct quote *v;
	struct paragraph_text t;
	size_t n;

	while (feed_next(feed, last, &t)) {
		n = quoter_read(q, t.text, t.len, feed->len - feed->at, &v);
		writer_paragraph(w, &t, v, n);
	}
}

static void
run(struct quote_writer *w, const struct io_options *o, struct verb_list *verbs)
{
	struct quoter *q = quoter_new();
	struct feed feed = {0};
	bool begun = false;
	struct record r;

	verb_list_tell(verbs, q);
	writer_begin(w, o);
	while (input_next(w->io->in, &r)) {
		if (o->mode == RECORD_JSON || o->mode == RECORD_NUL) {
			read_whole(w, q, &r, o->paragraphs);
			continue;
		}
		if (r.first) {
			if (begun) {
				drain(w, q, &feed, true);
				writer_document_end(w, NULL);
			}
			begun = true;
			feed_reset(&feed);
			quoter_begin(q);
			writer_document(w, &r);
		}
		feed_record(&feed, &r, o->mode == RECORD_PARAGRAPH);
		drain(w, q, &feed, false);
	}
	if (begun) {
		drain(w, q, &feed, true);
		writer_document_end(w, NULL);
	}
	writer_end(w);
	feed_free(&feed);
	quoter_free(q);
}

/* A number from 0 to 1 as thousandths. */
static unsigned
permille(struct options *opts, const char *arg)
{
	return (unsigned)(1000 * options_real(opts, arg, 0, 1) + 0.5);
}

/* A table, but for a person at a terminal who did not ask for one. */
static enum format
format_of(const struct io_options *o)
{
	if (strcmp(o->format, "json") == 0)
		return FORMAT_JSON;
	if (strcmp(o->format, "html") == 0)
		return FORMAT_HTML;
	if (strcmp(o->format, "text") == 0)
		return FORMAT_TEXT;
	return o->format_given || o->columns[0] != NULL || o->header ||
	    !isatty(STDOUT_FILENO) ? FORMAT_TSV : FORMAT_TEXT;
}

int
main(int argc, char *argv[])
{
	struct quote_writer w = { .kinds = (1u << QUOTE_KINDS) - 1,
	    .min_confidence = MIN_CONFIDENCE, .min_speaker = MIN_SPEAKER };
	struct verb_list verbs = {0};
	struct io_options o;
	struct options *opts;
	const char *arg;
	int id, first, status;

	opts = options_new(&program, &o, argc, argv);
	while ((id = options_next(opts, &arg)) != -1) {
		switch (id) {
		case 'c':
			w.context = true;
			break;
		case 'k':
			w.kinds = parse_kinds(opts, arg);
			break;
		case 'm':
			w.min_confidence = permille(opts, arg);
			break;
		case OPTION_MIN_SPEAKER:
			w.min_speaker = permille(opts, arg);
			break;
		case OPTION_PEOPLE:
			people_list_free(w.people);
			w.people = people_list_read(arg);
			break;
		case OPTION_SUMMARY:
			w.summary = true;
			break;
		case 'u':
			w.unattributed = true;
			break;
		case OPTION_VERBS:
			verb_list_read(&verbs, arg);
			break;
		case 'w':
			w.min_words = (size_t)options_number(opts, arg, 0,
			    MIN_WORDS_MOST);
			break;
		}
	}
	first = options_operands(opts);
	if (w.summary && (w.context || o.columns[0] != NULL ||
	    (o.format_given && (strcmp(o.format, "html") == 0 ||
	    strcmp(o.format, "text") == 0))))
		options_fail(opts, "--summary: not with --context, "
		    "--fields, -o html or -o text");
	if (o.mode == RECORD_JSON && !o.rows && !w.summary)
		w.format = FORMAT_MEMBER;
	else
		w.format = format_of(&o);
	if (w.summary && w.format == FORMAT_TEXT)
		w.format = FORMAT_TSV;
	options_free(opts);
	w.io = io_open(&o, argc - first, argv + first);
	run(&w, &o, &verbs);
	writer_free(&w);
	status = io_close(w.io);
	return status;
}
