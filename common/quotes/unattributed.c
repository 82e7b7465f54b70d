/*
 * unattributed.c -- what somebody says, told by marks alone: see unattributed.h
 */
#include "common/quotes/unattributed.h"

#include "common/quotes/clear.h"
#include "common/quotes/sure.h"
#include "common/quotes/works.h"

#define NAME_REACH	12	/* tokens of a name behind a dash, at most */
#define WORDS_LEAST	3	/* of what stands before such a name */
#define HEADING_WORDS	3	/* of a heading, at least */

/*
 * Templates, each with the values that it is mixed with.  The weights in
 * common/languages/en/quotes.model were learned with these numbers.  A stop is
 * the mark that ends the words of the region; line and end say that the region
 * begins, and ends, a line.
 */
enum {
	R_BIAS = 250,		/* nothing: how often regions are speech */
	R_LENGTH = 251,		/* how many words; line or stop */
	R_START = 252,		/* line, end */
	R_STOP = 253,		/* stop; end or line */
	R_PREV = 254,		/* the word before it; its kind and stop */
	R_NEXT = 255,		/* the word behind it; its capital and stop */
	R_CAPITAL = 256,	/* whether its first word has a capital; line */
	R_WHOLE = 257,		/* whether it is a line, how many words */
	R_AFTER = 258,		/* whether a quotation came before it; line */
	R_WORDS = 259,		/* its first word */
	R_TITLE = 260,		/* whether most words have capitals, how many */
	R_FLAGS = 261		/* what marks they are; line or words */
};

#define WORDS_MOST	12	/* of a region that are counted */
#define NO_STOP		1	/* stands for the stop, if there is none */

void
region_features(const struct paragraph *p, uint32_t region,
    bool after_quote, struct features *f)
{
	const struct region *r = &p->regions[region];
	const struct token *v = p->tokens.v;
	struct range words = paragraph_trim(p, paragraph_inside(p, region));
	uint32_t before = r->open, k, n = 0, capitals = 0, stop;
	uint32_t after = r->close + (r->flags & MARK_UNCLOSED ? 0 : 1);
	bool line = before == 0 || (v[before].flags & TOKEN_NEWLINE);
	bool end = after >= p->tokens.n || (v[after].flags & TOKEN_NEWLINE);

	for (k = words.first; k < words.last && n < WORDS_MOST; k++) {
		if (paragraph_is_mark(p, k))
			continue;
		n++;
		if (v[k].flags & TOKEN_CAPITAL)
			capitals++;
	}
	stop = r->last > r->first ? r->last - 1 : r->first;
	stop = paragraph_is_mark(p, stop) ? paragraph_folded(p, stop) : NO_STOP;
	features_clear(f);
	features_add1(f, R_BIAS, 0);
	features_add2(f, R_LENGTH, n, line);
	features_add2(f, R_LENGTH, n, stop);
	features_add2(f, R_START, line, end);
	features_add2(f, R_STOP, stop, end);
	features_add2(f, R_STOP, stop, line);
	features_add1(f, R_PREV, line ? 0 : paragraph_folded(p, before - 1));
	features_add2(f, R_PREV, line ? 0 : v[before - 1].kind, stop);
	features_add1(f, R_NEXT, end ? 0 : paragraph_folded(p, after));
	features_add2(f, R_NEXT, end ? 0 : v[after].flags & TOKEN_CAPITAL,
	    stop);
	features_add2(f, R_CAPITAL, v[words.first].flags & TOKEN_CAPITAL, line);
	features_add2(f, R_TITLE, capitals * 2 > n, n);
	features_add2(f, R_AFTER, after_quote, line);
	features_add2(f, R_AFTER, after_quote, line << 8 | n);
	features_add2(f, R_WHOLE, line && end, n);
	features_add2(f, R_FLAGS, r->flags, line);
	features_add2(f, R_FLAGS, r->flags, n);
	features_add1(f, R_WORDS, paragraph_folded(p, words.first));
}

/*
 * "Words." -- Name: the token behind the name, where the name, after a dash,
 * begins at a token; 0 if none does.
 */
static uint32_t
dashed_name(const struct paragraph *p, uint32_t first)
{
	const struct token *v = p->tokens.v;
	uint32_t i;

	if (first >= p->tokens.n || !(v[first - 1].flags & TOKEN_HYPHEN) ||
	    (v[first].flags & TOKEN_NEWLINE) ||
	    !(v[first].flags & TOKEN_CAPITAL))
		return 0;
	for (i = first; i < first + NAME_REACH - 1; i++)
		if (i == p->tokens.n || (v[i].flags & TOKEN_NEWLINE) ||
		    paragraph_is(p, i, ',') || paragraph_is(p, i, '.') ||
		    paragraph_is(p, i, '('))
			return i;
	return 0;
}

/* The regions that a dash and a name follow. */
static void
read_dashes(struct attributions *a)
{
	struct paragraph *p = a->paragraph;
	struct attribution *new;
	struct range said;
	uint32_t r, first, last;

	for (r = 0; r < p->nregions; r++) {
		const struct region *g = &p->regions[r];

		if (g->parent != NO_REGION || a->claims[r] != 0 ||
		    (g->flags & MARK_UNCLOSED))
			continue;
		first = g->close + 2;	/* behind the mark and the dash */
		if ((last = dashed_name(p, first)) == 0)
			continue;
		said = paragraph_trim(p, paragraph_inside(p, r));
		if (said.last < said.first + WORDS_LEAST)
			continue;
		paragraph_look(p, p->sentence_of[first]);
		new = attributions_add(a);
		new->frame = FRAME_REGION;
		new->confidence = SURE_BY_FORM;
		new->source.first = first;
		new->source.last = last;
		attributions_content(a, attributions_newest(a), said);
	}
}

/* The token that begins the line of a token. */
static uint32_t
line_first(const struct paragraph *p, uint32_t i)
{
	while (i > 0 && !(p->tokens.v[i].flags & TOKEN_NEWLINE))
		i--;
	return i;
}

/* Whether a line ends a few tokens behind one: those of a date. */
static bool
ends_line(const struct paragraph *p, uint32_t i)
{
	uint32_t end = i + NAME_REACH;

	for (i++; i < p->tokens.n && i < end; i++)
		if (p->tokens.v[i].flags & TOKEN_NEWLINE)
			return true;
	return i >= p->tokens.n;
}

/*
 * "Words. -- Name (@handle) date", as a post is set in an article: the words in
 * its line are the name's.  The handle is a token.
 */
static void
read_post(struct attributions *a, uint32_t handle)
{
	struct paragraph *p = a->paragraph;
	struct range said;
	uint32_t least, name;
	struct attribution *new;

	if (!ends_line(p, handle))
		return;
	said.first = line_first(p, handle);
	least = said.first + WORDS_LEAST;
	for (name = handle - 1; name > least &&
	    (p->tokens.v[name - 1].flags & TOKEN_CAPITAL); name--)
		;
	if (name <= least || name == handle - 1 ||
	    !(p->tokens.v[name - 1].flags & TOKEN_HYPHEN) ||
	    paragraph_region_at(p, name - 2, false) != NO_REGION)
		return;
	said.last = name - 1;
	paragraph_look(p, p->sentence_of[name]);
	new = attributions_add(a);
	new->frame = FRAME_REGION;
	new->confidence = SURE_BY_FORM;
	new->dash = true;
	new->source.first = name;
	new->source.last = handle - 1;
	said = paragraph_trim(p, said);
	attributions_content(a, attributions_newest(a), said);
}

static void
read_posts(struct attributions *a)
{
	const struct paragraph *p = a->paragraph;
	uint32_t i;

	for (i = WORDS_LEAST; i < p->tokens.n; i++)
		if (p->tokens.v[i].kind == TOKEN_ADDRESS &&
		    p->text[p->tokens.v[i].start] == '@' &&
		    paragraph_is(p, i - 1, '('))
			read_post(a, i);
}

/*
 * The title of a work in the midst of a sentence, or a heading in a line by
 * itself: all words of weight begin with a capital.
 */
static bool
is_name(const struct paragraph *p, uint32_t region)
{
	const struct region *r = &p->regions[region];
	uint32_t words, next = r->close + 1;
	bool line = r->open == 0 ||
	    (p->tokens.v[r->open].flags & TOKEN_NEWLINE);

	if (!works_title(p, region, &words))
		return false;
	if (!line)
		return p->tokens.v[r->open - 1].kind != TOKEN_MARK;
	/* One or two words may well be speech: "Good Lord!" */
	return words >= HEADING_WORDS && (r->flags & MARK_SINGLE) &&
	    (next >= p->tokens.n ||
	    (p->tokens.v[next].flags & TOKEN_NEWLINE));
}

/* "(Applause.)": nobody says that. */
static bool
is_aside(const struct paragraph *p, struct range v)
{
	uint32_t last = v.last - 1;

	return v.last > v.first + 2 &&
	    ((paragraph_is(p, v.first, '(') && paragraph_is(p, last, ')')) ||
	    (paragraph_is(p, v.first, '[') && paragraph_is(p, last, ']')));
}

/* Whether the attribution of a region before this one splits the two. */
static bool
is_split(const struct attributions *a, uint32_t before, uint32_t region,
    uint32_t direct)
{
	const struct attribution *of;

	if (direct == 0 || before == NO_REGION)
		return false;
	of = &a->v[direct - 1];
	return attribution_has_cue(of) && of->frame == FRAME_REGION &&
	    clear_split(a->paragraph, &of->cue, before, region);
}

/* Whether a region opens a quotation anew that was left open before it. */
static bool
is_reopened(const struct paragraph *p, uint32_t before, uint32_t region)
{
	return (p->regions[before].flags & MARK_UNCLOSED) &&
	    p->regions[before].last == p->regions[region].open &&
	    (p->tokens.v[p->regions[region].open].flags & TOKEN_NEWLINE);
}

/*
 * A region goes on with the quotation before it in the same line, or stands
 * alone, or is no speech.  *direct is the attribution before it, plus 1, or 0;
 * before is the region before it, or NO_REGION.
 */
static void
read_region(const struct unattributed *u, struct attributions *a,
    uint32_t before, uint32_t region, uint32_t *direct)
{
	const struct paragraph *p = a->paragraph;
	struct range v = paragraph_inside(p, region);
	struct attribution *new;
	struct features f;
	int32_t score;

	if (is_aside(p, v) || is_name(p, region) ||
	    works_named(a->paragraph, region))
		return;
	v = paragraph_trim(p, v);
	if (range_is_empty(v))
		return;
	region_features(p, region, *direct != 0 || u->after_quote, &f);
	score = logistic_score(&u->region, &f);
	if (score <= 0 && !is_split(a, before, region, *direct))
		return;
	if (*direct == 0) {
		new = attributions_add(a);
		new->confidence = logistic_confidence(&u->region, score);
		new->clues.cue = sure_clue(&u->region, score);
		new->continued = before == NO_REGION ?
		    u->unclosed && p->regions[region].open == 0 :
		    is_reopened(p, before, region);
		*direct = attributions_newest(a) + 1;
	}
	attributions_content(a, *direct - 1, v);
}

static void
read_regions(struct unattributed *u, struct attributions *a)
{
	const struct paragraph *p = a->paragraph;
	uint32_t r, i, direct = 0, at = 0, last = NO_REGION;

	/* An empty line ends nothing. */
	if (p->tokens.n == 0)
		return;
	for (r = 0; r < p->nregions; r++) {
		if (p->regions[r].parent != NO_REGION)
			continue;
		/* A new line ends what can be gone on with. */
		for (i = at; i <= p->regions[r].open && i < p->tokens.n; i++)
			if (p->tokens.v[i].flags & TOKEN_NEWLINE) {
				u->after_quote = direct != 0;
				direct = 0;
			}
		at = p->regions[r].last;
		if (a->claims[r] != 0)
			direct = a->claims[r];
		else
			read_region(u, a, last, r, &direct);
		last = r;
	}
	u->after_quote = direct != 0;
	u->unclosed = direct != 0 && (p->regions[last].flags & MARK_UNCLOSED) &&
	    p->regions[last].last >= p->tokens.n;
}

/* Who speaks in a region, by its attribution; NULL if nobody is said to. */
static const struct attribution *
speaks_in(const struct attributions *a, uint32_t region)
{
	const struct attribution *of;

	if (a->claims[region] == 0)
		return NULL;
	of = &a->v[a->claims[region] - 1];
	return range_is_empty(of->source) ? NULL : of;
}

/*
 * A quotation that is not closed at the end of its line goes on in the next,
 * which opens it anew: who speaks there speaks before it, too.
 */
static void
read_back(struct attributions *a)
{
	const struct paragraph *p = a->paragraph;
	const struct attribution *of;
	struct attribution *before;
	uint32_t r;

	for (r = (uint32_t)p->nregions; r-- > 1;) {
		const struct region *g = &p->regions[r - 1];

		if (a->claims[r - 1] == 0 || !(g->flags & MARK_UNCLOSED) ||
		    g->parent != NO_REGION ||
		    p->regions[r].parent != NO_REGION ||
		    (of = speaks_in(a, r)) == NULL)
			continue;
		before = &a->v[a->claims[r - 1] - 1];
		if (before == of || !range_is_empty(before->source))
			continue;
		before->source = of->source;
		before->clues = of->clues;
	}
}

/*
 * Whether a line holds several sentences, as paragraphs do: whether one between
 * the first and the last of a range begins behind another in its line.
 */
static bool
has_full_lines(const struct paragraph *p, struct range v)
{
	uint32_t i, last = p->sentence_of[v.last - 1];

	for (i = p->sentence_of[v.first] + 1; i < last; i++)
		if (!p->sentences[i].line)
			return true;
	return false;
}

/* What goes on with the quotation before it. */
static void
add_line(struct attributions *a, struct range line)
{
	struct attribution *new = attributions_add(a);

	new->confidence = SURE_BY_FORM;
	new->continued = true;
	attributions_content(a, attributions_newest(a),
	    paragraph_trim(a->paragraph, line));
}

/* Each line of the k-th content for itself: the first one keeps its place. */
static void
split_content(struct attributions *a, size_t k)
{
	const struct paragraph *p = a->paragraph;
	struct range v = a->contents[k].range;
	struct range line = { v.first, v.first };
	uint32_t i;

	for (i = v.first + 1; i <= v.last; i++) {
		if (i < v.last && !(p->tokens.v[i].flags & TOKEN_NEWLINE))
			continue;
		line.last = i;
		if (line.first > v.first)
			add_line(a, line);
		else if (i < v.last)
			a->contents[k].range = paragraph_trim(p, line);
		line.first = i;
	}
}

/*
 * A quotation over several lines is one record if its lines are sentences; if
 * they are paragraphs, each line is a record that goes on with the one before.
 */
static void
split_lines(struct attributions *a)
{
	const struct paragraph *p = a->paragraph;
	size_t k, n = a->ncontents;
	bool full = false;

	for (k = 0; k < n; k++) {
		struct range v = a->contents[k].range;

		if (paragraph_outer(p, v.first) == NO_REGION ||
		    p->sentence_of[v.first] == p->sentence_of[v.last - 1])
			continue;
		full |= has_full_lines(p, v);
		if (full)
			split_content(a, k);
	}
}

bool
unattributed_open(struct unattributed *u, const struct model *m)
{
	return logistic_open(&u->region, m, "region");
}

void
unattributed_reset(struct unattributed *u)
{
	u->after_quote = u->unclosed = false;
}

void
unattributed_read(struct unattributed *u, struct attributions *a)
{
	read_dashes(a);
	read_posts(a);
	read_regions(u, a);
	read_back(a);
	split_lines(a);
}
