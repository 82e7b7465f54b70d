#include "filters/dedup/filter.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/io/alloc.h"
#include "common/io/io.h"
#include "common/text/utf8.h"
#include "filters/dedup/fingerprint.h"
#include "filters/dedup/report.h"
#include "filters/dedup/spool.h"
#include "filters/dedup/table.h"
#include "filters/dedup/writer.h"

#define BATCH		256		/* records looked up together */
#define IN_MEMORY	(4 << 20)	/* bytes put by before a file is used */

/*
 * What the table keeps with a fingerprint, when it keeps anything: a count
 * (-c, -d, -u), or the number of the first record and a few bits that tell
 * whether two records are equal as they stand (--report).
 */
#define TAG_BITS	16
#define TAG_MASK	(((uint64_t)1 << TAG_BITS) - 1)

struct item {
	struct record	 record;
	struct fingerprint f;
	uint64_t	 number;
	uint64_t	 tag;
	bool		 counts;	/* it is compared; else it passes */
	bool		 blank;		/* it is a separator */
};

struct filter {
	const struct settings *set;
	struct io	*io;
	struct hasher	 hasher;
	struct key	*key;
	struct table	*table;
	struct writer	*writer;
	struct report	*report;
	struct spool	*spool;		/* -c, -u: records for the end */
	bool		 values;	/* the table has them */

	struct item	*items;		/* a batch */
	size_t		 n;
	uint64_t	 number;	/* records read */
	uint64_t	 printed, dropped, bytes;
};

/* A record put by: then its text and terminator. */
struct stored {
	struct fingerprint f;
	const char	*file;
	uint64_t	 number;
	uint64_t	 len, eol_len;
};

static bool
is_short(const struct settings *set, const struct record *r)
{
	return r->len < set->min_length ||
	    (r->len < 4 * set->min_length &&
	    utf8_count(r->text, r->len) < set->min_length);
}

/* What of the record is compared. */
static const char *
compared(struct filter *f, const struct record *r, size_t *len)
{
	const char *text = r->text;
	size_t n = r->len;

	if (f->set->by_field != NULL) {
		text = json_record_string(r->json, f->set->by_field, &n);
		if (text == NULL)
			text = json_record_raw(r->json, f->set->by_field, &n);
		if (text == NULL) {
			text = "";
			n = 0;
		}
	}
	return key_of(f->key, text, n, len);
}

/* Look at one more record: the first half, which touches no memory. */
static void
take_in(struct filter *f, struct item *i)
{
	const struct settings *set = f->set;
	const struct record *r = &i->record;
	const char *text;
	size_t len;

	i->number = ++f->number;
	if (f->report != NULL && r->number == 1)
		report_file(f->report, r->file, i->number);
	text = compared(f, r, &len);
	i->blank = len == 0 && !set->empty && r->json == NULL;
	i->counts = (len > 0 || set->empty) && (set->min_length == 0 || !is_short(set, r));
	if (!i->counts)
		return;
	i->f = fingerprint_of(&f->hasher, text, len);
	if (set->parts > 0 && i->f.lo % set->parts != set->part - 1)
		i->counts = false;
	else
		table_prefetch(f->table, i->f);
	if (f->report != NULL)
		i->tag = text == r->text ? 0 :
		    fingerprint_of(&f->hasher, r->text, r->len).lo & TAG_MASK;
}

static void
put_by(struct filter *f, const struct item *i)
{
	const struct record *r = &i->record;
	struct stored s = {
		.f = i->f, .file = r->file, .number = i->number, .len = r->len
	};
	const char *eol, *text = r->text;

	eol = record_terminator(f->io->in, r, &s.eol_len);
	if (r->json != NULL) {
		text = r->raw;
		s.len = r->raw_len - (r->raw[r->raw_len - 1] == '\n');
	}
	spool_add(f->spool, &s, sizeof(s));
	spool_add(f->spool, text, s.len);
	spool_add(f->spool, eol, s.eol_len);
}

static void
keep(struct filter *f, const struct item *i)
{
	f->printed++;
	writer_keep(f->writer, &i->record, i->number);
}

static void
drop(struct filter *f, const struct item *i, uint64_t kept, bool equal)
{
	f->dropped++;
	if (f->set->print == PRINT_KEPT)
		writer_drop(f->writer, &i->record);
	if (f->report != NULL)
		report_drop(f->report, i->number, kept, 100,
		    equal ? "exact" : "key");
}

static enum table_result
remember(struct filter *f, struct fingerprint x, uint64_t **value)
{
	enum table_result result = table_add(f->table, x, value);

	if (result == TABLE_FULL)
		errx(EXIT_TROUBLE, "the memory allowed is full after %llu "
		    "distinct records", (unsigned long long)
		    table_count(f->table));
	return result;
}

/* Each once, the first. */
static void
decide(struct filter *f, const struct item *i)
{
	uint64_t *value = NULL;

	if (remember(f, i->f, f->values ? &value : NULL) == TABLE_NEW) {
		if (value != NULL)
			*value = i->number << TAG_BITS | i->tag;
		keep(f, i);
	} else if (value == NULL)
		drop(f, i, 0, true);
	else
		drop(f, i, *value >> TAG_BITS, (*value & TAG_MASK) == i->tag);
}

/* Counts are kept: the record is printed when it repeats, or at the end. */
static void
tally(struct filter *f, const struct item *i)
{
	uint64_t *count;

	remember(f, i->f, &count);
	if (++*count == 1 && f->spool != NULL)
		put_by(f, i);
	if (*count == 2 && f->spool == NULL)
		keep(f, i);
	else if (*count > 1)
		drop(f, i, 0, true);
}

static void
settle_batch(struct filter *f)
{
	struct item *i;

	for (i = f->items; i < f->items + f->n; i++) {
		if (i->blank) {
			if (f->set->print == PRINT_KEPT && !f->set->count)
				writer_blank(f->writer, &i->record, i->number);
		} else if (i->counts && (f->set->count ||
		    f->set->print != PRINT_KEPT))
			tally(f, i);
		else if (i->counts)
			decide(f, i);
		else if (f->set->parts == 0 && f->set->print == PRINT_KEPT &&
		    !f->set->count)
			keep(f, i);
	}
	f->n = 0;
}

/* -c and -u: what was put by, now that the counts are known. */
static void
print_stored(struct filter *f)
{
	struct stored s;
	const void *p;
	const char *text;
	uint64_t *count;

	while ((p = spool_next(f->spool, sizeof(s))) != NULL) {
		memcpy(&s, p, sizeof(s));
		text = spool_next(f->spool, s.len + s.eol_len);
		if (text == NULL || !table_find(f->table, s.f, &count))
			errx(EXIT_TROUBLE, "temporary file: cut short");
		if ((f->set->print == PRINT_REPEATED && *count == 1) ||
		    (f->set->print == PRINT_UNIQUE && *count > 1))
			continue;
		f->printed++;
		writer_print(f->writer, s.file, *count, s.number, text, s.len,
		    text + s.len, s.eol_len);
	}
}

static void
print_stats(const struct filter *f)
{
	warnx("%llu records read, %llu printed, %llu repeats, %llu distinct, "
	    "%zu bytes for them", (unsigned long long)f->number,
	    (unsigned long long)f->printed, (unsigned long long)f->dropped,
	    (unsigned long long)table_count(f->table), table_bytes(f->table));
}

int
filter(const struct settings *set, int n, char *const operands[])
{
	struct filter f = { .set = set };
	int status;

	hasher_init(&f.hasher, set->parts > 0 ? seed_fixed() : seed_random());
	f.key = key_new(&set->rules);
	f.values = set->report != NULL || set->count || set->print != PRINT_KEPT;
	f.table = table_new(f.values, 0);
	f.items = xcalloc(BATCH, sizeof(*f.items));
	if (set->count || set->print == PRINT_UNIQUE)
		f.spool = spool_new(IN_MEMORY);
	if (set->report != NULL)
		f.report = report_new(set->report, n > 1, set->io.header);
	f.io = io_open(&set->io, n, operands);
	f.writer = writer_new(f.io, set);

	for (;;) {
		if (f.n == BATCH || !input_ready(f.io->in)) {
			settle_batch(&f);
			if (!input_ready(f.io->in))
				writer_settle(f.writer);
		}
		if (!input_next(f.io->in, &f.items[f.n].record))
			break;
		take_in(&f, &f.items[f.n++]);
	}
	if (f.spool != NULL) {
		print_stored(&f);
		spool_free(f.spool);
	}
	writer_free(f.writer);
	if (set->stats)
		print_stats(&f);
	if (f.report != NULL)
		report_free(f.report);
	status = io_close(f.io);
	free(f.items);
	table_free(f.table);
	key_free(f.key);
	return status;
}
