/*
 * report.h -- a table of what was dropped, and which record it repeats
 *
 * Tab-separated: number of the record, number of the one kept, similarity
 * (two decimals), why (exact, key, near, contained, seen).  Where there is
 * more than one operand the two file names follow, and the numbers count
 * within their files.  A record remembered from an earlier run has no number:
 * its column holds "-".
 */
#ifndef FILTERS_DEDUP_REPORT_H
#define FILTERS_DEDUP_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include "common/io/io.h"
#include "filters/dedup/ids.h"

struct report;

/*
 * Opens (and empties) the file; trouble, and a file that is one of the n
 * operands or written otherwise (files.h), ends the program.  "-" is standard
 * output, given to report_begin().
 */
struct report	*report_new(const char *path, int n, char *const operands[]);
/* What standard output is; and the header, if it is wanted. */
void		 report_begin(struct report *, struct output *, bool header);
void		 report_free(struct report *);
/* To be called for the first record of each file, with its overall number. */
void		 report_file(struct report *, const char *name,
		    uint64_t number);
/*
 * The overall numbers of the two; kept 0: of an earlier run.  Similarity in
 * hundredths.
 */
void		 report_drop(struct report *, uint64_t number, uint64_t kept,
		    unsigned similarity, const char *why);
/* Records are called by these, not by their numbers, where they have any. */
void		 report_ids(struct report *, const struct ids *);
/* A similarity as text: "0.87". */
void		 report_hundredths(unsigned similarity, char text[5]);

#endif
