/*
 * reports.h -- acts of reporting: a cue, what it reports, and whose words
 *
 * A report is made of linear decisions, each over hashed features, in the order
 * of this header: is this word a cue, and on which side of it does its content
 * stand (the frame); where does the content begin and end; which noun phrase
 * is the source.  The same functions list candidates and features at run time
 * and for the trainer (common/quotes/train_quotes.c), which is why they are here.
 *
 * Citron (BBC, 2018) and Pareti et al. (EMNLP 2013) cut the task into the same
 * three spans: cue, source, content; the linear boundary decisions over few
 * candidates are after Scheible, Klinger and Pado (ACL 2016).
 *
 * All positions are tokens of a passage.
 */
#ifndef COMMON_QUOTES_REPORTS_H
#define COMMON_QUOTES_REPORTS_H

#include <stdbool.h>
#include <stdint.h>

#include "common/learn/learn.h"
#include "common/quotes/paragraph.h"

enum cue_kind { CUE_VERB, CUE_NOUN, CUE_ACCORDING, CUE_COLON };

/* What a verb can do: the letters of common/languages/en/cue-verbs.txt as bits. */
#define CUE_SAYS	0x01
#define CUE_TELLS	0x02
#define CUE_DIRECTS	0x04
#define CUE_PROMISES	0x08
#define CUE_WRITES	0x10
#define CUE_ASKS	0x20
#define CUE_JUDGES	0x40
#define CUE_MANNER	0x80
#define CUE_OTHER	0x100
#define CUE_THINKS	0x200

struct cue {
	uint32_t	 token;		/* tokens token .. last - 1 */
	uint32_t	 last;
	uint32_t	 sentence;
	enum cue_kind	 kind;
	unsigned	 classes;	/* CUE_ */
	const char	*lemma;		/* not ended by NUL: */
	size_t		 lemma_len;
	uint32_t	 lemma_hash;
	uint32_t	 region;	/* the cue stands in it, or NO_REGION */
	uint32_t	 before;	/* region that ends shortly before */
	uint32_t	 after;		/* region that begins shortly after */
	bool		 noun;		/* may be a noun as well */
};

enum frame {
	FRAME_NONE,		/* no cue at all */
	FRAME_AFTER,		/* the content follows */
	FRAME_REGION,		/* the content is the region before */
	FRAME_BEFORE,		/* the content is the clause before */
	FRAMES
};

/* A choice among candidates: their features are asked for one by one. */
#define CANDIDATES_MAX	64

struct candidates {
	uint32_t	 n;
	struct range	 v[CANDIDATES_MAX];
};

/*
 * Frames.  cue_word() says by the word whether a token could be a cue at all;
 * a look at the words around it, without tags, rules most of these out;
 * cue_tagged() tags the sentence and says whether it still can be.
 */
bool	cue_word(struct passage *, uint32_t token, struct cue *);
void	glance_features(const struct passage *, const struct cue *,
	    struct features *);
bool	cue_tagged(struct passage *, struct cue *);
bool	frame_possible(const struct cue *, enum frame);
/* The features of the cue, then those of one frame made from them. */
void	cue_features(const struct passage *, const struct cue *,
	    struct features *);
void	frame_features(const struct features *base, enum frame,
	    struct features *);

/*
 * Content.  Begins: where what follows a cue may begin (last is unused).
 * Ends: where it may end, given that it begins at first.
 */
void	content_begins(const struct passage *, const struct cue *,
	    struct candidates *);
void	begin_features(const struct passage *, const struct cue *,
	    const struct candidates *, uint32_t which, struct features *);
void	content_ends(const struct passage *, const struct cue *,
	    uint32_t first, struct candidates *);
void	end_features(const struct passage *, const struct cue *,
	    uint32_t first, const struct candidates *, uint32_t which,
	    struct features *);
/* The content of FRAME_BEFORE, and what goes on behind ", he said,". */
struct range content_before(const struct passage *, const struct cue *,
	    struct range source);
struct range content_resumes(const struct passage *, const struct cue *,
	    struct range source, struct range before);
/* A range without punctuation at its ends, but with a region's words. */
struct range range_trim(const struct passage *, struct range);

/*
 * Sources.  The last candidate is the empty range: no source.
 */
void	source_candidates(const struct passage *, const struct cue *,
	    enum frame, struct range content, struct candidates *);
void	source_features(const struct passage *, const struct cue *,
	    enum frame, const struct candidates *, uint32_t which,
	    struct features *);
/*
 * The source with the party and place in brackets that are written behind it, and
 * without them, as the candidates are.
 */
struct range source_as_written(const struct passage *, struct range);
struct range source_bare(const struct passage *, struct range);

/*
 * A region that no report has claimed: is it speech?
 */
void	region_features(const struct passage *, uint32_t region,
	    bool after_quote, struct features *);

#endif
