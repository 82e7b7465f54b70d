/*
 * patterns.h -- the layout of the generated table of a language's patterns
 *
 * mkpatterns makes it of a folder of word lists and patterns, such as
 * common/languages/en/numbers; how these are written is told there.  Who
 * matches cuts a text into atoms and turns each into a symbol, the set of all
 * that the patterns can ask of it.  White space is a symbol, too.  A first
 * automaton makes one of atoms that belong together whatever stands round them,
 * numbers and phrases, always the longest; a second finds the forms over these,
 * a third what their conditions ask for beside them.  For each the symbols are
 * mapped to those that it tells apart.
 *
 * The automata are deterministic.  Their rows lie over one another (R. E.
 * Tarjan and A. C. Yao, Storing a Sparse Table, CACM 22, 1979): a cell belongs
 * to the state it names.  State 0 is dead.
 *
 * The patterns themselves are there, too, as nodes of a tree, to find the parts
 * of what was matched.  Strings are offsets into one text.
 */
#ifndef COMMON_LEXICON_PATTERNS_H
#define COMMON_LEXICON_PATTERNS_H

#include <stdbool.h>
#include <stdint.h>

/* How a word is written; the last where capitals mean nothing. */
enum pattern_case {
	PATTERN_SMALL, PATTERN_CAPITAL, PATTERN_UPPER, PATTERN_CASELESS,
	PATTERN_CASES
};

/* A word or mark that some pattern knows; free slots have no symbols. */
struct pattern_word {
	uint32_t	 hash;		/* token_hash() in lower case */
	uint16_t	 value;		/* its first in values, or 0 */
	uint16_t	 symbol[PATTERN_CASES];
};

/* What a class says of a word; those of one word come one after another. */
struct pattern_value {
	uint16_t	 class;		/* 0: no more */
	uint32_t	 text;
};

#define PATTERN_HINTS	(1u << 15)	/* bits: of a word's hash */

/* Symbols of what no pattern knows by name. */
enum pattern_other {
	PATTERN_SPACE, PATTERN_NO_BREAK,	/* before an atom */
	PATTERN_EDGE,				/* of a sentence */
	PATTERN_WORD,				/* by case, PATTERN_CASES */
	PATTERN_MARK = PATTERN_WORD + PATTERN_CASES, PATTERN_SYMBOL,
	PATTERN_ADDRESS, PATTERN_OTHERS
};

/*
 * Figures of up to PATTERN_FIGURES digits have a symbol each, in order of their
 * number of digits, then value; longer ones by their number of digits alone,
 * the last for all that have more.
 */
#define PATTERN_FIGURES	4
#define PATTERN_SHORT	11110		/* 10 + 100 + 1000 + 10000 */
#define PATTERN_LONG	12		/* digits from which all are one */

#define PATTERN_BLOCK	16		/* symbols */

enum pattern_where { PATTERN_AFTER, PATTERN_BEFORE };

/* What must stand, or not, before or behind a form. */
struct pattern_condition {
	uint16_t	 start;		/* state; a match is when one accepts */
	uint8_t		 where;		/* enum pattern_where */
	bool		 not;
};

/* A line of the patterns. */
struct pattern_line {
	uint32_t	 name;		/* text */
	uint32_t	 value;		/* text, "" if it has none */
	uint16_t	 node;
	uint16_t	 condition;	/* the first, */
	uint16_t	 conditions;	/* and how many */
};

/* A set of symbols: words of bits, those before and behind them are 0. */
struct pattern_set {
	uint32_t	 at;		/* in set_bits */
	uint16_t	 first, n;	/* words */
};

enum pattern_op {
	PATTERN_EMPTY,
	PATTERN_SEQUENCE,		/* a, then b */
	PATTERN_EITHER,			/* a, or else b */
	PATTERN_MAYBE,			/* a or nothing */
	PATTERN_ANY,			/* a, any number of times */
	PATTERN_SOME,			/* the same, once at least */
	PATTERN_TERM,			/* one symbol of set a */
	PATTERN_GAP,			/* white space or nothing */
	PATTERN_NAME,			/* the pattern with root a, named b */
	PATTERN_LINE,			/* a, of line b */
	PATTERN_CLASS,			/* a word or phrase a of class b */
	PATTERN_PHRASE			/* a, with value b in phrases */
};

struct pattern_node {
	uint16_t	 op;
	uint16_t	 a, b;
	uint16_t	 first;		/* set of what it begins with, + 1 */
					/* 0: it may be nothing */
};

struct pattern_automaton {
	const uint16_t			*accept;	/* of states: a place */
							/* in accepts, or 0 */
	/* What follows a state: its row names blocks, and blocks states. */
	const uint16_t			*rows;
	unsigned			 width;		/* blocks of a row */
	const uint16_t			*blocks;
	const uint16_t			*map;		/* symbols to its own */
	const uint16_t			*accepts;	/* what + 1, 0 last */
	unsigned			 start;
};

struct patterns {
	const uint64_t			*hints;
	const struct pattern_word	*words;
	uint32_t			 mask;		/* of words */
	const struct pattern_value	*values;
	const uint16_t			*others;
	const uint8_t			*figures;
	const uint8_t			(*long_figures)[PATTERN_LONG + 1];
					/* by a zero first, digits */
	struct pattern_automaton	 joins;
	struct pattern_automaton	 forms;		/* accepts lines */
	struct pattern_automaton	 contexts;	/* of conditions */
	/* what was joined, by accept of joins: symbols of forms, contexts */
	const uint16_t			*joined;
	const uint16_t			*joined_contexts;
	const struct pattern_line	*lines;
	const struct pattern_condition	*conditions;
	const struct pattern_node	*nodes;
	const uint32_t			*names;		/* text */
	const uint32_t			*phrases;	/* text */
	const struct pattern_set	*sets;		/* of symbols */
	const uint32_t			*set_bits;
	const char			*text;
};

/* Made of common/languages/en/numbers by the build. */
extern const struct patterns patterns_en;

/* The state that follows one by a symbol of the automaton; 0: none does. */
static inline unsigned
pattern_next(const struct pattern_automaton *a, unsigned state,
    unsigned symbol)
{
	unsigned block =
	    a->rows[state * a->width + symbol / PATTERN_BLOCK];

	return a->blocks[block * PATTERN_BLOCK + symbol % PATTERN_BLOCK];
}

/* Is a symbol in a set? */
static inline bool
pattern_has(const struct patterns *p, unsigned set, unsigned symbol)
{
	const struct pattern_set *s = &p->sets[set];
	unsigned word = symbol / 32 - s->first;

	return word < s->n && (p->set_bits[s->at + word] >> symbol % 32 & 1);
}

#endif
