/*
 * speakers.c -- whose words: see speakers.h
 */
#include "common/quotes/speakers.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/names/names.h"
#include "common/quotes/choice.h"
#include "common/quotes/choice_features.h"
#include "common/quotes/coarse.h"
#include "common/quotes/discourse.h"
#include "common/quotes/mention_names.h"
#include "common/quotes/mentions.h"
#include "common/quotes/sure.h"
#include "common/quotes/who.h"

#define BROUGHT_TOKENS	16	/* of who is brought in, at most */
#define RIVALS_MOST	5	/* that are counted */
#define AHEAD_BYTES	400	/* of the text behind a paragraph */
#define DESCRIPTION_SURE 500	/* at least, of "the report" as it stands */
#define SPEAKER_SURE	1000	/* where nothing tells how sure it is */

struct speakers {
	struct discourse discourse;
	const struct logistic *weights;
	const struct logistic *sure;	/* weights of how sure it is, or NULL */
	struct features	 weighed;	/* what told how sure the last one is */
	unsigned	 confidence;	/* how sure the one before is */
	size_t		 ahead;		/* bytes at hand behind the paragraph */
	struct choice	 choice;
	struct who	 who;
	char		**out;		/* names handed out */
	size_t		 nout, out_cap;
};

struct speakers *
speakers_new(const struct logistic *weights, const struct logistic *sure)
{
	struct speakers *s = xcalloc(1, sizeof(*s));

	s->discourse.people = people_new();
	s->discourse.naming = naming_new();
	s->discourse.splitter = splitter_new(NULL);
	discourse_open(&s->discourse);
	tags_builtin(&s->discourse.tagger);
	s->weights = weights;
	s->sure = sure;
	return s;
}

static void
forget_out(struct speakers *s)
{
	while (s->nout > 0)
		free(s->out[--s->nout]);
}

void
speakers_free(struct speakers *s)
{
	if (s == NULL)
		return;
	forget_out(s);
	free(s->out);
	tokens_free(&s->discourse.tokens);
	free(s->discourse.names.v);
	splitter_free(s->discourse.splitter);
	naming_free(s->discourse.naming);
	people_free(s->discourse.people);
	who_free(&s->who);
	free(s);
}

void
speakers_reset(struct speakers *s)
{
	discourse_begin(&s->discourse);
	who_reset(&s->who);
}

void
speakers_note(struct speakers *s, const char *text, size_t len)
{
	discourse_note(&s->discourse, text, len);
}

void
speakers_person(struct speakers *s, const char *name, size_t len)
{
	people_person(s->discourse.people, name, len);
}

void
speakers_all_names(struct speakers *s)
{
	naming_all(s->discourse.naming);
}

void
speakers_name(struct speakers *s, enum name_kind kind, struct span span,
    const char *full, size_t len)
{
	naming_tell(s->discourse.naming, kind, span, full, len);
}

void
speakers_paragraph(struct speakers *s, struct paragraph *p, size_t ahead)
{
	s->ahead = ahead;
	forget_out(s);
	discourse_paragraph(&s->discourse, p);
}

void
speakers_paragraph_end(struct speakers *s)
{
	discourse_paragraph_end(&s->discourse);
}

static void
set_speaker(struct speakers *s, struct quote *q, const char *text, size_t len,
    enum speaker_by by)
{
	s->out = array_grow(s->out, &s->out_cap, s->nout + 1, sizeof(*s->out));
	q->speaker = s->out[s->nout++] = xstrndup(text, len);
	q->speaker_len = len;
	q->by = by;
	if (by != SPEAKER_MENTION && q->mention.end - q->mention.start == len &&
	    memcmp(s->discourse.paragraph->text + q->mention.start, text,
	    len) == 0)
		q->by = SPEAKER_MENTION;
}

/*
 * The name of the person that a run of tokens names, in f, and whether a verb
 * of saying stands behind it; false if it names none in full.
 */
static bool
read_ahead(struct speakers *s, const char *text, const struct token *v,
    uint32_t last, const struct run *r, struct referent *f)
{
	uint32_t k = r->last;

	if (k < last && v[k].kind == TOKEN_MARK)
		k++;
	memset(f, 0, sizeof(*f));
	f->ahead = true;
	f->says = k < last && token_in(ROLE_CUE_VERBS, text, &v[k]);
	f->len = people_name(s->discourse.people, text, r, f->text,
	    sizeof(f->text));
	/* Who says something right behind a name bears it. */
	if (f->len == 0 && f->says && !r->body && !r->article &&
	    !r->possessive && run_is_full(r))
		f->len = run_name(text, r, false, f->text, NAME_BYTES);
	return f->len > 0 && memchr(f->text, ' ', f->len) != NULL;
}

/* The persons whom tokens first .. last - 1 of a text name in full. */
static void
add_ahead(struct speakers *s, const char *text, const struct token *v,
    uint32_t first, uint32_t last)
{
	struct choice *c = &s->choice;
	struct referent *f;
	uint32_t i, next;
	struct run r;

	for (i = first; i < last && c->nahead < AHEAD_MAX; i = next) {
		if (!run_read(&r, text, v, last, i, &next))
			continue;
		f = &c->ahead[c->nahead];
		if (!read_ahead(s, text, v, last, &r, f) ||
		    referents_find(&s->discourse.referents, f->text, f->len))
			continue;
		f->head = referent_words(&f->words, f->text, f->len);
		discourse_person(&s->discourse, f, text, v, &r);
		f->subject = i == first && !r.possessive;
		c->nahead++;
	}
}

/* The document's next line behind the paragraph, as far as it is at hand. */
static struct span
next_line(const struct speakers *s)
{
	const struct paragraph *p = s->discourse.paragraph;
	struct span line = { p->len, p->len + s->ahead };
	const char *nl;

	while (line.start < line.end &&
	    byte_is((unsigned char)p->text[line.start], CHAR_SPACE_MARK))
		line.start++;
	if (line.end - line.start > AHEAD_BYTES)
		line.end = line.start + AHEAD_BYTES;
	nl = memchr(p->text + line.start, '\n', line.end - line.start);
	if (nl != NULL)
		line.end = (size_t)(nl - p->text);
	return line;
}

/* Those whom the sentence after a mention's names. */
static void
look_ahead(struct speakers *s)
{
	const struct paragraph *p = s->discourse.paragraph;
	uint32_t next = p->sentence_of[s->choice.mention.tokens.first] + 1;
	struct tokens *tokens = &s->discourse.tokens;

	if (next < p->nsentences) {
		add_ahead(s, p->text, p->tokens.v, p->sentences[next].first,
		    p->sentences[next].last);
		return;
	}
	tokens->n = 0;
	tokens_scan(tokens, p->text, next_line(s));
	add_ahead(s, p->text, tokens->v, 0, (uint32_t)tokens->n);
}

/* Of words in marks that have no mention: whether "I" or "we" is among them. */
static void
read_words(struct choice *c, const struct paragraph *p, size_t start)
{
	struct span at = { start, start };
	uint32_t i = paragraph_tokens(p, at).first, r, last;
	unsigned pronoun;

	c->says_i = c->says_we = false;
	r = i < p->tokens.n ? p->region_of[i] : NO_REGION;
	c->opens = r != NO_REGION && p->regions[r].open == 0;
	last = r != NO_REGION ? p->regions[r].last : i;
	for (; i < last; i++) {
		pronoun = paragraph_pronoun(p, i);
		if (pronoun & PRONOUN_WE)
			c->says_we = true;
		else if (pronoun & PRONOUN_I)
			c->says_i = true;
	}
}

/*
 * "Speaking to Ann Roe, the minister said": what stands before the subject of
 * the sentence and a comma, and has no subject of its own, names others than
 * the mention.
 */
static struct range
find_fronted(const struct paragraph *p, const struct mention *m)
{
	struct range r = { 0, 0 }, none = { 0, 0 };
	uint32_t i;

	if (range_is_empty(m->tokens) || m->tokens.first < 2 ||
	    !paragraph_is(p, m->tokens.first - 1, ','))
		return none;
	r.first = paragraph_dateline(p, p->sentence_of[m->tokens.first]);
	r.last = m->tokens.first - 1;
	if (range_is_empty(r))
		return none;
	switch (p->tags[r.first]) {
	case TAG_VERBG: case TAG_VERBN: case TAG_VERBD:
		return r;
	case TAG_PREP:
		for (i = r.first; i < r.last; i++)
			if (TAG_FINITE(p->tags[i]))
				return none;
		return r;
	}
	return none;
}

/* Whether somebody who has a name is named in some words: SAID_. */
static unsigned
named_in(const struct paragraph *p, const struct referent *r,
    const struct span *words, size_t n)
{
	struct range said;
	uint32_t i;
	size_t k;

	for (k = 0; !r->described && k < n; k++) {
		said = paragraph_tokens(p, words[k]);
		for (i = said.first; i < said.last; i++)
			if (p->tokens.v[i].folded == r->head &&
			    (p->tokens.v[i].flags & TOKEN_CAPITAL))
				return SAID_NAMED | (k == 0 &&
				    i <= said.first + 1 ? SAID_FIRST : 0);
	}
	return 0;
}

size_t
speakers_candidates(struct speakers *s, struct span span,
    const struct span *words, size_t n)
{
	struct choice *c = &s->choice;
	size_t i;

	discourse_walk(&s->discourse, span.start);
	mention_read(&c->mention, s->discourse.paragraph, span);
	c->n = c->nahead = 0;
	c->fronted = find_fronted(s->discourse.paragraph, &c->mention);
	if (c->mention.kind == MENTION_NAME ||
	    (c->mention.kind == MENTION_NONE && span.start < span.end))
		return 0;
	if (c->mention.kind >= MENTION_THE)
		look_ahead(s);
	else if (c->mention.kind == MENTION_NONE)
		read_words(c, s->discourse.paragraph, span.start);
	choice_begin(c, &s->discourse.referents);
	for (i = 1; i < c->n; i++)
		c->said[i] = (uint8_t)named_in(s->discourse.paragraph,
		    c->v[i], words, n);
	return c->n;
}

const char *
speakers_candidate(const struct speakers *s, size_t i, size_t *len)
{
	const struct referent *r = s->choice.v[i];

	*len = r != NULL ? r->len : 0;
	return r != NULL ? r->text : NULL;
}

void
speakers_features(const struct speakers *s, size_t which, struct features *f)
{
	choice_features(&s->choice, which, f);
}

void
speakers_spoke(struct speakers *s, struct span span, const char *name,
    size_t len, bool nested)
{
	struct mention m;

	mention_read(&m, s->discourse.paragraph, span);
	discourse_spoke(&s->discourse, &m, name, len, nested);
}

void
speakers_said(struct speakers *s, const struct span *words, size_t n,
    struct span cue)
{
	discourse_said(&s->discourse, words, n, cue);
}

/*
 * Whether it is a candidate who says the outer quotation.  "The firm said the
 * regulator knew": who speaks is not whom he speaks of.
 */
static bool
is_speaker_of(const struct quote *outer, const struct referent *r)
{
	return outer != NULL && outer->speaker != NULL &&
	    outer->speaker_len == r->len &&
	    memcmp(outer->speaker, r->text, r->len) == 0;
}

/*
 * Whether a mention is the candidate's own name, but for its article: "The
 * United Nations" is what it says, though called United Nations before.
 */
static bool
is_itself(const struct paragraph *p, const struct choice *c, size_t which)
{
	const struct referent *r = c->v[which];
	uint32_t first = c->mention.tokens.first;
	size_t start, len = c->mention.span.end;

	if (c->mention.kind != MENTION_THE || first + 1 >= p->tokens.n)
		return false;
	start = p->tokens.v[first + 1].start;
	len = start < len ? len - start : 0;
	return r->len == len && memcmp(r->text, p->text + start, len) == 0;
}

/* The best of the candidates that the mention may stand for; 0 is nobody. */
static size_t
choose(const struct speakers *s, const struct quote *outer,
    struct quote_clues *clues)
{
	const struct choice *c = &s->choice;
	struct features f;
	int32_t score, best = 0, second = 0;
	size_t i, which = 0, allowed = 0;

	for (i = 0; i < c->n; i++) {
		if (!choice_allows(c, i) ||
		    (i > 0 && is_speaker_of(outer, c->v[i])))
			continue;
		choice_features(c, i, &f);
		score = logistic_score(s->weights, &f);
		if (allowed++ == 0 || score > best) {
			second = best;
			best = score;
			which = i;
		} else if (allowed == 2 || score > second)
			second = score;
	}
	clues->choice = allowed > 1 ?
	    sure_clue(s->weights, best - second) : CLUE_MOST;
	clues->rivals = (uint8_t)at_most(allowed, RIVALS_MOST);
	return which;
}

/*
 * Give a quotation whom its mention stands for; without one whoever is talked
 * about before its words.  False if that is nobody, or the mention is a name.
 */
static bool
set_chosen(struct speakers *s, struct quote *q, const struct quote *outer)
{
	const struct choice *c = &s->choice;
	struct span m = q->mention;
	size_t which;

	if (m.start == m.end)
		m.start = m.end = q->spans[0].start;
	if (s->weights == NULL || speakers_candidates(s, m, q->spans,
	    q->nspans) == 0)
		return false;
	which = choose(s, outer, &q->clues);
	q->clues.said = c->said[which];
	if (which == 0 || is_itself(s->discourse.paragraph, c, which))
		return false;
	set_speaker(s, q, c->v[which]->text, c->v[which]->len,
	    c->mention.kind == MENTION_NONE ? SPEAKER_PREVIOUS :
	    c->mention.kind < MENTION_THE ? SPEAKER_PRONOUN : SPEAKER_NOUN);
	return true;
}

/* The name that a mention gives by itself, 0 if none. */
static size_t
own_name(struct speakers *s, const struct mention *m, char *buf)
{
	if (mention_is_pronoun(m))
		return 0;
	people_at(s->discourse.people, s->discourse.begins + m->span.start);
	return mention_name(m, s->discourse.paragraph, s->discourse.people,
	    buf, REFERENT_BYTES);
}

bool
speakers_ranked(struct speakers *s, struct span span)
{
	char buf[REFERENT_BYTES];
	struct mention m;

	discourse_walk(&s->discourse, span.start);
	mention_read(&m, s->discourse.paragraph, span);
	return m.kind != MENTION_I && own_name(s, &m, buf) == 0;
}

/* "Roe, who said": what stands right before the pronoun; may be empty. */
static struct range
antecedent(const struct paragraph *p, const struct mention *m)
{
	struct range r = {0, 0};
	uint32_t i = m->tokens.first, k;

	if (m->kind != MENTION_WHO || i == 0)
		return r;
	if (paragraph_is(p, i - 1, ',') || paragraph_is(p, i - 1, ')'))
		i--;
	k = paragraph_chunk_before(p, p->sentence_of[m->tokens.first], i);
	if (k == NO_CHUNK || p->chunks.v[k].last + 1 < i ||
	    p->chunks.v[k].kind > CHUNK_NAME)
		return r;
	r.first = p->chunks.v[k].first;
	r.last = p->chunks.v[k].last;
	return r;
}

/* Give a quotation the name of its pronoun's antecedent, or its words. */
static bool
set_antecedent(struct speakers *s, const struct mention *m, struct quote *q)
{
	const struct paragraph *p = s->discourse.paragraph;
	struct range r = antecedent(p, m);
	struct span span = paragraph_span(p, r);
	char buf[REFERENT_BYTES];
	struct mention before;
	size_t len;

	if (range_is_empty(r))
		return false;
	mention_read(&before, p, span);
	if ((len = own_name(s, &before, buf)) > 0)
		set_speaker(s, q, buf, len, SPEAKER_PRONOUN);
	else
		set_speaker(s, q, p->text + span.start, span.end - span.start,
		    SPEAKER_PRONOUN);
	return true;
}

/* A quotation that was not closed, and is opened again: the same one speaks. */
static bool
set_last_speaker(struct speakers *s, struct quote *q)
{
	const struct referent *last;

	if (!q->continued)
		return false;
	last = referents_last_speaker(&s->discourse.referents);
	if (last == NULL)
		return false;
	set_speaker(s, q, last->text, last->len, SPEAKER_PREVIOUS);
	q->clues.choice = CLUE_MOST;
	return true;
}

/* How sure it is that the speaker of a quotation is the right one. */
static void
weigh(struct speakers *s, struct quote *q, const struct mention *m)
{
	features_clear(&s->weighed);
	q->speaker_confidence = 0;
	if (q->speaker == NULL)
		return;
	sure_speaker_features(q, m, s->discourse.paragraph,
	    &s->discourse.referents, &s->weighed);
	q->speaker_confidence = s->sure == NULL ? SPEAKER_SURE :
	    logistic_confidence(s->sure,
	    logistic_score(s->sure, &s->weighed));
	/* What is said to speak is no wrong name, though it may have one. */
	if (q->by == SPEAKER_MENTION && (m->kind == MENTION_THE ||
	    m->kind == MENTION_NOUN) &&
	    q->speaker_confidence < DESCRIPTION_SURE)
		q->speaker_confidence = DESCRIPTION_SURE;
	/* Words whose marks were not closed go on: as sure as they began. */
	if (q->continued && q->by == SPEAKER_PREVIOUS &&
	    q->speaker_confidence < s->confidence)
		q->speaker_confidence = s->confidence;
	/* Labels and signatures are told by their form. */
	if (q->cue.start == q->cue.end && q->by <= SPEAKER_NAME &&
	    q->speaker_confidence < q->confidence)
		q->speaker_confidence = q->confidence;
}

const struct features *
speakers_weighed(const struct speakers *s)
{
	return &s->weighed;
}

/*
 * "More from the first minister, Ann Roe:" in the line before a quotation that
 * begins one: the mention, from behind "from" to the colon; empty if it names
 * nobody.
 */
static struct span
brought_in(struct speakers *s, const struct quote *q)
{
	struct paragraph *p = s->discourse.paragraph;
	struct span at = { q->spans[0].start, q->spans[0].end }, none = {0, 0};
	uint32_t i = paragraph_tokens(p, at).first, end, r;
	char buf[REFERENT_BYTES];
	struct mention m;
	struct range v;

	r = i < p->tokens.n ? p->region_of[i] : NO_REGION;
	if (r == NO_REGION || p->regions[r].open == 0 ||
	    !(p->tokens.v[p->regions[r].open].flags & TOKEN_NEWLINE) ||
	    !paragraph_is(p, p->regions[r].open - 1, ':'))
		return none;
	end = p->regions[r].open - 1;
	for (i = end;
	    i > 0 && !paragraph_in(p, i - 1, ROLE_BRINGING_WORDS); i--)
		if (end - i > BROUGHT_TOKENS ||
		    (p->tokens.v[i - 1].flags & TOKEN_NEWLINE))
			return none;
	if (i == 0 || i >= end)
		return none;
	paragraph_look(p, p->sentence_of[i]);
	v.first = i;
	for (v.last = i; v.last < end && !paragraph_is(p, v.last, ',');
	    v.last++)
		;
	discourse_walk(&s->discourse, p->tokens.v[i].start);
	mention_read(&m, p, paragraph_span(p, v));
	return own_name(s, &m, buf) > 0 ? m.span : none;
}

/*
 * How clear it is who speaks, as a clue: whom a pronoun stands for is no
 * clearer than what made that one somebody to stand for.
 */
static int8_t
clearness(struct speakers *s, const struct quote *q)
{
	const struct referent *r;
	int8_t least = q->clues.apart;

	if (q->speaker == NULL)
		return -CLUE_MOST;
	if (q->by < SPEAKER_PRONOUN)
		return least;
	if (q->clues.choice < least || q->by == SPEAKER_PREVIOUS)
		least = q->clues.choice;
	r = referents_find(&s->discourse.referents, q->speaker,
	    q->speaker_len);
	return r != NULL && r->clear < least ? r->clear : least;
}

/*
 * Somebody speaks, or nobody is told to: how sure that is, and what he is.
 * Then he has the floor.
 */
static void
tell(struct speakers *s, struct quote *q, const struct mention *m)
{
	int8_t clear = clearness(s, q);
	struct referent *r;

	weigh(s, q, m);
	if (!q->nested)
		speakers_said(s, q->spans, q->nspans, q->cue);
	if (q->speaker != NULL) {
		speakers_spoke(s, q->mention, q->speaker, q->speaker_len,
		    q->nested);
		r = referents_find(&s->discourse.referents, q->speaker,
		    q->speaker_len);
		if (r != NULL)
			r->clear = clear;
	}
	if (!q->nested) {
		s->discourse.referents.clear = clear;
		s->confidence = q->speaker_confidence;
	}
	who_tell(&s->who, &s->discourse, m, q);
	if (q->role == NULL)
		return;
	s->out = array_grow(s->out, &s->out_cap, s->nout + 1, sizeof(*s->out));
	s->out[s->nout] = xstrndup(q->role, q->role_len);
	if (q->organisation != NULL)
		q->organisation = s->out[s->nout] +
		    (q->organisation - q->role);
	q->role = s->out[s->nout++];
}

/* Words that no phrase is said to speak. */
static void
resolve_bare(struct speakers *s, struct quote *q)
{
	struct mention none = {0};

	if (q->cue.start == q->cue.end && !set_last_speaker(s, q))
		set_chosen(s, q, NULL);
	tell(s, q, &none);
}

/* "You said", "Another said", or "Sir": that tells nobody. */
static bool
is_nobody(const struct paragraph *p, const struct mention *m)
{
	const char *w;
	size_t n;

	/* "whose sister" */
	if (m->tokens.last > m->tokens.first + 1 &&
	    (paragraph_pronoun(p, m->tokens.first) & PRONOUN_WHO))
		return true;
	w = paragraph_word(p, m->head, &n);
	if (m->tokens.last == m->tokens.first + 1 &&
	    (word_bits(ROLE_TITLES, w, n) & TITLE_COURTESY))
		return true;
	/* "said a visibly shaken", of which no more was read than "a" */
	if (m->tokens.last == m->tokens.first + 1 &&
	    paragraph_in(p, m->tokens.first, ROLE_INDEFINITE) &&
	    !(paragraph_pronoun(p, m->tokens.first)))
		return true;
	return m->tokens.last <= m->tokens.first + 2 &&
	    m->head + 1 == m->tokens.last &&
	    (paragraph_pronoun(p, m->head) & PRONOUN_NOBODY) != 0;
}

/* Inside marks a speaker is no he or she of his own. */
static bool
is_inside(const struct paragraph *p, const struct mention *m)
{
	return p->region_of[m->tokens.first] != NO_REGION;
}

/*
 * A surname that several bear, and nothing tells which: whoever of them spoke
 * before, if it is one, or nobody.  False if the mention is no such name.
 */
static bool
is_shared(struct speakers *s, struct quote *q, const struct mention *m)
{
	struct discourse *d = &s->discourse;
	const struct paragraph *p = d->paragraph;
	const struct referent *r, *only = NULL;
	struct namesakes same;
	struct run run;
	uint32_t next;
	unsigned i, n = 0;

	if (!paragraph_run(p, &run, m->tokens.last, m->tokens.first, &next) ||
	    next != m->tokens.last)
		return false;
	people_namesakes(d->people, p->text, &run, &same);
	if (same.n < 2)
		return false;
	for (i = 0; i < same.n; i++) {
		r = referents_find(&d->referents, same.v[i].name,
		    same.v[i].len);
		if (r != NULL && r->spoken > 0) {
			only = r;
			n++;
		}
	}
	if (n == 1)
		set_speaker(s, q, only->text, only->len, SPEAKER_NAME);
	return true;
}

/* "MAYOR ANN ROE: We agreed.": words in capitals before a colon. */
static bool
is_label(const struct quote *q, const struct paragraph *p)
{
	struct span m = q->mention;

	return q->cue.start == q->cue.end && m.end < p->len &&
	    p->text[m.end] == ':' &&
	    !spelling_small(p->text + m.start, m.end - m.start);
}

void
speakers_resolve(struct speakers *s, struct quote *q, const struct quote *outer)
{
	const struct paragraph *p = s->discourse.paragraph;
	char buf[REFERENT_BYTES];
	struct span m = q->mention;
	struct mention mention;
	size_t len;

	if (m.start == m.end && q->cue.start == q->cue.end)
		q->mention = m = brought_in(s, q);
	if (m.start == m.end) {
		resolve_bare(s, q);
		return;
	}
	discourse_walk(&s->discourse, m.start);
	mention_read(&mention, p, m);
	if (is_label(q, p)) {
		len = mention_label(&mention, p, s->discourse.people, buf,
		    sizeof(buf));
		set_speaker(s, q, len > 0 ? buf : p->text + m.start,
		    len > 0 ? len : m.end - m.start, SPEAKER_NAME);
	} else if (mention.kind == MENTION_I) {
		/* Who writes the text itself is nobody that it names. */
		if (outer != NULL && outer->speaker != NULL && q->nested)
			set_speaker(s, q, outer->speaker, outer->speaker_len,
			    SPEAKER_PRONOUN);
	} else if ((is_nobody(p, &mention) &&
	    own_name(s, &mention, buf) == 0) || is_shared(s, q, &mention)) {
		;
	} else if (mention_is_pronoun(&mention)) {
		if (!set_antecedent(s, &mention, q))
			set_chosen(s, q, is_inside(p, &mention) ? outer : NULL);
	} else if ((len = own_name(s, &mention, buf)) > 0)
		set_speaker(s, q, buf, len, SPEAKER_NAME);
	else if (!set_chosen(s, q, outer))
		set_speaker(s, q, p->text + m.start, m.end - m.start,
		    SPEAKER_MENTION);
	tell(s, q, &mention);
}
