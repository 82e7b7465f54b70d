/*
 * attribute.c -- who says what, told by the words that report: see attribute.h
 */
#include "common/quotes/attribute.h"

#include "common/quotes/clauses.h"
#include "common/quotes/clear.h"
#include "common/quotes/content_features.h"
#include "common/quotes/contents.h"
#include "common/quotes/cue_features.h"
#include "common/quotes/hedges.h"
#include "common/quotes/source_features.h"
#include "common/quotes/sources.h"
#include "common/quotes/sure.h"
#include "common/quotes/works.h"

/*
 * Log odds, in hundredths, that a decision must reach.  A word is looked at
 * that is a cue once in a hundred times.  A quotation is told that is one in
 * three of ten times; in two of nine, where marks stand beside the cue: of a
 * quotation in marks it costs less to tell one too many than to miss one.
 * Inside somebody's words, which are a quotation already, another is told only
 * where it is likelier than none by as much, and so it is where what follows
 * looks like a plain object.
 */
#define ODDS_GLANCE	(-460)
#define ODDS_CUE	(-85)
#define ODDS_MARKED	(-150)
#define ODDS_INSIDE	85
#define ODDS_OBJECT	85
/* "Roe's warning that it rained": a noun of somebody's that has a clause. */
#define ODDS_HAD	(-300)

/* And how likely it is, at least, where its form is clear: in 19 of 20. */
#define ODDS_CLEAR	294

#define NO_SOURCE	0xFFFFFFFFu	/* none is clear */

/* Log odds in hundredths as a score. */
static int32_t
score_of(const struct logistic *l, int odds)
{
	return (int32_t)((int64_t)l->unit * odds / (256 * 100));
}

bool
attribute_open(struct attributor *t, const struct model *m)
{
	if (!logistic_open(&t->glance, m, "glance") ||
	    !logistic_open(&t->frame, m, "frame") ||
	    !logistic_open(&t->begin, m, "begin") ||
	    !logistic_open(&t->end, m, "end") ||
	    !logistic_open(&t->source, m, "source"))
		return false;
	t->least_glance = score_of(&t->glance, ODDS_GLANCE);
	t->least_margin = score_of(&t->frame, ODDS_CUE);
	t->least_margin_marked = score_of(&t->frame, ODDS_MARKED);
	t->least_margin_inside = score_of(&t->frame, ODDS_INSIDE);
	t->least_margin_object = score_of(&t->frame, ODDS_OBJECT);
	t->least_margin_had = score_of(&t->frame, ODDS_HAD);
	t->clear_margin = score_of(&t->frame, ODDS_CLEAR);
	return true;
}

/*
 * "They made these statements: 'We ...,' said Roe.", "Her answer was short:
 * 'No,' she said": a quotation that the newest attribution has by a noun in the
 * sentence before, or by a colon, may have a cue of its own.
 */
static bool
is_announced(const struct attributions *a, uint32_t region)
{
	const struct paragraph *p = a->paragraph;
	const struct attribution *newest;

	if (a->claims[region] == 0 || a->claims[region] != a->n)
		return false;
	newest = &a->v[attributions_newest(a)];
	return attribution_has_cue(newest) && (newest->cue.kind == CUE_COLON ||
	    (newest->cue.kind == CUE_NOUN && p->regions[region].first >=
	    p->sentences[newest->cue.sentence].last));
}

/* The best of some numbered from 0: how many were scored, and which it is. */
struct best {
	uint32_t	 n;
	uint32_t	 which;
	int32_t		 score;
	int32_t		 second;	/* the next best's, if there is one */
};

static int32_t
score(struct best *b, const struct logistic *l, const struct features *f)
{
	int32_t score = logistic_score(l, f);

	if (b->n == 0 || score > b->score) {
		b->second = b->score;
		b->score = score;
		b->which = b->n;
	} else if (b->n == 1 || score > b->second)
		b->second = score;
	b->n++;
	return score;
}

/* By how much the best is better than the next. */
static int8_t
clue_of(const struct logistic *l, const struct best *b)
{
	return b->n > 1 ? sure_clue(l, b->score - b->second) : CLUE_MOST;
}

static uint32_t
choose_begin(const struct attributor *t, const struct paragraph *p,
    const struct cue *c, const struct ranges *v, struct quote_clues *clues)
{
	struct between between = {0};
	struct best best = {0};
	struct features f;

	while (best.n < v->n) {
		begin_features(p, c, v, best.n, &between, &f);
		score(&best, &t->begin, &f);
	}
	clues->begin = clue_of(&t->begin, &best);
	return v->v[best.which].first;
}

static struct range
choose_end(const struct attributor *t, const struct paragraph *p,
    const struct cue *c, uint32_t first, const struct ranges *v,
    struct quote_clues *clues)
{
	struct within within = {0};
	struct best best = {0};
	struct features f;

	while (best.n < v->n) {
		end_features(p, c, first, v, best.n, &within, &f);
		score(&best, &t->end, &f);
	}
	clues->end = clue_of(&t->end, &best);
	return v->v[best.which];
}

static struct range
choose_content(const struct attributor *t, const struct paragraph *p,
    const struct cue *c, struct quote_clues *clues)
{
	struct range none = {0, 0};
	struct ranges v;
	uint32_t first;

	content_begins(p, c, &v);
	if (v.n == 0)
		return none;
	first = choose_begin(t, p, c, &v, clues);
	/* "says that's worse": the word is cut, but not its clause. */
	if (p->tokens.v[first].kind == TOKEN_CLITIC && first > c->last)
		first--;
	content_ends(p, c, first, &v);
	if (v.n == 0)
		return none;
	return content_with_row(p, c, content_with_bracket(p, paragraph_trim(p,
	    clause_content(p, c, content_without_apposition(p, c,
	    choose_end(t, p, c, first, &v, clues))))));
}

/* Of the sources only those that begin at a token, if there are such. */
static void
keep_clear(const struct paragraph *p, const struct cue *c, struct ranges *v,
    uint32_t clear)
{
	struct ranges there;
	uint32_t i, n = 0;

	for (i = 0; i < v->n; i++)
		if (v->v[i].first == clear && v->v[i].last > clear)
			v->v[n++] = v->v[i];
	if (n > 0)
		v->n = n;
	else if (clear != NO_SOURCE) {
		source_candidates_at(p, c, clear, &there);
		if (there.n > 0)
			*v = there;
	}
}

/*
 * "Roe told the court": who is told does not speak, where somebody who may
 * stands right before the verb.
 */
static void
drop_told(struct ranges *v, const struct paragraph *p, const struct cue *c)
{
	uint32_t i, n = 0, k;

	if (!(c->classes & CUE_TELLS) || !TAG_FINITE(p->tags[c->token]))
		return;
	k = paragraph_chunk_before(p, c->sentence, c->token);
	if (k == NO_CHUNK || p->chunks.v[k].last != c->token ||
	    p->chunks.v[k].kind == CHUNK_WH)
		return;
	for (i = 0; i < v->n; i++)
		if (v->v[i].first < c->last)
			v->v[n++] = v->v[i];
	v->n = n;
}

/*
 * "said Roe had claimed that": where the subject of a cue begins that stands
 * between it and another verb that reports, or "that"; else NO_SOURCE.
 */
static uint32_t
own_subject(const struct paragraph *p, const struct cue *c)
{
	uint32_t first = p->sentences[c->sentence].first, i, k;
	const struct chunk *chunk;

	if (c->kind != CUE_VERB)
		return NO_SOURCE;
	i = clause_verb_group(p, c->token, first);
	while (i < c->token && p->tags[i] == TAG_ADV)
		i++;
	k = paragraph_chunk_before(p, c->sentence, i);
	if (!TAG_FINITE(p->tags[i]) || k == NO_CHUNK)
		return NO_SOURCE;
	chunk = &p->chunks.v[k];
	if (chunk->last != i || chunk->kind == CHUNK_WH ||
	    chunk->first == first)
		return NO_SOURCE;
	i = chunk->first - 1;
	if (p->tags[i] == TAG_SUB)
		return chunk->first;
	if (!TAG_IS_VERB(p->tags[i]) || !(cue_classes(p, i) & CUE_SAYS))
		return NO_SOURCE;
	/* "a man who told Roe said" */
	i = clause_verb_group(p, i, first);
	return i > first && p->tags[i - 1] == TAG_WH ?
	    NO_SOURCE : chunk->first;
}

/* Who speaks; where it clearly begins at a token, one that does. */
static struct range
choose_source(const struct attributor *t, const struct paragraph *p,
    const struct cue *c, enum frame frame, struct range content,
    uint32_t clear, struct quote_clues *clues)
{
	int32_t scores[RANGES_MAX], apart = 0;
	struct best best = {0};
	struct range source;
	struct features f;
	struct ranges v;
	bool any = false;
	uint32_t i;

	source_candidates(p, c, frame, content, &v);
	keep_clear(p, c, &v, clear != NO_SOURCE ? clear : own_subject(p, c));
	drop_told(&v, p, c);
	while (best.n < v.n) {
		i = best.n;
		source_features(p, c, frame, &v, i, &f);
		scores[i] = score(&best, &t->source, &f);
	}
	source = v.v[best.which];
	for (i = 0; i < v.n; i++)
		if ((v.v[i].last <= source.first ||
		    v.v[i].first >= source.last) && i != best.which &&
		    (!any || scores[i] > apart)) {
			apart = scores[i];
			any = true;
		}
	clues->source = clue_of(&t->source, &best);
	clues->apart = any ?
	    sure_clue(&t->source, best.score - apart) : CLUE_MOST;
	return source;
}

/* By how much a word must be likelier a cue than none. */
static int32_t
least_margin(const struct attributor *t, const struct cue *c)
{
	if (c->region != NO_REGION)
		return t->least_margin_inside;
	return c->before != NO_REGION || c->after != NO_REGION ?
	    t->least_margin_marked : t->least_margin;
}

/* Whether the region before a cue is not yet somebody else's. */
static bool
is_free(const struct attributions *a, const struct cue *c)
{
	return a->claims[c->before] == 0 || is_announced(a, c->before);
}

/*
 * "Roe, one of those suing the city, said": whether only a cue that stands in
 * what is told of whoever speaks has laid claim to the region.
 */
static bool
is_free_within(const struct attributions *a, const struct cue *c)
{
	uint32_t close = a->paragraph->regions[c->before].close;
	const struct cue *other;

	if (is_free(a, c))
		return true;
	other = &a->v[attributions_newest(a)].cue;
	return a->claims[c->before] == a->n && other->token > close &&
	    other->last < c->token && other->sentence == c->sentence;
}

static enum frame
choose_frame(const struct attributor *t, const struct attributions *a,
    const struct cue *c, int32_t *margin)
{
	struct features base, f;
	int32_t score, best = 0, none = 0;
	enum frame frame, which = FRAME_NONE;

	cue_features(a->paragraph, c, &base);
	for (frame = FRAME_NONE; frame < FRAMES; frame++) {
		if (!frame_possible(c, frame) ||
		    (frame == FRAME_REGION && !is_free(a, c)))
			continue;
		frame_features(&base, frame, &f);
		score = logistic_score(&t->frame, &f);
		if (frame == FRAME_NONE)
			none = score;
		else if (which == FRAME_NONE || score > best) {
			best = score;
			which = frame;
		}
	}
	*margin = best - none;
	return *margin > least_margin(t, c) ? which : FRAME_NONE;
}

/* Who is told: the noun phrase right after a verb that can have one. */
static struct range
find_addressee(const struct paragraph *p, const struct cue *c,
    enum frame frame, struct range content)
{
	struct range none = {0, 0}, who;
	const struct chunk *chunk;
	uint32_t k;

	if (!(c->classes & CUE_TELLS) || p->tags[c->token] == TAG_VERBN)
		return none;
	k = paragraph_chunk_behind(p, c->sentence, c->last);
	if (k == NO_CHUNK)
		return none;
	chunk = &p->chunks.v[k];
	if (chunk->first != c->last || chunk->kind == CHUNK_WH ||
	    (frame == FRAME_AFTER && chunk->last > content.first))
		return none;
	who.first = chunk->first;
	who.last = chunk->last;
	return who;
}

/*
 * Two cues of a sentence may lay claim to the same words, "announced in a
 * statement that": the surer one has them.  Only the newest attribution is
 * asked.  False if it keeps them; else it has given them up.
 */
static bool
outdo(struct attributions *a, const struct cue *c, struct range content,
    int32_t margin)
{
	const struct content *last = attributions_last_content(a);
	const struct attribution *other;

	if (last == NULL || last->range.first != content.first)
		return true;
	other = &a->v[last->attribution];
	if (other->cue.sentence != c->sentence)
		return true;
	/* "a statement announcing the vote: 'We ...'" is the statement's. */
	if (other->margin >= margin || (other->cue.kind == CUE_NOUN &&
	    content.first >= a->paragraph->sentences[c->sentence].last))
		return false;
	attributions_retract(a);
	return true;
}

/* Whether what would be the content is somebody else's by its opening. */
static bool
is_taken(const struct attributions *a, const struct cue *c, uint32_t first)
{
	uint32_t r = paragraph_outer(a->paragraph, first);

	return r != NO_REGION && r != c->region && a->claims[r] != 0 &&
	    a->claims[r] <= a->nopened;
}

/*
 * ", and when pressed, Roe replied": where what is put before whoever speaks
 * next begins behind a comma and a word that joins; else that place itself.
 */
static uint32_t
before_fronted(const struct paragraph *p, struct range v, uint32_t last)
{
	uint32_t i;

	if (!paragraph_is(p, last - 1, ','))
		return last;
	for (i = v.first + 2; i + 2 < last; i++)
		if (paragraph_is(p, i, ',') && p->tags[i + 1] == TAG_CONJ &&
		    clause_word(p, i + 2, HEDGE_WHEN))
			return i;
	return last;
}

/*
 * Whoever speaks next, "Roe called it small, while Doe, who lives there, said",
 * and says it behind the end of a content or behind a comma and a word that
 * joins two clauses, is no part of that content: where it ends, or 0.
 */
static uint32_t
before_source(const struct paragraph *p, const struct cue *c, struct range v,
    struct range source)
{
	uint32_t last = source.first;

	/* A pronoun is as likely to be one of its own words. */
	if (range_is_empty(source) || p->tags[source.first] == TAG_PRON ||
	    p->tags[source.first] == TAG_POSSESSIVE ||
	    source.first <= v.first || source.last > v.last ||
	    p->region_of[source.first] != c->region)
		return 0;
	if (c->token < v.last && (last < v.first + 3 ||
	    p->tags[last - 1] != TAG_CONJ || !paragraph_is(p, last - 2, ',')))
		return 0;
	last = before_fronted(p, v, last);
	while (last > v.first + 1 && (p->tags[last - 1] == TAG_CONJ ||
	    p->tags[last - 1] == TAG_SUB || p->tags[last - 1] == TAG_ADV))
		last--;
	return last;
}

/*
 * What the same one says next, "said he left, has argued that" or "said he
 * left, before noting that": where the comma before that stands, or 0.
 */
static uint32_t
before_verb(const struct paragraph *p, const struct cue *c, struct range v,
    struct range source)
{
	uint32_t i = c->token;

	if (c->kind != CUE_VERB || i <= v.first + 1 || i >= v.last ||
	    (!range_is_empty(source) && source.last > v.first))
		return 0;
	i = clause_verb_group(p, i, v.first);
	if (p->tags[c->token] == TAG_VERBG && i > v.first + 1 &&
	    !paragraph_is(p, i - 1, ','))
		i--;		/* before */
	else if (p->tags[c->token] != TAG_VERBG &&
	    !TAG_FINITE(p->tags[i]))
		return 0;
	return i > v.first + 1 && paragraph_is(p, i - 1, ',') ? i - 1 : 0;
}

/* The newest attribution's content ends before another cue's report does. */
static void
cut_before(struct attributions *a, const struct cue *c, struct range source)
{
	const struct paragraph *p = a->paragraph;
	struct content *content = attributions_last_content(a);
	const struct attribution *newest;
	uint32_t last;

	if (content == NULL)
		return;
	newest = &a->v[content->attribution];
	if (newest->frame != FRAME_AFTER ||
	    newest->cue.sentence != c->sentence ||
	    newest->cue.region != c->region)
		return;
	if ((last = before_source(p, c, content->range, source)) == 0 &&
	    (last = before_verb(p, c, content->range, source)) == 0)
		return;
	content->range.last = last;
	content->range = paragraph_trim(p, content->range);
}

/* "warned of floods, saying it rained": what the next verb says. */
static bool
is_next_verb(const struct paragraph *p, uint32_t first)
{
	return first > 0 && p->tags[first] == TAG_VERBG &&
	    paragraph_is(p, first - 1, ',') && cue_is_verb(p, first);
}

/* The content as far as it can be told before the source is known. */
static struct range
find_content(const struct attributor *t, struct attributions *a,
    const struct cue *c, enum frame frame, struct quote_clues *clues)
{
	const struct paragraph *p = a->paragraph;
	struct range unknown = {0, 0};

	switch (frame) {
	case FRAME_REGION:
		if (a->claims[c->before] != 0)
			attributions_retract(a);	/* it was announced */
		return paragraph_trim(p, paragraph_inside(p, c->before));
	case FRAME_AFTER:
		return choose_content(t, p, c, clues);
	default:
		return content_before(p, c, unknown);
	}
}

/* "In his book 'Hard Times,' she says": the title of it. */
static bool
is_work(struct paragraph *p, const struct cue *c, struct range content)
{
	uint32_t region = content_region(p, c, content.first);

	return region != NO_REGION && content.last <= p->regions[region].last &&
	    works_named(p, region);
}

/* "A; B, she says, C": hers is what she stands in. */
static struct range
behind_semicolon(const struct paragraph *p, struct range r)
{
	uint32_t i;

	for (i = r.last; i-- > r.first;)
		if (paragraph_is(p, i, ';')) {
			r.first = i + 1;
			break;
		}
	return r;
}

/* Give the newest attribution the contents of its cue. */
static void
add_contents(struct attributions *a, struct range content)
{
	const struct paragraph *p = a->paragraph;
	uint32_t newest = attributions_newest(a);
	const struct attribution *t = &a->v[newest];
	struct range resumed = {0, 0};

	if (t->frame == FRAME_BEFORE) {
		content = content_before(p, &t->cue, t->source);
		if (range_is_empty(content)) {
			attributions_retract(a);
			return;
		}
		resumed = content_resumes(p, &t->cue, t->source, content);
	}
	if (!range_is_empty(resumed))
		content = behind_semicolon(p, content);
	attributions_content(a, newest, content);
	attributions_content(a, newest, resumed);
}

/* A thing that the verb has, unless it is likely a clause all the same. */
static bool
is_object(const struct attributor *t, const struct paragraph *p,
    const struct cue *c, struct range content, int32_t margin)
{
	enum content_object object = content_is_object(p, c, content);

	return object == OBJECT_SURE ||
	    (object == OBJECT_LIKELY && margin < t->least_margin_object) ||
	    (object == OBJECT_PERHAPS && margin < 0);
}

/* "is supposed to have said": the words before it are the last verb's. */
static bool
leads_on(const struct paragraph *p, const struct cue *c)
{
	uint32_t last = p->sentences[c->sentence].last, i = c->last;

	if (p->tags[c->token] != TAG_VERBN || i >= last ||
	    p->tags[i] != TAG_TO)
		return false;
	for (i++; i < last && TAG_IS_VERB(p->tags[i]); i++)
		;
	return cue_is_verb(p, i - 1);
}

/* A frame that is clear, and so at least that likely. */
static enum frame
clearly(const struct attributor *t, enum frame frame, int32_t *margin)
{
	if (*margin < t->clear_margin)
		*margin = t->clear_margin;
	return frame;
}

/*
 * "She scolded him: 'You knew,' she said": whether the words before a cue are a
 * quotation that another one reports.
 */
static bool
repeats(const struct attributions *a, const struct cue *c)
{
	const struct paragraph *p = a->paragraph;
	uint32_t open;

	if (c->before == NO_REGION || is_free(a, c))
		return false;
	open = p->regions[c->before].open;
	return open > 0 && paragraph_is(p, open - 1, ':') &&
	    clear_behind(p, c->before) != 0;
}

/* The frame of a cue, and where its source clearly begins, or NO_SOURCE. */
static enum frame
find_frame(const struct attributor *t, const struct attributions *a,
    const struct cue *c, int32_t *margin, uint32_t *clear)
{
	const struct paragraph *p = a->paragraph;
	enum frame frame = choose_frame(t, a, c, margin);
	bool ends;

	*clear = NO_SOURCE;
	if (clear_quotes(p, c))
		return FRAME_NONE;
	if (clear_label(a->paragraph, c, clear))
		return clearly(t, FRAME_AFTER, margin);
	if (frame != FRAME_BEFORE && clear_hears(a->paragraph, c)) {
		if (clear_hearing(p, c, clear))
			return clearly(t, FRAME_AFTER, margin);
		frame = FRAME_NONE;
	}
	if (frame == FRAME_NONE && *margin > t->least_margin_had &&
	    source_has_noun(p, c))
		return FRAME_AFTER;
	if ((frame == FRAME_REGION && leads_on(p, c)) ||
	    (frame == FRAME_BEFORE && (clear_lacks_clause(p, c) ||
	    repeats(a, c))))
		frame = FRAME_NONE;
	if (clear_form(p, c, clear) && is_free_within(a, c))
		frame = FRAME_REGION;
	else if ((frame == FRAME_NONE || frame == FRAME_AFTER) &&
	    clear_tail(p, c, clear))
		frame = FRAME_BEFORE;
	else if (!clear_quoted(p, c, clear, &ends)) {
		*clear = NO_SOURCE;
		return frame;
	} else if (ends && c->before != NO_REGION && is_free_within(a, c))
		frame = FRAME_REGION;
	else if (ends && c->region == NO_REGION)
		frame = FRAME_BEFORE;
	else
		return frame;
	return clearly(t, frame, margin);
}

/*
 * 'Roe called the promise "a song"': a noun in the words of whoever speaks,
 * that is nobody else's, says nothing once more.
 */
static bool
is_in_report(const struct attributions *a, const struct cue *c,
    struct range source)
{
	const struct content *last = attributions_last_content(a);

	return last != NULL && TAG_IS_NOUN(a->paragraph->tags[c->token]) &&
	    last->range.first <= c->token && c->token < last->range.last &&
	    (range_is_empty(source) || source.first < last->range.first);
}

static void
read_cue(const struct attributor *t, struct attributions *a,
    const struct cue *c)
{
	const struct paragraph *p = a->paragraph;
	struct quote_clues clues = {0};
	struct range content, source;
	struct attribution *new;
	uint32_t clear;
	enum frame frame;
	int32_t margin;

	frame = find_frame(t, a, c, &margin, &clear);
	if (frame == FRAME_NONE || cue_is_idiom(p, c))
		return;
	content = find_content(t, a, c, frame, &clues);
	if (range_is_empty(content) || is_work(a->paragraph, c, content) ||
	    is_taken(a, c, content.first) ||
	    (frame == FRAME_AFTER && (is_next_verb(p, content.first) ||
	    clause_is_other(p, c, content.first) || content_is_word(p, c,
	    content) || is_object(t, p, c, content, margin))) ||
	    !outdo(a, c, content, margin))
		return;
	source = hedges_bare(p, choose_source(t, p, c, frame, content,
	    clear, &clues));
	if (is_in_report(a, c, source))
		return;
	clues.frame = (uint8_t)frame;
	clues.cue = sure_clue(&t->frame, margin);
	if (clear != NO_SOURCE)
		clues.cue = clues.source = clues.apart = CLUE_MOST;
	if (frame == FRAME_AFTER)
		cut_before(a, c, source);
	new = attributions_add(a);
	new->cue = *c;
	new->frame = frame;
	new->margin = margin;
	new->confidence = logistic_confidence(&t->frame, margin);
	new->clues = clues;
	new->source = source;
	new->addressee = find_addressee(p, c, frame, content);
	if (new->addressee.first == new->source.first)
		new->addressee.last = new->addressee.first;
	hedges_find(p, new, &content);
	add_contents(a, content);
}

/* Regions that a verb in no list attributes, where the form is clear. */
static void
read_unlisted(const struct attributor *t, struct attributions *a)
{
	struct paragraph *p = a->paragraph;
	uint32_t r;
	struct cue c;
	uint32_t clear;

	for (r = 0; r < p->nregions; r++)
		if (p->regions[r].parent == NO_REGION && a->claims[r] == 0 &&
		    clear_unlisted(p, r, &c, &clear))
			read_cue(t, a, &c);
}

static bool
is_worth_a_look(const struct attributor *t, const struct paragraph *p,
    const struct cue *c)
{
	struct features f;

	glance_features(p, c, &f);
	return logistic_score(&t->glance, &f) > t->least_glance;
}

/* Whether its form may be clear by the words; the verb is tagged so. */
static bool
is_clear(struct paragraph *p, struct cue *c)
{
	bool hears = clear_hears(p, c);
	uint32_t source;

	return clear_label(p, c, &source) || clear_follows(p, c) ||
	    clear_apposed(p, c) || clear_ends(p, c) || hears;
}

void
attribute_cues(const struct attributor *t, struct attributions *a)
{
	struct paragraph *p = a->paragraph;
	struct cue c;
	size_t k = 0;
	uint32_t i;

	for (i = 0; i < p->tokens.n; i++) {
		while (k < a->nsettled && a->settled[k].last <= i)
			k++;
		if (k < a->nsettled && a->settled[k].first <= i)
			continue;
		if (!cue_is_none(p, i) && cue_word(p, i, &c) &&
		    (is_clear(p, &c) || is_worth_a_look(t, p, &c)) &&
		    cue_tagged(p, &c))
			read_cue(t, a, &c);
	}
	read_unlisted(t, a);
}
