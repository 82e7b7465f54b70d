/*
 * values.h -- what dates, times, sums, measures and numbers are worth
 *
 * Dates and times as ISO 8601 has them: 2014-03-30, 2014-W13, 2014-03, 2014,
 * T10:30, T20:00Z, durations P3D and PT4H, sets R/P1W; a stretch of days by its
 * first and last, 1990-01-01/1999-12-31, of a day by its times, T09:00/T10:30.
 * Numbers as decimals; of sums the unit is a code of ISO 4217, of measures one
 * of UCUM (ucum.org), of percentages %.
 *
 * Where the text leaves it open there is no value: a number of them (dozens,
 * 10 to 12), a part of a day or year (morning, spring), a day that nothing
 * resolves.  A sum or measure whose unit is open has its number alone.
 *
 * How an expression's value comes of its parts is told by its line in
 * common/languages/LANGUAGE/numbers/patterns.txt (values_parts.h).
 */
#ifndef COMMON_ENTITIES_VALUES_H
#define COMMON_ENTITIES_VALUES_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/numbers.h"
#include "common/entities/reference.h"
#include "common/entities/types.h"
#include "common/text/text.h"

#define VALUE_MAX	48		/* bytes */
#define VALUE_UNIT_MAX	24

struct value {
	char		 text[VALUE_MAX];	/* "": none */
	char		 unit[VALUE_UNIT_MAX];	/* "": none */
	/*
	 * How far the text takes it: as the attribute mod of TimeML's TIMEX3
	 * has it, APPROX, MORE_THAN, EQUAL_OR_LESS, START and so on; or "".
	 */
	char		 mod[16];
	bool		 is_number;	/* text is one, else a string */
};

/*
 * The value of an expression of that type with these n parts, which stands at
 * tokens first .. last of a sentence.
 */
void	 value_find(struct value *, enum entity_type, const char *text,
	    const struct token *, size_t ntokens, size_t first, size_t last,
	    const struct number_part *, size_t n, const struct reference *);

/* Is a day named there any such: a Friday? */
bool	 value_is_any(const char *text, const struct token *, size_t first);
/*
 * Of a day that a sentence names at these tokens: is it to come (1), past (-1),
 * or not told (0)?
 */
int	 value_tense(const char *text, const struct token *, size_t n,
	    size_t first, size_t last);

#endif
