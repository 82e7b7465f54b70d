#include "filters/dedup/spill.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "filters/dedup/pages.h"
#include "filters/dedup/spool.h"

#define PARTITIONS	32
#define RECORDS_MEMORY	(256 * 1024)	/* bytes before the file is used */
#define PARTITION_MEMORY (8 * 1024)

/* A record put by; then its raw bytes. */
struct stored {
	const char	*file;
	uint64_t	 number;
	uint64_t	 raw_len, lead, len;
	enum spilled	 what;
	bool		 first;
};

/* An unknown one: its fingerprint, and which of the unknown ones it is. */
struct mark {
	struct fingerprint f;
	uint64_t	 which;
};

struct spill {
	struct spool	*records;
	struct spool	*partition[PARTITIONS];
	struct spool	*left_over;
	uint64_t	 unknown;	/* how many */
	uint8_t		*kept;		/* a bit each */
};

struct spill *
spill_new(void)
{
	struct spill *s = xcalloc(1, sizeof(*s));
	int i;

	s->records = spool_new(RECORDS_MEMORY);
	s->left_over = spool_new(PARTITION_MEMORY);
	for (i = 0; i < PARTITIONS; i++)
		s->partition[i] = spool_new(PARTITION_MEMORY);
	if (!spool_has_file(s->partition[PARTITIONS - 1]))
		err(EXIT_TROUBLE, "temporary files");
	return s;
}

void
spill_free(struct spill *s)
{
	int i;

	spool_free(s->records);
	spool_free(s->left_over);
	for (i = 0; i < PARTITIONS; i++)
		spool_free(s->partition[i]);
	free(s);
}

void
spill_add(struct spill *s, enum spilled what, struct fingerprint f,
    const struct record *r, uint64_t number)
{
	struct stored stored = {
		.file = r->file, .number = number, .what = what,
		.first = r->first
	};
	struct mark mark = { f, s->unknown };

	if (what != SPILLED_DROPPED) {
		stored.raw_len = r->raw_len;
		/* An object is printed as it stands, whatever it says. */
		stored.lead = r->json != NULL ? 0 : (size_t)(r->text - r->raw);
		stored.len = r->json == NULL ? r->len :
		    r->raw_len - (r->raw[r->raw_len - 1] == '\n');
	}
	spool_add(s->records, &stored, sizeof(stored));
	spool_add(s->records, r->raw, stored.raw_len);
	if (what == SPILLED_UNKNOWN) {
		spool_add(s->partition[f.lo % PARTITIONS], &mark, sizeof(mark));
		s->unknown++;
	}
}

uint64_t
spill_unknown(const struct spill *s)
{
	return s->unknown;
}

/* The first of each fingerprint is kept; what finds no room is left over. */
static void
judge_marks(struct spill *s, struct spool *marks, struct table *table)
{
	const void *p;
	struct mark m;

	table_clear(table);
	while ((p = spool_next(marks, sizeof(m))) != NULL) {
		memcpy(&m, p, sizeof(m));
		switch (table_add(table, m.f, NULL)) {
		case TABLE_NEW:
			s->kept[m.which / 8] |= (uint8_t)(1 << m.which % 8);
			break;
		case TABLE_FULL:
			spool_add(s->left_over, &m, sizeof(m));
			break;
		case TABLE_FOUND:
			break;
		}
	}
	spool_reset(marks);
}

static void
judge_partition(struct spill *s, int i, struct table *table)
{
	struct spool *marks;

	judge_marks(s, s->partition[i], table);
	while (spool_size(s->left_over) > 0) {
		marks = s->left_over;
		s->left_over = s->partition[i];
		s->partition[i] = marks;
		judge_marks(s, marks, table);
	}
}

/* Print what was put by, in its order. */
static void
print(struct spill *s, struct writer *w, uint64_t *kept, uint64_t *repeats)
{
	struct stored stored;
	struct record r = { 0 };
	uint64_t which = 0;
	const void *p;
	bool keep;

	while ((p = spool_next(s->records, sizeof(stored))) != NULL) {
		memcpy(&stored, p, sizeof(stored));
		r.raw = spool_next(s->records, stored.raw_len);
		if (r.raw == NULL)
			errx(EXIT_TROUBLE, "temporary file: cut short");
		r.raw_len = stored.raw_len;
		r.text = r.raw + stored.lead;
		r.len = stored.len;
		r.file = stored.file;
		r.first = stored.first;
		keep = stored.what == SPILLED_KEPT;
		if (stored.what == SPILLED_BLANK)
			writer_blank(w, &r, stored.number);
		else if (stored.what == SPILLED_UNKNOWN) {
			keep = (s->kept[which / 8] >> which % 8 & 1) != 0;
			which++;
			*repeats += !keep;
		}
		if (keep) {
			(*kept)++;
			writer_keep(w, &r, stored.number);
		} else if (stored.what != SPILLED_BLANK)
			writer_drop(w, &r);
		writer_settle(w);
	}
}

void
spill_finish(struct spill *s, struct table *table, struct writer *w,
    uint64_t *kept, uint64_t *repeats)
{
	size_t size = s->unknown / 8 + 1;
	int i;

	table_clear(table);
	table_give_up(table, size);
	s->kept = pages_grow(NULL, 0, size);
	for (i = 0; i < PARTITIONS; i++)
		judge_partition(s, i, table);
	table_clear(table);
	print(s, w, kept, repeats);
	pages_free(s->kept, size);
}
