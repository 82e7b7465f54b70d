/*
 * mkpatterns.h -- the parts of mkpatterns
 *
 * What is read of a folder of patterns, by mkpatterns_read.c, with the trees of
 * mkpatterns_tree.c; its symbols, mkpatterns_symbols.c; what trees begin with,
 * mkpatterns_first.c; and the automata, mkpatterns_automaton.c.  mkpatterns.c
 * writes what comes of it.  All is kept until the program ends.  What all share
 * is in mkpatterns_base.c.
 */
#ifndef COMMON_LEXICON_MKPATTERNS_H
#define COMMON_LEXICON_MKPATTERNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/lexicon/patterns.h"

#define SYMBOLS_MOST	8192
#define ATOM_BYTES	64

/* Strings by number, each once. */
struct strings {
	char		**v;
	size_t		 n, cap;
	uint32_t	*slots;
	size_t		 nslots;
};

/* The number of a string, from 0; entered if it is new. */
unsigned	 strings_add(struct strings *, const char *, size_t);
/* The same, but NONE if it is not there. */
unsigned	 strings_find(const struct strings *, const char *, size_t);
#define NONE	UINT32_MAX

/* How a word or mark must be written, for each way it can be. */
#define DEMAND_SMALL	0	/* in any way */
#define DEMAND_CAPITAL	1
#define DEMAND_UPPER	2

/* A class that a word or mark, an atom, is in. */
struct membership {
	unsigned	 class;
	unsigned	 demand;
	unsigned	 value;		/* in texts */
};

struct known_atom {
	struct membership *in;
	size_t		 n, cap;
	bool		 word;		/* no mark */
};

/* What a terminal asks of an atom or gap. */
enum term_kind { TERM_ATOM, TERM_CLASSES, TERM_FIGURE, TERM_SPACE,
	TERM_NO_BREAK };

#define TERM_CLASSES_MOST 4

struct terminal {
	enum term_kind	 kind;
	unsigned	 atom, demand;	/* TERM_ATOM */
	unsigned	 class[TERM_CLASSES_MOST];	/* TERM_CLASSES */
	bool		 not[TERM_CLASSES_MOST];
	unsigned	 n;
	/* TERM_FIGURE: digits, and the value of figures of few */
	unsigned	 digits_least, digits_most;
	long		 least, most, step;
	bool		 zeros;		/* zeros may lead, */
	bool		 zero;		/* or one must */
};

/* What every word or mark is or is not, as classes after the lists'. */
enum builtin { BUILTIN_WORD, BUILTIN_CAPITAL, BUILTIN_UPPER, BUILTIN_LOWER,
	BUILTIN_MARK, BUILTIN_FIGURE, BUILTIN_EDGE, BUILTINS };
#define BUILTIN_BASE	100000u

/* A named pattern, or a form's type; or a class: its tree is of its words. */
struct pattern_name {
	unsigned	 root;		/* node; 0 before it has one */
	bool		 class;
	bool		 used;
	bool		 joined;	/* its atoms become one */
	unsigned	 phrases;	/* node of a class's phrases, or 0 */
	char		*file;		/* where it is first, for messages */
	unsigned	 line;
};

struct condition {
	unsigned	 node;
	enum pattern_where where;
	bool		 not;
	unsigned	 start;		/* state, when that is made */
};

struct source_line {
	unsigned	 name;		/* of names */
	unsigned	 value;		/* of texts */
	unsigned	 node;
	bool		 form;		/* of a type */
	size_t		 condition, conditions;
};

struct source {
	struct strings	 texts, atom_names, names;
	struct known_atom	*atoms;
	size_t		 atoms_cap;
	struct pattern_name	*name;
	size_t		 name_cap;
	struct terminal	*terms;
	size_t		 nterms, terms_cap;
	struct pattern_node *nodes;
	size_t		 nnodes, nodes_cap;
	struct source_line	*lines;
	size_t		 nlines, lines_cap;
	struct condition *conditions;
	size_t		 nconditions, conditions_cap;
	unsigned	*phrases;	/* texts */
	size_t		 nphrases, phrases_cap;
	struct strings	 clitics;
	/* what is being read, and what was wrong so far */
	const char	*file;
	unsigned	 line, faults;
};

/* A fault of the line at hand. */
void	 fault(struct source *, const char *, ...)
	    __attribute__((format(printf, 2, 3)));

/* mkpatterns_read.c: all files of FOLDER/numbers. */
void	 read_folder(struct source *, const char *folder);

/* mkpatterns_tree.c */
unsigned tree_node(struct source *, enum pattern_op, unsigned a, unsigned b);
/* The tree of a pattern as it is written. */
unsigned tree_parse(struct source *, const char *);
/* That of words and marks with spaces between; 0 if there is but one. */
unsigned tree_phrase(struct source *, const char *, unsigned *atom,
	    unsigned *demand);
unsigned name_add(struct source *, const char *, size_t);

/* mkpatterns_symbols.c */
struct symbols {
	unsigned	 n;
	unsigned	 set_words;
	uint32_t	*sets;		/* of symbols: by terminal, then more */
	size_t		 nsets;
	uint16_t	 (*atoms)[PATTERN_CASES];
	uint16_t	 others[PATTERN_OTHERS];
	uint8_t		*figures;
	uint8_t		 long_figures[2][PATTERN_LONG + 1];
};

void	 symbols_make(struct symbols *, const struct source *);

/* mkpatterns_first.c: of each node, with the sets that takes. */
void	 first_find(struct source *, struct symbols *);

/* mkpatterns_automaton.c */
struct automaton {
	size_t		 nstates;
	uint16_t	*accept;	/* these as in pattern_automaton */
	uint16_t	*rows;
	size_t		 width;
	uint16_t	*blocks;
	size_t		 nblocks;
	uint16_t	*accepts;
	size_t		 naccepts;
	unsigned	 start;
	uint16_t	*map;		/* of symbols to the automaton's */
};

struct automata {
	struct automaton joins, forms, contexts;
	uint16_t	*joined;	/* by accept of joins: of forms, */
	uint16_t	*joined_contexts;
};

/* Sets the start of every condition, too. */
void	 automata_make(struct automata *, struct source *,
	    const struct symbols *);

#endif
