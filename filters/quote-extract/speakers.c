/*
 * speakers.c -- whose words: see speakers.h
 */
#include <stdlib.h>
#include <string.h>

#include "common/io/alloc.h"
#include "filters/quote-extract/mentions.h"
#include "filters/quote-extract/people.h"
#include "filters/quote-extract/referents.h"
#include "filters/quote-extract/speakers.h"

#define AHEAD_BYTES	400	/* of the text behind a passage */
#define RUNS_KEPT	128	/* of a passage, the first */
#define RUN_LOOKS	3	/* tokens behind its last that a run depends on */

struct speakers {
	struct people	*people;
	struct referents referents;
	const struct logistic *weights;
	const struct passage *passage;
	size_t		 ahead;		/* bytes at hand behind it */
	struct range	 spoken;	/* the tokens of the last mention */
	uint32_t	 at;		/* tokens of it that were talked about */
	uint32_t	 sentence;	/* and the sentence of the last */
	struct run	 runs[RUNS_KEPT];
	unsigned	 nruns;
	unsigned	 next_run;	/* the first not yet used */
	struct tokens	 tokens;	/* of what is not in the passage */
	struct choice	 choice;
	char		**out;		/* names handed out */
	size_t		 nout, out_cap;
};

struct speakers *
speakers_new(const struct logistic *weights)
{
	struct speakers *s = xcalloc(1, sizeof(*s));

	s->people = people_new();
	s->weights = weights;
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
	tokens_free(&s->tokens);
	people_free(s->people);
	free(s);
}

void
speakers_reset(struct speakers *s)
{
	people_reset(s->people);
	memset(&s->referents, 0, sizeof(s->referents));
}

static void
note_tokens(struct speakers *s, const char *text, const struct tokens *t)
{
	uint32_t i, next, n = (uint32_t)t->n;
	struct run r;

	s->nruns = s->next_run = 0;
	for (i = 0; i < n; i = next)
		if (run_read(&r, text, t->v, n, i, &next)) {
			people_note(s->people, text, t->v, n, &r);
			if (s->nruns < RUNS_KEPT)
				s->runs[s->nruns++] = r;
		}
}

void
speakers_note(struct speakers *s, const char *text, size_t len)
{
	struct span line = {0, 0};
	const char *nl;

	for (; line.start < len; line.start = line.end) {
		nl = memchr(text + line.start, '\n', len - line.start);
		line.end = nl != NULL ? (size_t)(nl - text) + 1 : len;
		s->tokens.n = 0;
		tokens_scan(&s->tokens, text, line);
		note_tokens(s, text, &s->tokens);
	}
	s->nruns = 0;			/* not of a passage */
}

void
speakers_person(struct speakers *s, const char *name, size_t len)
{
	people_person(s->people, name, len);
}

/* The words before the name of a run are what its bearer is. */
static void
add_titles(struct word_set *set, const struct token *v, const struct run *r)
{
	uint32_t i;

	for (i = r->first; i < r->last && v[i].start < r->word[r->name].start; i++)
		word_set_add(set, v[i].folded);
	if (r->role && r->name == 0 && r->first > 0)
		word_set_add(set, v[r->first - 1].folded);
}

/* What is known of the person that a run names, by that name. */
static void
fill_person(struct speakers *s, struct referent *f, const struct token *v,
    const struct run *r)
{
	const struct bearer *b = people_bearer(s->people, f->text, f->len);
	unsigned i;

	f->person = true;
	for (i = 0; i < b->words.n; i++)
		word_set_add(&f->words, b->words.v[i]);
	add_titles(&f->words, v, r);
	if (r->gender != 0)
		f->gender = r->gender;
	else if (b->genders == BEARER_HE || b->genders == BEARER_SHE)
		f->gender = b->genders == BEARER_HE ? 'm' : 'f';
}

/* A name in the running text is talked about. */
static void
use_run(struct speakers *s, const struct run *r)
{
	const struct passage *p = s->passage;
	struct referent *f;
	char buf[NAME_BYTES];
	size_t len;

	len = people_name(s->people, p->text, r, buf, sizeof(buf));
	if (len > 0) {
		if ((f = referents_touch(&s->referents, buf, len)) == NULL)
			return;
		fill_person(s, f, p->tokens.v, r);
	} else {
		/*
		 * Of what bears no person's name, only what has several words
		 * and is no part of one who speaks.
		 */
		if (!run_is_full(r) || (r->first < s->spoken.last &&
		    r->first >= s->spoken.first) || (len = people_body(s->people, p->text, r,
		    buf, sizeof(buf))) == 0 ||
		    (f = referents_touch(&s->referents, buf, len)) == NULL)
			return;
	}
	f->subject = r->first <= p->sentences[s->sentence].first + 1 &&
	    !r->possessive;
	f->quoted = p->region_of[r->first] != NO_REGION;
}

/* run_read() in the passage up to a token, from what was kept if that is it. */
static bool
run_again(struct speakers *s, uint32_t end, struct run *r, uint32_t *next)
{
	const struct tokens *t = &s->passage->tokens;
	const struct run *kept;

	while (s->next_run < s->nruns && s->runs[s->next_run].first < s->at)
		s->next_run++;
	kept = &s->runs[s->next_run];
	if (s->next_run == s->nruns || kept->first != s->at ||
	    (kept->last + RUN_LOOKS >= end && end < t->n))
		return run_read(r, s->passage->text, t->v, end, s->at, next);
	*r = *kept;
	*next = r->last;
	return true;
}

/* Note who is talked about up to a byte of the passage. */
static void
note_to(struct speakers *s, size_t to)
{
	const struct passage *p = s->passage;
	struct span place = { to, to };
	uint32_t next, end = passage_tokens(p, place).first;
	struct run r;

	for (; s->at < end; s->at = next) {
		if (p->sentence_of[s->at] != s->sentence) {
			s->sentence = p->sentence_of[s->at];
			s->referents.sentence++;
		}
		if (run_again(s, end, &r, &next))
			use_run(s, &r);
	}
}

void
speakers_passage(struct speakers *s, const struct passage *p, size_t ahead)
{
	s->passage = p;
	s->ahead = ahead;
	s->at = 0;
	s->spoken.first = s->spoken.last = 0;
	s->sentence = (uint32_t)p->nsentences;
	forget_out(s);
	/* All names count for short forms, wherever they stand in it. */
	note_tokens(s, p->text, &p->tokens);
}

void
speakers_passage_end(struct speakers *s)
{
	note_to(s, s->passage->len);
	s->passage = NULL;
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
	    memcmp(s->passage->text + q->mention.start, text, len) == 0)
		q->by = SPEAKER_MENTION;
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
	size_t k;

	for (i = first; i < last && c->nahead < AHEAD; i = next) {
		if (!run_read(&r, text, v, last, i, &next))
			continue;
		f = &c->ahead[c->nahead];
		memset(f, 0, sizeof(*f));
		f->len = people_name(s->people, text, &r, f->text, sizeof(f->text));
		k = next + (next < last && v[next].kind == TOKEN_MARK);
		f->says = k < last && (word_lists(text + v[k].start,
		    v[k].end - v[k].start) & LEX_BIT(LEX_CUE_VERBS));
		/* Who says something right behind a name bears it. */
		if (f->len == 0 && f->says && !r.body && !r.article &&
		    !r.possessive && run_is_full(&r))
			f->len = run_name(text, &r, false, f->text, NAME_BYTES);
		if (f->len == 0 || memchr(f->text, ' ', f->len) == NULL)
			continue;
		for (k = 0; k < s->referents.n; k++)
			if (s->referents.v[k].len == f->len &&
			    memcmp(s->referents.v[k].text, f->text, f->len) == 0)
				break;
		if (k < s->referents.n)
			continue;
		f->head = referent_words(&f->words, f->text, f->len);
		fill_person(s, f, v, &r);
		f->subject = i == first && !r.possessive;
		f->ahead = true;
		c->nahead++;
	}
}

/* Those whom the sentence after a mention's names. */
static void
look_ahead(struct speakers *s)
{
	const struct passage *p = s->passage;
	uint32_t next = p->sentence_of[s->choice.mention.tokens.first] + 1;
	struct span line = { p->len, p->len };
	const char *nl;

	if (next < p->nsentences) {
		add_ahead(s, p->text, p->tokens.v, p->sentences[next].first,
		    p->sentences[next].last);
		return;
	}
	while (line.start < p->len + s->ahead &&
	    (unsigned char)p->text[line.start] <= ' ')
		line.start++;
	line.end = p->len + s->ahead;
	if (line.end - line.start > AHEAD_BYTES)
		line.end = line.start + AHEAD_BYTES;
	nl = memchr(p->text + line.start, '\n', line.end - line.start);
	if (nl != NULL)
		line.end = (size_t)(nl - p->text);
	s->tokens.n = 0;
	tokens_scan(&s->tokens, p->text, line);
	add_ahead(s, p->text, s->tokens.v, 0, (uint32_t)s->tokens.n);
}

size_t
speakers_candidates(struct speakers *s, struct span span)
{
	struct choice *c = &s->choice;

	note_to(s, span.start);
	mention_read(&c->mention, s->passage, span);
	c->n = c->nahead = 0;
	if (c->mention.kind == MENTION_NAME ||
	    (c->mention.kind == MENTION_NONE && span.start < span.end))
		return 0;
	if (c->mention.kind >= MENTION_THE)
		look_ahead(s);
	choice_begin(c, &s->referents);
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
	const struct passage *p = s->passage;
	struct referent *r;
	struct mention m;
	const char *w, *value;
	unsigned i;
	size_t n;

	if ((r = referents_touch(&s->referents, name, len)) == NULL)
		return;
	/* Whose words another one reports does not take the floor from him. */
	if (!nested) {
		r->spoken = ++s->referents.spoken;
		r->quoted = false;
		s->referents.spoken_at = s->referents.sentence;
		s->referents.bare++;
	}
	mention_read(&m, p, span);
	s->spoken = m.tokens;
	if (m.tokens.first >= m.tokens.last)
		return;
	if (!nested)
		s->referents.bare = 0;
	r->subject = true;
	if (m.kind == MENTION_HE || m.kind == MENTION_SHE) {
		r->person = true;
		if (r->gender == 0)
			r->gender = m.kind == MENTION_HE ? 'm' : 'f';
	}
	if (m.kind == MENTION_THEY || m.plural)
		r->plural = true;
	if (m.kind < MENTION_THE)
		return;
	w = passage_word(p, m.head, &n);
	if (m.role && (value = word_value(LEX_ROLES, w, n)) != NULL) {
		r->person = true;
		if (r->gender == 0 && (*value == 'm' || *value == 'f'))
			r->gender = *value;
	}
	if (m.kind != MENTION_NAME && !r->person)
		r->head = m.head_hash;
	word_set_add(&r->words, m.head_hash);
	for (i = 0; i < m.nmodifiers; i++)
		word_set_add(&r->words, m.modifiers[i]);
}

/* Rank the referents; false if it is nobody, or the mention is not ranked. */
static bool
choose(struct speakers *s, struct quote *q)
{
	const struct choice *c = &s->choice;
	struct features f;
	int32_t score, best = 0;
	size_t i, which = 0, n;
	struct span m = q->mention;

	/* Without a mention: whoever is talked about before the words. */
	if (m.start == m.end)
		m.start = m.end = q->spans[0].start;
	if (s->weights == NULL || (n = speakers_candidates(s, m)) == 0)
		return false;
	for (i = 0; i < n; i++) {
		choice_features(c, i, &f);
		score = logistic_score(s->weights, &f);
		if (i == 0 || (score > best && choice_allows(c, i))) {
			best = score;
			which = i;
		}
	}
	if (which == 0)
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
	return mention_name(m, s->passage, s->people, buf, REFERENT_BYTES);
}

bool
speakers_ranked(struct speakers *s, struct span span)
{
	char buf[REFERENT_BYTES];
	struct mention m;

	note_to(s, span.start);
	mention_read(&m, s->passage, span);
	return own_name(s, &m, buf) == 0;
}

/* "Kennedy, who said": what stands right before the pronoun. */
static bool
antecedent(struct speakers *s, const struct mention *m, struct quote *q)
{
	const struct passage *p = s->passage;
	struct mention before;
	char buf[REFERENT_BYTES];
	struct span span;
	uint32_t i = m->tokens.first, c;
	size_t len;

	if (m->kind != MENTION_WHO || i == 0)
		return false;
	if (passage_is(p, i - 1, ',') || passage_is(p, i - 1, ')'))
		i--;
	c = passage_chunk_before(p, p->sentence_of[m->tokens.first], i);
	if (c >= p->chunks.n || p->chunks.v[c].last + 1 < i ||
	    p->chunks.v[c].kind > CHUNK_NAME)
		return false;
	span.start = p->tokens.v[p->chunks.v[c].first].start;
	span.end = p->tokens.v[p->chunks.v[c].last - 1].end;
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
goes_on(struct speakers *s, struct quote *q)
{
	const struct referents *all = &s->referents;
	size_t i;

	for (i = 0; q->continued && i < all->n; i++)
		if (all->v[i].spoken == all->spoken && all->spoken > 0) {
			set_speaker(s, q, all->v[i].text, all->v[i].len,
			    SPEAKER_PREVIOUS);
			return true;
		}
	return false;
}

void
speakers_resolve(struct speakers *s, struct quote *q)
{
	const struct passage *p = s->passage;
	char buf[REFERENT_BYTES];
	struct span m = q->mention;
	struct mention mention;
	size_t len;

	if (m.start == m.end) {
		if (q->cue.start == q->cue.end && (goes_on(s, q) || choose(s, q)))
			speakers_spoke(s, m, q->speaker, q->speaker_len,
			    q->nested);
		return;
	}
	note_to(s, m.start);
	mention_read(&mention, p, m);
	if (mention_is_pronoun(&mention)) {
		if (!antecedent(s, &mention, q))
			choose(s, q);
	} else if ((len = own_name(s, &mention, buf)) > 0)
		set_speaker(s, q, buf, len, SPEAKER_NAME);
	else if (!choose(s, q))
		set_speaker(s, q, p->text + m.start, m.end - m.start,
		    SPEAKER_MENTION);
	if (q->speaker != NULL)
		speakers_spoke(s, m, q->speaker, q->speaker_len, q->nested);
}
