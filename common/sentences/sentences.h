/*
 * sentences.h -- where sentences end
 *
 * Gives the sentences of a text one after another as spans of bytes.  A span
 * has no white space at its ends (ASCII white space: space, tab, LF, VT, FF,
 * CR); between two spans of a text there is nothing but such white space, so
 * that nothing is ever lost.  Text is UTF-8 or any bytes; nothing is copied,
 * and what the spans count in is the text given.
 *
 *	s = splitter_new(&options);
 *	sentences_start(&it, s, text, len);
 *	while (sentences_next(&it, &span))
 *		use(text + span.start, span.end - span.start);
 *
 * A sentence ends at a line break, or, with join_lines, at an empty line, a
 * line break then being a space like any other; the end of the text ends one
 * too.  Inside a line, ends are looked for behind . ? ! and the full stops of
 * other scripts, with the quotation marks and brackets that close after them.
 * Most are decided by rule; the rest by a linear model over what the words
 * around look like and how they are used in print (features.h).
 *
 * Time is linear in the text whatever it is, and memory constant: a sentence
 * is decided by at most a few hundred bytes before and behind its end.  In a
 * text that is hardly anything but full stops and the like, those beyond one
 * in 80 bytes (and 4096 in all) are decided by rule alone, so that it takes no
 * longer than other text.
 * A splitter does not change once the iteration starts, and several iterators
 * may share it.
 */
#ifndef COMMON_SENTENCES_SENTENCES_H
#define COMMON_SENTENCES_SENTENCES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"

struct sentence_options {
	const struct language *language;	/* NULL: the default */
	bool	 join_lines;	/* line breaks are spaces, empty lines end */
	bool	 keep_quotes;	/* a quotation is not split inside */
	bool	 layout;	/* with join_lines: list items, lines with >,
				   headlines, rows are paragraphs */
	double	 threshold;	/* split at this probability; 0: at one half */
	size_t	 longest;	/* in code points: longer ones are cut; or 0 */
};

struct splitter;

/* NULL is all the defaults: English, line breaks end, quotations are split. */
struct splitter	*splitter_new(const struct sentence_options *);
/*
 * A word of the user's own, before any use of the splitter:
 *
 *	Fasc.		an abbreviation, with or without its stop; a sentence
 *			goes on behind it
 *	Wg. Cdr.	several, behind one another; any number
 *	? Inc.		one that may end a sentence too
 *	- No.		what is no abbreviation, whatever the lists say
 *	Yahoo!		a name with a mark of its own
 *
 * Without a capital it is meant in any case; else as it is written, or all in
 * capitals.  NULL, or why it cannot be used.
 */
const char	*splitter_word(struct splitter *, const char *, size_t);
void		 splitter_free(struct splitter *);

/* An iteration over one text; its members are nobody else's business. */
struct sentence_iterator {
	const struct splitter *splitter;
	const char	*text;
	size_t		 len;
	size_t		 start;		/* of the sentence being looked for */
	size_t		 line;		/* start of its line or paragraph */
	size_t		 joined;	/* behind its last break that is none */
	size_t		 at;		/* all before is decided */
	size_t		 block;		/* all before is scanned: */
	uint64_t	 mask;		/* candidates in the 64 bytes before */
	size_t		 quotes_at;	/* straight marks, counted up to here */
	unsigned	 quotes;	/* from the line's start */
	size_t		 keep_at;	/* keep.h: seen up to here, */
	size_t		 keep_until;	/* quoted up to here, */
	unsigned	 keep_stray;	/* marks not closed in this line */
	size_t		 item;		/* list.h: the next item, */
	size_t		 listed;	/* the last one that was found, */
	size_t		 marker;	/* end of this one's marker, */
	size_t		 searched;	/* bytes looked through for markers */
	size_t		 weighed;	/* candidates looked at, so many */
	size_t		 crowded;	/* that up to here letters must do */
	bool		 new_line;	/* sentence is the first of its line */
	bool		 piece;		/* the rest of one that was cut, */
	size_t		 whole;		/* which ends there, */
	size_t		 rest;		/* the next piece begins here, */
	uint8_t		 found_by;	/* how the end of all was found */
	int32_t		 score;		/* of the end, */
	bool		 scored;	/* if there is one */
	uint8_t		 by;		/* how it was found: enum sentence_by */
};

/* How the end of a sentence was found. */
enum sentence_by {
	SENTENCE_BY_LINE,	/* the line, the item or the text ends there */
	SENTENCE_BY_RULE,
	SENTENCE_BY_MODEL,
	SENTENCE_BY_LENGTH	/* it was cut: it does not end there */
};

/* Begin: the text must stay until the iteration is over. */
void		 sentences_start(struct sentence_iterator *,
		    const struct splitter *, const char *text, size_t len);
/* The next sentence, never empty; false when there is none left. */
bool		 sentences_next(struct sentence_iterator *, struct span *);
/* How the end of the sentence just given was found. */
enum sentence_by sentences_by(const struct sentence_iterator *);
/*
 * How probable it is that it ends there, in thousandths: 1000 where it is
 * certain, 0 where it was cut.  A rule that weighs words is not certain.
 */
unsigned	 sentences_confidence(const struct sentence_iterator *);
/* True if the sentence just given begins a line (join_lines: paragraph). */
bool		 sentences_begins_line(const struct sentence_iterator *);

/*
 * In which language is a text?  Told from its letters and short words, piece
 * by piece; of the first 4096 bytes, the others change nothing.
 *
 *	telling_start(&t);
 *	telling_text(&t, text, len);
 *	options.language = telling_language(&t);
 */
#define LANGUAGES_TOLD_MAX	64

struct telling {
	int32_t	 score[LANGUAGES_TOLD_MAX];
	size_t	 bytes, features;	/* looked at so far */
};

void		 telling_start(struct telling *);
void		 telling_text(struct telling *, const char *, size_t);
/* The likeliest so far; the default for a text without letters. */
const struct language	*telling_language(const struct telling *);

#endif
