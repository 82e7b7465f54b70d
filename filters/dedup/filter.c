#include "filters/dedup/filter.h"

#include <sys/stat.h>

#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/text/text.h"
#include "filters/dedup/csv.h"
#include "filters/dedup/gather.h"
#include "filters/dedup/ids.h"
#include "filters/dedup/judge.h"
#include "filters/dedup/pieces.h"
#include "filters/dedup/report.h"
#include "filters/dedup/spill.h"
#include "filters/dedup/spool.h"
#include "filters/dedup/writer.h"

#define BATCH		64		/* records looked at together */
#define IN_MEMORY	(4 << 20)	/* bytes put by before a file is used */
/*
 * How often the longest record can stand in memory: in the input's buffer, and
 * as what is compared, decoded, and printed.
 */
#define COPIES		4
/* Records at the start in which fields that cannot be cut are looked for. */
#define FIRST		100

/* So that 1 and "1" are not the same member. */
#define NO_STRING	0x5DE4B1F2C7096A83u

struct item {
	struct record	 record;
	struct unit	 unit;
	uint64_t	 number;
	enum {
		ITEM_JUDGED,		/* the verdict decides */
		ITEM_PASSES,		/* short: prints in any case */
		ITEM_KEYLESS,		/* has nothing compared: so, too */
		ITEM_HEADER,		/* prints as it is: --header-lines */
		ITEM_BLANK,		/* is a separator */
		ITEM_IGNORED		/* is another part's */
	} kind;
};

struct filter {
	const struct settings *set;
	struct io	*io;
	struct judge	*judge;
	struct writer	*writer;
	struct report	*report;	/* NULL without --report */
	struct spool	*spool;		/* -c, -u: records for the end */
	struct gather	*gather;	/* all of them, with their groups */
	struct ids	*ids;		/* --id: for the report, and */
	struct ids	*values;	/* with -J as JSON values */
	struct spill	*spill;		/* --when-full=spill */
	struct buffer	 text;		/* what is left of it: --by */
	struct lines	*lines;		/* NULL: records one by one */
	bool		 counts;	/* -c, -d, -u */
	bool		 told;		/* that fields are quoted */
	bool		 full;		/* no room for another fingerprint */
	bool		 durable;	/* output can be waited for */
	time_t		 committed;	/* when that was, the last time */

	struct item	*items;		/* a batch */
	size_t		 n;
	const char	*file;		/* the last record's */
	size_t		 input_memory;	/* what the limits were set for */
	uint64_t	 number;	/* records read */
	uint64_t	 printed;
	uint64_t	 keyless;	/* of which nothing is compared */
	uint64_t	 distinct;	/* at the end, */
	size_t		 bytes;		/* and what was kept for them */
	uint64_t	 exact, key, near, contained, seen;	/* dropped */
};

/* A record put by until all are counted: then its text and terminator. */
struct counted {
	struct fingerprint f;
	const char	*file;
	uint64_t	 number;
	uint64_t	 len, eol_len;
	bool		 keyless;
};

static bool
is_short(const struct settings *set, const char *text, size_t len)
{
	return len < set->min_length || (len < 4 * set->min_length &&
	    utf8_count(text, len) < set->min_length);
}

static bool
is_blank_json(const char *s, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (strchr(" \t\r\n", s[i]) == NULL)
			return false;
	return true;
}

/* Is the value of a member none: null, or empty? */
static bool
is_nothing(const char *s, size_t len)
{
	return (len == 4 && memcmp(s, "null", 4) == 0) ||
	    ((s[0] == '[' || s[0] == '{') && is_blank_json(s + 1, len - 2));
}

/*
 * The part of the record that is compared, before the rules of key.h; with
 * length 0 if there is none.
 */
static const char *
compared(const struct filter *f, const struct record *r, size_t *len,
    bool *string)
{
	const char *name = f->set->by_field, *s;

	*len = r->len;
	*string = true;
	if (name == NULL)
		return r->text;
	if ((s = json_record_string(r->json, name, len)) != NULL)
		return s;
	*string = false;
	if ((s = json_record_raw(r->json, name, len)) != NULL &&
	    !is_nothing(s, *len))
		return s;
	*len = 0;
	return "";
}

/* Whose part of --partition is a record that nothing is compared of? */
static bool
is_our_part(const struct filter *f, const struct record *r)
{
	return r->json != NULL ? judge_is_part(f->judge, r->raw, r->raw_len) :
	    judge_is_part(f->judge, r->text, r->len);
}

/* Fields are cut where the separator is, in quotation marks or not: say so. */
static void
look_for_quotes(struct filter *f, const struct record *r)
{
	if (f->told || r->number > FIRST || f->set->rules.fields == NULL ||
	    !csv_is_quoted(r->text, r->len, f->set->rules.separator))
		return;
	f->told = true;
	warnx("%s: record %llu: looks like CSV with separators in quotation "
	    "marks, which end fields here: qsv(1) and mlr(1) know CSV",
	    shown(r->file), (unsigned long long)r->number);
}

static bool
is_header(const struct filter *f, const struct record *r)
{
	return r->json == NULL && r->number <= f->set->header_lines;
}

/* Look at one more record: the first of three looks (judge.h). */
static void
take_in(struct filter *f, struct item *i)
{
	const struct settings *set = f->set;
	const struct record *r = &i->record;
	const char *text;
	size_t len;
	bool part = true, string, keyless;

	if (is_header(f, r)) {
		i->kind = set->parts > 0 && set->part > 1 ? ITEM_IGNORED :
		    ITEM_HEADER;
		return;
	}
	look_for_quotes(f, r);
	text = compared(f, r, &len, &string);
	keyless = (set->by_field != NULL && len == 0) ||
	    !judge_take(f->judge, &i->unit, text, len, &part);
	if (keyless && r->json == NULL && (r->len == 0 ||
	    (set->rules.fields == NULL && set->ignore == NULL)))
		i->kind = ITEM_BLANK;
	else if (keyless)
		i->kind = is_our_part(f, r) ? ITEM_KEYLESS : ITEM_IGNORED;
	else if (!part)
		i->kind = ITEM_IGNORED;
	else if (set->min_length > 0 && is_short(set, text, len))
		i->kind = ITEM_PASSES;
	else
		i->kind = ITEM_JUDGED;
	f->keyless += i->kind == ITEM_KEYLESS;
	if (!string)
		i->unit.f.hi ^= NO_STRING;
}

static void
put_by(struct filter *f, const struct item *i)
{
	const struct record *r = &i->record;
	struct counted s = {
		.f = i->unit.f, .file = r->file, .number = i->number,
		.len = r->len, .keyless = i->kind == ITEM_KEYLESS
	};
	const char *eol, *text = r->text;
	size_t eol_len;

	eol = record_terminator(f->io->in, r, &eol_len);
	s.eol_len = eol_len;
	if (r->json != NULL) {
		text = r->raw;
		s.len = r->raw_len - (r->raw[r->raw_len - 1] == '\n');
	}
	spool_add(f->spool, &s, sizeof(s));
	spool_add(f->spool, text, s.len);
	spool_add(f->spool, eol, eol_len);
}

static void
put_out(struct filter *f, enum spilled what, const struct item *i)
{
	spill_add(f->spill, what, i->unit.f, &i->record, i->number);
}

static void
keep(struct filter *f, const struct item *i)
{
	if (f->full) {
		put_out(f, SPILLED_KEPT, i);
		return;
	}
	f->printed++;
	writer_keep(f->writer, &i->record, i->number);
}

static void
count_repeat(struct filter *f, const struct verdict *v)
{
	switch (v->why[0]) {
	case 'e': f->exact++; break;
	case 'k': f->key++; break;
	case 'n': f->near++; break;
	case 'c': f->contained++; break;
	case 's': f->seen++; break;
	}
}

/* Count a repeat, and report it. */
static void
note(struct filter *f, uint64_t number, const struct verdict *v)
{
	count_repeat(f, v);
	if (f->report == NULL)
		return;
	if (strcmp(f->set->report, "-") == 0)	/* in its place among records */
		writer_settle(f->writer);
	report_drop(f->report, number, v->kept, v->similarity, v->why);
}

/* --mark: the object with what it repeats, or nothing if v is NULL. */
static void
mark(struct filter *f, const struct item *i, const struct verdict *v)
{
	const char *of = NULL;
	size_t len = 0;

	if (v != NULL && f->values != NULL)
		of = ids_find(f->values, v->kept, &len);
	f->printed++;
	writer_mark(f->writer, &i->record, i->number, v, of, len);
}

/* Put by until it is known what belongs together. */
static void
gather(struct filter *f, struct item *i)
{
	struct verdict v;
	bool repeats = false;

	if (i->kind == ITEM_JUDGED)
		repeats = judge_decide(f->judge, &i->unit, i->number, &v) ==
		    FATE_DROP;
	if (repeats && v.kept == 0) {	/* of an earlier run: that stands */
		note(f, i->number, &v);
		return;
	}
	if (repeats)
		count_repeat(f, &v);
	gather_add(f->gather, f->io->in, &i->record, i->number,
	    repeats ? &v : NULL, i->kind != ITEM_JUDGED);
}

/* Each once, the first. */
static void
decide(struct filter *f, struct item *i)
{
	struct verdict v;

	switch (judge_decide(f->judge, &i->unit, i->number, &v)) {
	case FATE_KEEP:
		if (f->set->mark != NULL)
			mark(f, i, NULL);
		else
			keep(f, i);
		break;
	case FATE_DROP:
		note(f, i->number, &v);
		if (f->set->mark != NULL)
			mark(f, i, &v);
		else if (f->full)
			put_out(f, SPILLED_DROPPED, i);
		else
			writer_drop(f->writer, &i->record);
		break;
	case FATE_UNKNOWN:
		if (!f->full)
			warnx("the memory allowed is full: the rest is printed "
			    "at the end of the input");
		f->full = true;
		put_out(f, SPILLED_UNKNOWN, i);
		break;
	}
}

/*
 * Counts are kept: the record is printed when it repeats, or at the end.  One
 * that nothing is compared of repeats none.
 */
static void
tally(struct filter *f, const struct item *i)
{
	uint64_t count = i->kind == ITEM_KEYLESS ? 1 :
	    judge_count(f->judge, &i->unit);

	f->exact += count > 1;
	if (count == 1 && f->spool != NULL)
		put_by(f, i);
	if (count == 2 && f->spool == NULL)
		keep(f, i);
}

static void
blank(struct filter *f, const struct item *i)
{
	if (f->counts || f->gather != NULL)
		return;
	if (f->full)
		put_out(f, SPILLED_BLANK, i);
	else
		writer_blank(f->writer, &i->record, i->number);
}

/* Print it, or what else is to be done with it. */
static void
settle(struct filter *f, struct item *i)
{
	switch (i->kind) {
	case ITEM_BLANK:
		blank(f, i);
		break;
	case ITEM_HEADER:
		keep(f, i);
		break;
	case ITEM_IGNORED:
		break;
	case ITEM_JUDGED:
	case ITEM_KEYLESS:
	case ITEM_PASSES:
		if (f->gather != NULL)
			gather(f, i);
		else if (f->counts && i->kind != ITEM_PASSES)
			tally(f, i);
		else if (i->kind == ITEM_JUDGED)
			decide(f, i);
		else if (f->set->mark != NULL)
			mark(f, i, NULL);
		else
			keep(f, i);
		break;
	}
}

static void
settle_batch(struct filter *f)
{
	struct item *i, *end = f->items + f->n;

	for (i = f->items; i < end && f->set->rules.words; i++)
		judge_glance(f->judge, i->record.text, i->record.len);
	for (i = f->items; i < end; i++)
		take_in(f, i);
	/* A loop of its own and short, so that many are under way at a time. */
	for (i = f->items; i < end; i++)
		if (i->kind == ITEM_JUDGED)
			judge_fetch(f->judge, &i->unit);
	for (i = f->items; i < end && f->set->near > 0; i++)
		if (i->kind == ITEM_JUDGED)
			judge_look(f->judge, &i->unit);
	for (i = f->items; i < end; i++) {
		settle(f, i);
		unit_shrink(&i->unit);
	}
	f->n = 0;
}

/* -c and -u: what was put by, now that the counts are known. */
static void
print_counted(struct filter *f)
{
	enum printed print = f->set->print;
	struct counted s;
	const void *p;
	const char *text;
	uint64_t count;

	while ((p = spool_next(f->spool, sizeof(s))) != NULL) {
		memcpy(&s, p, sizeof(s));
		text = spool_next(f->spool, s.len + s.eol_len);
		if (text == NULL)
			errx(EXIT_TROUBLE, "temporary file: cut short");
		count = s.keyless ? 1 : judge_counted(f->judge, s.f);
		if ((print == PRINT_REPEATED && count == 1) ||
		    (print == PRINT_UNIQUE && count > 1))
			continue;
		f->printed++;
		writer_print(f->writer, s.file, count, s.number, text, s.len,
		    text + s.len, s.eol_len);
	}
}

/*
 * Tell the file of --seen what was printed, after it was.  An output that is a
 * file is waited for, so that not even a power failure turns the order round;
 * since that takes time it is done once a second.
 */
static void
commit(struct filter *f, bool last)
{
	time_t now;

	if (!judge_has_news(f->judge))
		return;
	if (f->durable && !last) {
		now = time(NULL);
		if (now == f->committed)
			return;
		f->committed = now;
	}
	writer_settle(f->writer);
	output_flush(f->io->out);
	if (f->durable)
		files_sync(STDOUT_FILENO, "standard output");
	judge_commit(f->judge, f->durable || last);
}

/* Is the piece to be printed? */
static bool
is_kept(struct filter *f, struct item *i, const struct piece *p)
{
	struct verdict v;
	enum fate fate;
	bool part;

	if (is_short(f->set, p->text, p->len) ||
	    !judge_take(f->judge, &i->unit, p->text, p->len, &part))
		return true;
	judge_look(f->judge, &i->unit);
	fate = judge_decide(f->judge, &i->unit, i->number, &v);
	if (fate == FATE_DROP)
		note(f, i->number, &v);
	return fate == FATE_KEEP;
}

/*
 * --by=paragraph, --by=line: the object without the pieces of its text that
 * came before, in it or in others; nothing of an object of which no piece is
 * left.
 */
static void
judge_pieces(struct filter *f, struct item *i)
{
	const struct record *r = &i->record;
	const char *p = r->text, *end = p + r->len;
	struct piece piece;
	size_t dropped = 0, kept = 0;
	bool last = true;

	f->text.len = 0;
	while (piece_next(&p, end, f->set->by == BY_LINE, &piece)) {
		if (piece.len > 0) {
			last = is_kept(f, i, &piece);
			kept += last;
			dropped += !last;
		}
		if (!last)
			continue;
		if (kept > 1 || dropped == 0 || piece.len == 0)
			buffer_add(&f->text, piece.lead, piece.lead_len);
		buffer_add(&f->text, piece.text, piece.len);
	}
	if (kept == 0 && dropped > 0) {
		writer_drop(f->writer, r);
		return;
	}
	f->printed++;
	if (dropped == 0)
		writer_keep(f->writer, r, i->number);
	else
		writer_replace(f->writer, r, i->number, f->text.data,
		    f->text.len);
}

/*
 * --memory: what long records take is not there for fingerprints, and what
 * fingerprints have taken is not there for a record.
 */
static void
share_memory(struct filter *f)
{
	size_t all = f->set->memory - MEMORY_BESIDES;
	size_t taken = judge_bytes(f->judge);
	size_t input = input_memory(f->io->in);

	input_limit(f->io->in, taken < all ? (all - taken) / COPIES : 1);
	if (input == f->input_memory)
		return;
	f->input_memory = input;
	judge_limit(f->judge, input < all / COPIES ? all - input * COPIES : 1);
}

/* What there is to do with the first record of a file. */
static void
begin_file(struct filter *f, const struct record *r)
{
	uint64_t in_file = r->json != NULL ? r->line : r->number;

	f->file = r->file;
	if (f->report != NULL)
		report_file(f->report, r->file, r->position - in_file + 1);
}

/* The n-th field of a record. */
static const char *
field(const struct record *r, size_t n, const char *separator, size_t *len)
{
	const char *p = r->text, *end = p + r->len, *q;

	while ((q = memmem(p, (size_t)(end - p), separator,
	    strlen(separator))) != NULL && --n > 0)
		p = q + strlen(separator);
	if (q == NULL && n > 1)
		return NULL;
	*len = (size_t)((q != NULL ? q : end) - p);
	return p;
}

/* Remember what the record is called. */
static void
name_record(struct filter *f, const struct item *i)
{
	const struct settings *set = f->set;
	const struct record *r = &i->record;
	const char *raw, *s;
	size_t len, raw_len;

	if (r->json == NULL) {
		s = field(r, set->id_field, set->rules.separator, &len);
		if (s != NULL)
			ids_add(f->ids, i->number, s, len);
		return;
	}
	raw = json_record_raw(r->json, set->id, &raw_len);
	if (raw == NULL)
		return;
	ids_add(f->values, i->number, raw, raw_len);
	if ((s = json_record_string(r->json, set->id, &len)) == NULL) {
		s = raw;
		len = raw_len;
	}
	ids_add(f->ids, i->number, s, len);
}

/* An empty one among the lines. */
static void
blank_line(struct filter *f, const struct lines *l, size_t i)
{
	struct record r = { .file = l->file };

	r.raw = r.text = line_text(l, i, &r.len);
	r.raw_len = (size_t)(l->text + l->ends[i] - r.raw);
	writer_blank(f->writer, &r, l->position + i);
}

/*
 * The same as record by record, for lines of which nothing is asked but
 * whether they came before: what is kept goes out by runs.
 */
static void
judge_buffered(struct filter *f)
{
	struct lines *l = f->lines;
	enum line_fate fates[LINES_MOST];
	size_t i, first;

	while (input_lines(f->io->in, l)) {
		judge_lines(f->judge, l, fates);
		f->number += l->n;
		for (i = 0; i < l->n; i++) {
			for (first = i; i < l->n && fates[i] == LINE_KEEP; i++)
				continue;
			if (i > first)
				writer_keep_lines(f->writer, l, first, i);
			f->printed += i - first;
			if (i == l->n)
				break;
			if (fates[i] == LINE_EMPTY) {
				blank_line(f, l, i);
				continue;
			}
			f->exact++;
			writer_drop(f->writer, NULL);
		}
	}
}

/* Read record by record, judge batch by batch. */
static void
run(struct filter *f)
{
	struct item *i;

	for (;;) {
		if (f->n == BATCH || f->lines != NULL ||
		    !input_ready(f->io->in)) {
			settle_batch(f);
			if (f->lines != NULL)
				judge_buffered(f);
			if (!input_ready(f->io->in)) {
				writer_settle(f->writer);
				/* What is put by is not printed yet. */
				if (f->gather == NULL &&
				    !input_buffered(f->io->in))
					commit(f, false);
			}
			if (f->set->memory > 0)
				share_memory(f);
		}
		i = &f->items[f->n];
		if (!input_next(f->io->in, &i->record))
			break;
		f->number++;
		i->number = i->record.position;
		if (i->record.file != f->file)
			begin_file(f, &i->record);
		if (f->ids != NULL)
			name_record(f, i);
		if (f->set->by != BY_DOCUMENT)
			judge_pieces(f, i);
		else
			f->n++;
	}
}

static void
print_stats(const struct filter *f)
{
	warnx("%llu records read, %llu printed", (unsigned long long)f->number,
	    (unsigned long long)f->printed);
	warnx("dropped: %llu exact, %llu key, %llu near, %llu contained, "
	    "%llu seen in earlier runs", (unsigned long long)f->exact,
	    (unsigned long long)f->key, (unsigned long long)f->near,
	    (unsigned long long)f->contained, (unsigned long long)f->seen);
	if (f->keyless > 0)
		warnx("%llu without what is compared: never a repeat",
		    (unsigned long long)f->keyless);
	warnx("%llu distinct, %zu bytes kept for them",
	    (unsigned long long)f->distinct, f->bytes);
}

static void
start(struct filter *f, int n, char *const operands[])
{
	const struct settings *set = f->set;
	struct stat st;

	f->counts = set->count || set->print != PRINT_KEPT;
	if (settings_gathers(set))
		f->gather = gather_new(set);
	else if (set->count || set->print == PRINT_UNIQUE)
		f->spool = spool_new(IN_MEMORY);
	if (set->id != NULL) {
		f->ids = ids_new();
		f->values = ids_new();
	}
	f->durable = fstat(STDOUT_FILENO, &st) == 0 && S_ISREG(st.st_mode);
	f->judge = judge_new(set);
	f->items = xcalloc(BATCH, sizeof(*f->items));
	if (set->memory > 0 && set->when_full == FULL_SPILL)
		f->spill = spill_new();
	if (set->report != NULL)
		f->report = report_new(set->report, n, operands);
	f->io = io_open(&set->io, n, operands);
	if (f->report != NULL) {
		report_begin(f->report, f->io->out, set->io.header);
		report_ids(f->report, f->ids);
	}
	f->writer = writer_new(f->io, set);
	f->input_memory = input_memory(f->io->in);
	if (judge_is_plain(f->judge) && writer_is_plain(f->writer) &&
	    set->header_lines == 0 && set->min_length == 0)
		f->lines = xmalloc(sizeof(*f->lines));
}

static int
finish(struct filter *f)
{
	uint64_t repeats = 0;
	size_t i;
	int status;

	f->distinct = judge_distinct(f->judge);
	f->bytes = judge_bytes(f->judge);
	if (f->gather != NULL) {
		f->printed += gather_print(f->gather, f->writer, f->report,
		    f->set->io.mode == RECORD_JSON ? f->values : f->ids);
		gather_free(f->gather);
	}
	if (f->spool != NULL) {
		print_counted(f);
		spool_free(f->spool);
	}
	if (f->full) {
		spill_finish(f->spill, judge_table(f->judge), f->writer,
		    &f->printed, &repeats);
		f->distinct += spill_unknown(f->spill) - repeats;
		f->exact += repeats;
	}
	if (f->spill != NULL)
		spill_free(f->spill);
	commit(f, true);
	writer_free(f->writer);
	if (f->set->stats)
		print_stats(f);
	if (f->report != NULL)
		report_free(f->report);
	status = io_close(f->io);
	for (i = 0; i < BATCH; i++)
		unit_free(&f->items[i].unit);
	free(f->items);
	free(f->lines);
	buffer_free(&f->text);
	if (f->ids != NULL) {
		ids_free(f->ids);
		ids_free(f->values);
	}
	judge_free(f->judge);
	return status;
}

int
filter(const struct settings *set, int n, char *const operands[])
{
	struct filter f = { .set = set };

	start(&f, n, operands);
	run(&f);
	return finish(&f);
}
