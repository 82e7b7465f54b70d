#include "filters/dedup/writer.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/text/text.h"
#include "filters/dedup/report.h"

#define MAX_RUN	1024		/* records of a run */

struct writer {
	struct io	*io;
	const struct settings *set;
	bool		 plain;		/* records go out as they came */
	char		 terminator;	/* of a record */

	const char	*run;		/* kept records that lie together */
	size_t		 run_len;
	size_t		 ends[MAX_RUN], n;

	bool		 any;		/* something was printed */
	bool		 removed;	/* since a record that is not empty */
	bool		 dropped;	/* the last record was */
	uint64_t	 blanks;	/* empty records in a row, */
	uint64_t	 held;		/* of them not printed yet, */
	size_t		 held_eol;	/* the length of their terminators, */
	uint64_t	 held_number;	/* the number of the first, */
	const char	*held_file;	/* and the file they are in */

	uint64_t	 group;		/* --groups: of the record printed, */
	const char	*group_name;	/* and what it is called, or NULL */
	size_t		 group_len;
	struct buffer	 joined;	/* a paragraph on one line */
	struct json_record *json;	/* to print an object anew */
};

struct writer *
writer_new(struct io *io, const struct settings *set)
{
	struct writer *w = xcalloc(1, sizeof(*w));

	w->io = io;
	w->set = set;
	w->plain = !set->number && !set->count && !set->groups &&
	    !io->show_name;
	w->terminator = set->io.mode == RECORD_NUL ? '\0' : '\n';
	return w;
}

bool
writer_is_plain(const struct writer *w)
{
	return w->plain;
}

void
writer_settle(struct writer *w)
{
	if (w->n > 0)
		output_records(w->io->out, w->run, w->run_len, w->ends, w->n);
	w->run = NULL;
	w->run_len = w->n = 0;
}

/* A paragraph's lines with a space for each line break. */
static void
join_lines(struct writer *w, const char **text, size_t *len)
{
	w->joined.len = 0;
	joined_add(&w->joined, *text, *len, JOIN_TIGHTLY);
	*text = w->joined.data;
	*len = w->joined.len;
}

static void
print_group(struct writer *w)
{
	if (w->group == 0)
		;			/* a header has none */
	else if (w->group_name == NULL)
		output_number(w->io->out, w->group);
	else if (w->set->io.mode == RECORD_JSON)
		output_write(w->io->out, w->group_name, w->group_len);
	else
		output_tsv(w->io->out, w->group_name, w->group_len);
}

/* The object with its count, or group, as one more member. */
static void
print_object(struct writer *w, uint64_t count, const char *line, size_t len)
{
	char why[128];

	if (w->json == NULL) {
		w->json = json_record_new(w->set->io.text_field);
		json_record_text_rules(w->json, true, true);
	}
	if (!json_record_parse(w->json, line, len, why, sizeof(why)))
		errx(EXIT_TROUBLE, "an object changed: %s", shown(why));
	json_member_begin(w->io->out, w->json,
	    w->set->groups ? "group" : "count");
	if (w->set->groups)
		print_group(w);
	else
		output_number(w->io->out, count);
	json_member_end(w->io->out, w->json);
}

/* File, count, group and number, each with a tab behind it. */
static void
print_prefix(struct writer *w, const char *file, uint64_t count,
    uint64_t number)
{
	struct output *out = w->io->out;

	if (w->io->show_name) {
		output_tsv(out, file, strlen(file));
		output_putc(out, '\t');
	}
	if (w->set->count && w->set->io.mode != RECORD_JSON) {
		if (count > 0)		/* a header has none */
			output_number(out, count);
		output_putc(out, '\t');
	}
	if (w->set->groups && w->set->io.mode != RECORD_JSON) {
		print_group(w);
		output_putc(out, '\t');
	}
	if (w->set->number) {
		output_number(out, number);
		output_putc(out, '\t');
	}
}

void
writer_group(struct writer *w, uint64_t number, const char *name,
    size_t name_len)
{
	w->group = number;
	w->group_name = name;
	w->group_len = name_len;
}

void
writer_mark(struct writer *w, const struct record *r, uint64_t number,
    const struct verdict *v, const char *of, size_t of_len)
{
	struct output *out = w->io->out;
	char share[5];

	writer_settle(w);
	print_prefix(w, r->file, 0, number);
	json_member_begin(out, r->json, w->set->mark);
	if (v == NULL)
		output_puts(out, "null");
	else {
		output_puts(out, "{\"of\":");
		if (of != NULL)
			output_write(out, of, of_len);
		else if (v->kept != 0)
			output_number(out, v->kept);
		else
			output_puts(out, "null");
		output_puts(out, ",\"why\":\"");
		output_puts(out, v->why);
		output_puts(out, "\",\"similarity\":");
		report_hundredths(v->similarity, share);
		output_puts(out, share);
		output_putc(out, '}');
	}
	json_member_end(out, r->json);
	w->any = true;
}

void
writer_print(struct writer *w, const char *file, uint64_t count,
    uint64_t number, const char *text, size_t len, const char *eol,
    size_t eol_len)
{
	struct output *out = w->io->out;

	writer_settle(w);
	print_prefix(w, file, count, number);
	if ((w->set->count || w->set->groups) &&
	    w->set->io.mode == RECORD_JSON) {
		print_object(w, count, text, len);
		return;
	}
	if (w->set->io.mode == RECORD_PARAGRAPH && !w->plain)
		join_lines(w, &text, &len);
	output_write(out, text, len);
	output_write(out, eol, eol_len);
	output_end_record(out);
}

/* Empty lines that stood in a row and were held back. */
static void
release_blanks(struct writer *w)
{
	const char *eol = w->held_eol == 2 ? "\r\n" :
	    w->set->io.mode == RECORD_NUL ? "" : "\n";

	for (; w->held > 0 && !w->removed; w->held--)
		writer_print(w, w->held_file, 0, w->held_number++, "", 0, eol,
		    w->held_eol);
	w->held = 0;
}

void
writer_free(struct writer *w)
{
	release_blanks(w);
	writer_settle(w);
	if (w->json != NULL)
		json_record_free(w->json);
	buffer_free(&w->joined);
	free(w);
}

/* Room for n records that begin at p: in the run, if that goes on there. */
static void
go_on(struct writer *w, const char *p, size_t n)
{
	if (w->n + n > MAX_RUN || (w->n > 0 && p != w->run + w->run_len))
		writer_settle(w);
	if (w->n == 0)
		w->run = p;
}

/* Add a record's bytes, terminator included, to the run. */
static void
add_to_run(struct writer *w, const char *p, size_t len)
{
	go_on(w, p, 1);
	w->run_len += len;
	w->ends[w->n++] = w->run_len;
}

/*
 * Bytes before the text, a byte order mark or empty lines, which have no
 * business where the record comes to stand elsewhere; and the empty line that
 * keeps paragraphs of two files apart.
 */
static const char *
start_of(struct writer *w, const struct record *r)
{
	const char *start = r->raw;

	if (r->json != NULL || r->text == r->raw)
		;
	else if (!w->any && (w->dropped || !r->first))
		start = r->text;	/* what stood before is gone */
	else if (w->any && r->first)
		start = r->text;
	if (w->set->io.mode == RECORD_PARAGRAPH && w->any && r->first) {
		writer_settle(w);
		output_putc(w->io->out, '\n');
		output_end_record(w->io->out);
	}
	return start;
}

/* As it came, with a terminator if it has none, or half of one. */
static void
keep_plain(struct writer *w, const struct record *r)
{
	const char *start = start_of(w, r), *end = r->raw + r->raw_len, *eol;
	size_t eol_len;

	if (end > start && end[-1] == w->terminator) {
		add_to_run(w, start, (size_t)(end - start));
		return;
	}
	eol = record_terminator(w->io->in, r, &eol_len);
	if (r->json == NULL)
		end = r->text + r->len;
	writer_settle(w);
	output_write(w->io->out, start, (size_t)(end - start));
	output_write(w->io->out, eol, eol_len);
	output_end_record(w->io->out);
}

static void
keep_with_prefix(struct writer *w, const struct record *r, uint64_t number)
{
	const char *eol, *text = r->text;
	size_t eol_len, len = r->len;

	if (r->json != NULL) {
		text = r->raw;
		len = r->raw_len - (r->raw[r->raw_len - 1] == '\n');
	}
	eol = record_terminator(w->io->in, r, &eol_len);
	writer_print(w, r->file, 0, number, text, len, eol, eol_len);
}

/* What follows empty lines is kept: they go before it. */
static void
end_blanks(struct writer *w)
{
	if (w->blanks > 0)
		release_blanks(w);
	w->blanks = 0;
}

void
writer_keep(struct writer *w, const struct record *r, uint64_t number)
{
	end_blanks(w);
	if (w->plain)
		keep_plain(w, r);
	else
		keep_with_prefix(w, r, number);
	w->any = true;
	w->removed = w->dropped = false;
}

void
writer_keep_lines(struct writer *w, const struct lines *l, size_t first,
    size_t last)
{
	size_t i, start = first == 0 ? 0 : l->ends[first - 1];
	const char *p = l->text + start;

	end_blanks(w);
	go_on(w, p, last - first);
	for (i = first; i < last; i++)
		w->ends[w->n++] = w->run_len + l->ends[i] - start;
	w->run_len = w->ends[w->n - 1];
	w->any = true;
	w->removed = w->dropped = false;
}

void
writer_replace(struct writer *w, const struct record *r, uint64_t number,
    const char *text, size_t len)
{
	writer_settle(w);
	print_prefix(w, r->file, 0, number);
	json_replace_text(w->io->out, r->json, text, len);
	w->any = true;
	w->removed = w->dropped = false;
}

void
writer_drop(struct writer *w, const struct record *r)
{
	(void)r;
	w->removed = w->dropped = true;
}

void
writer_blank(struct writer *w, const struct record *r, uint64_t number)
{
	const char *eol;
	size_t eol_len;

	/* The last empty lines. */
	if (w->set->io.mode == RECORD_PARAGRAPH) {
		if (!w->dropped && w->plain)
			add_to_run(w, r->raw, r->raw_len);
		return;
	}
	eol = record_terminator(w->io->in, r, &eol_len);
	if (w->blanks > 0 && r->len == 0) {
		if (w->held > 0 &&
		    (eol_len != w->held_eol || r->file != w->held_file))
			release_blanks(w);
		if (w->held++ == 0)
			w->held_number = number;
		w->held_file = r->file;
		w->held_eol = eol_len;
		w->blanks++;
		return;
	}
	/* The first; or one of white space alone, which is not held back. */
	if (w->blanks++ > 0) {
		release_blanks(w);
		if (w->removed)
			return;
	}
	/* With all that ends it: of CR LF the file may have lost the LF. */
	if (w->plain && r->raw + r->raw_len == r->text + r->len + eol_len)
		add_to_run(w, r->text, r->len + eol_len);
	else
		writer_print(w, r->file, 0, number, r->text, r->len, eol,
		    eol_len);
}
