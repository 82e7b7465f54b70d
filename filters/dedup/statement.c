#include "filters/dedup/statement.h"

#include "filters/dedup/words.h"

#define BRIEF		16	/* words: in fewer each name counts */
#define RESTATED	4	/* words exchanged in one place, */
#define RESTATED_MORE	5	/* in a longer text, */
#define RESTATED_OF	10	/* or in a story one in so many */
#define LONGER		32	/* words of a longer text */
#define JOINED		2	/* words between what is one place, */
#define JOINED_MORE	2	/* where so many more are exchanged */
#define PASSAGE		6	/* words that are a passage by themselves */
#define ROOMY		48	/* words that a passage can be added to */
#define STORY		64	/* of one where a passage can be written anew */
#define LEFT_OUT	4	/* words that differ if a fact is left out */
#define CLOSE		12	/* words between what may belong together, */
#define NAMES_CLOSE	32	/* and between names that may */
#define FIRST_YEAR	1900

enum { EARLIER, LATER };

/* What a word is, as far as it counts; of the last two kinds it may be, too. */
enum { PLAIN, NUMBER, TURN, POLE, NAME, AMOUNT };

enum move { STAYED, MOVED, SWAPPED };

struct comparison {
	const struct statement_rules *rules;
	const struct place *place;
	size_t		 n;
	const uint16_t *const *text;
	const int	*len;
	int		 shorter;	/* words of the shorter text */
	int		 different;	/* words deleted and inserted */
};

static bool
is_dated(const struct comparison *c, int side, int k)
{
	return k >= 0 && k < c->len[side] &&
	    vocabulary_is_date(c->rules->vocabulary, c->text[side][k]);
}

/* Is the number at k a day, a year, a date or a time? */
static bool
is_date(const struct comparison *c, int side, int k)
{
	uint16_t w = c->text[side][k] & WORD_HASH;

	return word_is_date(c->text[side][k]) ||
	    (w >= FIRST_YEAR && w < WORD_SMALL) ||
	    is_dated(c, side, k - 1) || is_dated(c, side, k + 1);
}

/* What the word at k is, as far as it counts. */
static int
kind(const struct comparison *c, int side, int k)
{
	unsigned ignore = c->rules->ignore;
	uint16_t w = c->text[side][k];

	if (word_is_number(w))
		return (ignore & IGNORE_NUMBERS) ||
		    ((ignore & IGNORE_DATES) && is_date(c, side, k)) ?
		    PLAIN : NUMBER;
	if (!word_is_listed(w))
		return (w & WORD_KIND) == WORD_PLAIN ||
		    (ignore & IGNORE_NAMES) ? PLAIN : NAME;
	if (vocabulary_turns(c->rules->vocabulary, w))
		return TURN;
	return (ignore & IGNORE_DATES) && is_dated(c, side, k) ? PLAIN : POLE;
}

/* Does it count as an amount: dozens, half, several? */
static bool
is_amount(const struct comparison *c, int side, int k)
{
	return kind(c, side, k) == POLE && vocabulary_is_amount(
	    c->rules->vocabulary, c->text[side][k]);
}

/* Does it count as a name: is it one, or a listed word that is part of one? */
static bool
is_name(const struct comparison *c, int side, int k)
{
	int what = kind(c, side, k);

	return what == NAME || (what == POLE &&
	    (c->text[side][k] & WORD_KIND) == WORD_NAME &&
	    (c->rules->ignore & IGNORE_NAMES) == 0);
}

/* A capital that not every word would have there. */
static bool
is_certain_name(const struct comparison *c, int side, int k)
{
	return is_name(c, side, k) &&
	    (c->text[side][k] & WORD_KIND) == WORD_NAME;
}

static bool
is_in(const uint16_t *word, int from, int to, uint16_t w)
{
	for (; from < to; from++)
		if (word_same(word[from], w))
			return true;
	return false;
}

static bool
in_place(const struct comparison *c, const struct place *p, int side,
    uint16_t w)
{
	return is_in(c->text[side], p->from[side], p->to[side], w);
}

static int
words_in(const struct place *p, int side)
{
	return p->to[side] - p->from[side];
}

/* A passage was added or left out. */
static bool
is_passage(const struct comparison *c, const struct place *p)
{
	int a = words_in(p, EARLIER), b = words_in(p, LATER);

	return c->shorter >= ROOMY && ((a == 0 && b >= PASSAGE) ||
	    (b == 0 && a >= PASSAGE));
}

/* A passage was written anew. */
static bool
is_rewritten(const struct comparison *c, const struct place *p)
{
	return c->shorter >= STORY && words_in(p, EARLIER) >= PASSAGE &&
	    words_in(p, LATER) >= PASSAGE;
}

static bool
is_small(const struct comparison *c, const struct place *p)
{
	return !is_passage(c, p) && !is_rewritten(c, p);
}

/* Is there a word of that kind of the side's text between the two places? */
static bool
stands_between(const struct comparison *c, const struct place *p,
    const struct place *q, int side, int what)
{
	int k = p->to[side], end = q->from[side];

	if (q < p) {
		k = q->to[side];
		end = p->from[side];
	}
	for (; k < end; k++)
		if (kind(c, side, k) == what)
			return true;
	return false;
}

/*
 * Does the word of one side's place stand at another place of the other side?
 * Then it was moved; but where it passed a word of its kind the two changed
 * places.  A passage may be moved to anywhere.
 */
static enum move
moved(const struct comparison *c, const struct place *p, int side, uint16_t w,
    int what)
{
	const struct place *q;
	enum move move = STAYED;

	for (q = c->place; q < c->place + c->n; q++) {
		if (q == p || !in_place(c, q, 1 - side, w))
			continue;
		if (!stands_between(c, p, q, side, what) ||
		    words_in(q, 1 - side) >= PASSAGE)
			return MOVED;
		move = SWAPPED;
	}
	return move;
}

static bool
is_moved(const struct comparison *c, const struct place *p, int side,
    uint16_t w, int what)
{
	return moved(c, p, side, w, what) == MOVED;
}

/* Does the place have words of that kind on that side, not on the other? */
static bool
has_own(const struct comparison *c, const struct place *p, int side, int what)
{
	int k;

	for (k = p->from[side]; k < p->to[side]; k++)
		if ((what == NAME ? is_name(c, side, k) :
		    what == AMOUNT ? is_amount(c, side, k) :
		    kind(c, side, k) == what) &&
		    !in_place(c, p, 1 - side, c->text[side][k]))
			return true;
	return false;
}

/* Is it excluded by a word of the other side, and does not stand there too? */
static bool
is_excluded(const struct comparison *c, const struct place *p,
    const struct place *q, int side, uint16_t w)
{
	uint16_t x;
	int k;

	if (in_place(c, q, 1 - side, w))
		return false;
	for (k = q->from[1 - side]; k < q->to[1 - side]; k++) {
		x = c->text[1 - side][k];
		if (kind(c, 1 - side, k) == POLE && !in_place(c, p, side, x) &&
		    vocabulary_exclude(c->rules->vocabulary, w, x))
			return true;
	}
	return false;
}

/* In a story a number may be told again: it is in the other text anyway. */
static bool
stands_elsewhere(const struct comparison *c, int side, uint16_t w)
{
	return c->shorter >= STORY &&
	    is_in(c->text[1 - side], 0, c->len[1 - side], w);
}

/* Does it tell one place from another of that name, North Orla from Orla? */
static bool
is_new_quarter(const struct comparison *c, int side, uint16_t w)
{
	return vocabulary_is_quarter(c->rules->vocabulary, w) &&
	    !stands_elsewhere(c, side, w);
}

/*
 * Does the word at k, of a small place, make another statement of that side's
 * text?  dropped: the text may be dropped, and nothing it says with it.
 */
static bool
is_told_apart(const struct comparison *c, const struct place *p, int side,
    int k, bool dropped)
{
	uint16_t w = c->text[side][k];
	int what = kind(c, side, k);
	enum move move;

	if (what == PLAIN || in_place(c, p, 1 - side, w))
		return false;
	move = moved(c, p, side, w, what);
	switch (what) {
	case NUMBER:
		if (has_own(c, p, 1 - side, NUMBER) ||
		    has_own(c, p, 1 - side, AMOUNT) || move == SWAPPED)
			return true;
		return dropped && move == STAYED &&
		    !stands_elsewhere(c, side, w);
	case TURN:
		return move != MOVED;
	case POLE:
		if (is_excluded(c, p, p, side, w))
			return true;
		if (!is_name(c, side, k) || move == MOVED)
			return false;
		return has_own(c, p, 1 - side, NAME) || (dropped &&
		    (c->shorter < BRIEF || is_new_quarter(c, side, w)));
	case NAME:
		if (has_own(c, p, 1 - side, NAME) ||
		    (move == SWAPPED && is_certain_name(c, side, k)))
			return true;
		return dropped && move == STAYED && c->shorter < BRIEF;
	}
	return false;
}

static bool
is_other_small(const struct comparison *c, const struct place *p)
{
	int k;

	for (k = p->from[LATER]; k < p->to[LATER]; k++)
		if (is_told_apart(c, p, LATER, k, true))
			return true;
	for (k = p->from[EARLIER]; k < p->to[EARLIER]; k++)
		if (is_told_apart(c, p, EARLIER, k,
		    c->rules->either || c->different > LEFT_OUT))
			return true;
	return false;
}

static int
count_turns(const struct comparison *c, const struct place *p, int side)
{
	int k, n = 0;

	for (k = p->from[side]; k < p->to[side]; k++)
		n += kind(c, side, k) == TURN;
	return n;
}

/* Does a side of the place have words of a kind that the other text lacks? */
static bool
is_new(const struct comparison *c, const struct place *p, int side, int what)
{
	int k;

	for (k = p->from[side]; k < p->to[side]; k++)
		if (kind(c, side, k) == what && !is_in(c->text[1 - side], 0,
		    c->len[1 - side], c->text[side][k]))
			return true;
	return false;
}

static bool
is_other_rewritten(const struct comparison *c, const struct place *p)
{
	int k;

	if (is_new(c, p, LATER, NUMBER) ||
	    (c->rules->either && is_new(c, p, EARLIER, NUMBER)) ||
	    count_turns(c, p, EARLIER) != count_turns(c, p, LATER) ||
	    (is_new(c, p, LATER, NAME) && is_new(c, p, EARLIER, NAME)))
		return true;
	for (k = p->from[LATER]; k < p->to[LATER]; k++)
		if (kind(c, LATER, k) == POLE &&
		    is_excluded(c, p, p, LATER, c->text[LATER][k]))
			return true;
	return false;
}

/*
 * Has one of the two small places a name, and the other one instead?  Close
 * together they may be one name that began a sentence.
 */
static bool
exchange_names(const struct comparison *c, const struct place *p,
    const struct place *q, int side)
{
	bool lost = false, found = false;
	bool joined = q->from[LATER] - p->to[LATER] <= JOINED;
	int k;

	for (k = p->from[side]; k < p->to[side] && !lost; k++)
		lost = (joined ? is_name(c, side, k) :
		    is_certain_name(c, side, k)) &&
		    !in_place(c, q, 1 - side, c->text[side][k]) &&
		    !is_moved(c, p, side, c->text[side][k], NAME);
	for (k = q->from[1 - side]; lost && k < q->to[1 - side]; k++)
		found |= is_certain_name(c, 1 - side, k) &&
		    !in_place(c, p, side, c->text[1 - side][k]) &&
		    !is_moved(c, q, 1 - side, c->text[1 - side][k], NAME);
	return found;
}

/* A word left out here, and near to it one that it excludes put in. */
static bool
exchange_opposites(const struct comparison *c, const struct place *p,
    const struct place *q, int side)
{
	int k;

	for (k = p->from[side]; k < p->to[side]; k++)
		if (kind(c, side, k) == POLE &&
		    !in_place(c, p, 1 - side, c->text[side][k]) &&
		    is_excluded(c, p, q, side, c->text[side][k]))
			return true;
	return false;
}

/* Two small places that belong together. */
static bool
are_other_together(const struct comparison *c, const struct place *p,
    const struct place *q)
{
	int side, between = q->from[LATER] - p->to[LATER];

	for (side = EARLIER; side <= LATER; side++) {
		if (exchange_names(c, p, q, side))
			return true;
		if (between <= CLOSE && exchange_opposites(c, p, q, side))
			return true;
	}
	return false;
}

/* Are all words of all places plain ones? */
static bool
is_plain(const struct comparison *c)
{
	const struct place *p;
	int side, k;

	for (p = c->place; p < c->place + c->n; p++)
		for (side = EARLIER; side <= LATER; side++)
			for (k = p->from[side]; k < p->to[side]; k++)
				if (kind(c, side, k) != PLAIN)
					return false;
	return true;
}

/*
 * Were more than a few words exchanged in one place?  Or, JOINED_MORE than
 * those, in places with no more than JOINED words between them?
 */
static bool
is_restated(const struct comparison *c)
{
	int few = c->shorter < LONGER ? RESTATED : c->shorter < STORY ?
	    RESTATED_MORE : c->shorter / RESTATED_OF;
	int a = 0, b = 0, x, y, end = -JOINED - 1;
	const struct place *p;

	for (p = c->place; p < c->place + c->n; p++) {
		if (p->from[LATER] - end > JOINED)
			a = b = 0;
		end = p->to[LATER];
		if (is_passage(c, p) || is_rewritten(c, p)) {
			end = -JOINED - 1;
			continue;
		}
		x = words_in(p, EARLIER);
		y = words_in(p, LATER);
		a += x;
		b += y;
		if (x > 0 && y > 0 && x + y >= few)
			return true;
		if (a > 0 && b > 0 && a + b >= few + JOINED_MORE)
			return true;
	}
	return false;
}

bool
statement_differs(const struct statement_rules *rules,
    const struct place *place, size_t n, const uint16_t *const text[2],
    const int len[2])
{
	struct comparison c = {
		rules, place, n, text, len,
		len[EARLIER] < len[LATER] ? len[EARLIER] : len[LATER], 0
	};
	const struct place *p, *q, *end = place + n;

	for (p = place; p < end; p++)
		c.different += words_in(p, EARLIER) + words_in(p, LATER);
	if (is_restated(&c))
		return true;
	if (is_plain(&c))
		return false;
	for (p = place; p < end; p++) {
		if (is_rewritten(&c, p) && is_other_rewritten(&c, p))
			return true;
		if (!is_small(&c, p))
			continue;
		if (is_other_small(&c, p))
			return true;
		for (q = p + 1; q < end &&
		    q->from[LATER] - p->to[LATER] <= NAMES_CLOSE; q++)
			if (is_small(&c, q) && are_other_together(&c, p, q))
				return true;
	}
	return false;
}
