/*
 * judge.h -- has this been seen before?
 *
 * What is compared is made of a text (key.h, words.h), and what was seen so
 * far is kept: fingerprints (known.h, seen.h), near texts (near.h), passages
 * (contained.h).  Looking at a text is in three steps, so that many can be
 * looked at together and none waits for memory: judge_take(), then
 * judge_look() for all, then the verdict on each, in order.
 */
#ifndef FILTERS_DEDUP_JUDGE_H
#define FILTERS_DEDUP_JUDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "filters/dedup/fingerprint.h"
#include "filters/dedup/settings.h"

struct judge;
struct look;

/* A text that is looked at.  Start from {0}; unit_free() in the end. */
struct unit {
	struct fingerprint f;
	/* Tells texts apart that compare equal. */
	uint64_t	 tag;
	/* Of the text as it stands, where that is looked at first. */
	struct fingerprint as_it_is;
	enum { AS_IT_IS_NOT, AS_IT_IS_NEW, AS_IT_IS_KNOWN } verbatim;
	struct look	*look;		/* at its words; NULL: not needed */
};

enum fate {
	FATE_KEEP,
	FATE_DROP,
	FATE_UNKNOWN		/* no memory to tell */
};

/* Why a record is dropped. */
struct verdict {
	/* The record it repeats; 0: of an earlier run. */
	uint64_t	 kept;
	unsigned	 similarity;	/* hundredths */
	const char	*why;
};

/* Reads the file of --seen. */
struct judge	*judge_new(const struct settings *);
void		 judge_free(struct judge *);
void		 unit_free(struct unit *);
/* Give back what a long text took. */
void		 unit_shrink(struct unit *);

/*
 * Take a text in: false if it is empty in what is compared, so that there is
 * nothing to judge.  *part: false if it belongs to another of the --partition.
 */
bool		 judge_take(struct judge *, struct unit *, const char *text,
		    size_t len, bool *part);
/* Have brought into the cache what judge_take() looks at first. */
void		 judge_glance(const struct judge *, const char *text,
		    size_t len);
/*
 * Does a record that nothing is compared of belong to this part, by its
 * bytes?
 */
bool		 judge_is_part(const struct judge *, const char *record,
		    size_t len);
/* Have what is known of it brought into the cache. */
void		 judge_fetch(const struct judge *, const struct unit *);
void		 judge_look(struct judge *, struct unit *);
/* Of record number, known from here on; FATE_DROP: *verdict says why. */
enum fate	 judge_decide(struct judge *, const struct unit *,
		    uint64_t number, struct verdict *);
/*
 * Lines that are compared as they stand, and of which nothing is kept but
 * fingerprints: all three steps for each, in order.
 */
bool		 judge_is_plain(const struct judge *);
enum line_fate { LINE_KEEP, LINE_DROP, LINE_EMPTY };
void		 judge_lines(struct judge *, const struct lines *,
		    enum line_fate *);
/* Count it: how often it has come, this time too. */
uint64_t	 judge_count(struct judge *, const struct unit *);
uint64_t	 judge_counted(const struct judge *, struct fingerprint);

/*
 * What was printed so far has been written: let later runs know.  durable:
 * wait until that is on the disk.
 */
void		 judge_commit(struct judge *, bool durable);
bool		 judge_has_news(const struct judge *);

uint64_t	 judge_distinct(const struct judge *);
size_t		 judge_bytes(const struct judge *);
/* From here on keep no more than so many bytes of fingerprints. */
void		 judge_limit(struct judge *, size_t max);
/* The table of what is known, given up for other use: --when-full=spill. */
struct table	*judge_table(struct judge *);

/*
 * dedup --merge: add the files to that of --seen.  Nothing is written until all
 * of them have been read.  Returns the exit status.
 */
int		 judge_merge(const struct settings *, int n,
		    char *const files[]);

#endif
