/*
 * discourse.c -- who is talked about: see discourse.h
 */
#include <string.h>

#include "common/quotes/discourse.h"
#include "common/quotes/mentions.h"

#define RUN_LOOKS	3	/* tokens behind its last that a run depends on */
#define BACK		3	/* tokens looked at before a name */

static void
note_tokens(struct discourse *d, const char *text, const struct tokens *t)
{
	uint32_t i, next, n = (uint32_t)t->n;
	struct run r;

	d->nruns = d->next_run = 0;
	for (i = 0; i < n; i = next)
		if (run_read(&r, text, t->v, n, i, &next)) {
			people_note(d->people, text, t->v, n, &r);
			if (d->nruns < RUNS_KEPT)
				d->runs[d->nruns++] = r;
		}
}

void
discourse_note(struct discourse *d, const char *text, size_t len)
{
	struct span line = {0, 0};
	const char *nl;

	for (; line.start < len; line.start = line.end) {
		nl = memchr(text + line.start, '\n', len - line.start);
		line.end = nl != NULL ? (size_t)(nl - text) + 1 : len;
		d->tokens.n = 0;
		tokens_scan(&d->tokens, text, line);
		note_tokens(d, text, &d->tokens);
	}
	d->nruns = 0;			/* not of a passage */
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

void
discourse_person(struct discourse *d, struct referent *f,
    const struct token *v, const struct run *r)
{
	const struct bearer *b = people_bearer(d->people, f->text, f->len);
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

/* What a token is by its word alone. */
static unsigned
tag_alone(const struct passage *p, uint32_t i)
{
	return tags_certain(p->tagger, &p->tokens.v[i]);
}

/* What a word beside a name is, by its tag alone; BESIDE_OTHER if it tells nothing. */
static enum beside
beside(unsigned tag)
{
	switch (tag) {
	case TAG_PREP: case TAG_TO:
		return BESIDE_PREP;
	case TAG_CONJ:
		return BESIDE_CONJ;
	case TAG_SUB: case TAG_WH:
		return BESIDE_SUB;
	case TAG_MODAL: case TAG_VERB: case TAG_VERBP: case TAG_VERBZ:
	case TAG_VERBD: case TAG_VERBN: case TAG_VERBG:
		return BESIDE_VERB;
	}
	return BESIDE_OTHER;
}

/* What stands before the tokens that name somebody. */
static enum beside
left_of(const struct passage *p, uint32_t first)
{
	uint32_t begin = p->sentences[p->sentence_of[first]].first, i;
	enum beside found;

	for (i = first; i > begin && first - i < BACK; i--) {
		const struct token *t = &p->tokens.v[i - 1];

		if (t->kind == TOKEN_MARK)
			return t->flags & TOKEN_QUOTE ? BESIDE_QUOTE :
			    passage_is(p, i - 1, ',') ? BESIDE_COMMA :
			    t->flags & TOKEN_HYPHEN ? BESIDE_OTHER : BESIDE_START;
		if ((found = beside(tag_alone(p, i - 1))) != BESIDE_OTHER)
			return found;
	}
	return i == begin ? BESIDE_START : BESIDE_OTHER;
}

/* What stands behind them. */
static enum beside
right_of(const struct passage *p, uint32_t last)
{
	const struct token *t = &p->tokens.v[last];
	unsigned tag;

	if (last >= p->tokens.n)
		return BESIDE_STOP;
	if (t->kind == TOKEN_CLITIC)
		return BESIDE_POSSESSIVE;
	if (t->kind == TOKEN_MARK)
		return passage_is(p, last, ',') ? BESIDE_COMMA :
		    t->flags & TOKEN_TERMINAL ? BESIDE_STOP :
		    t->flags & TOKEN_QUOTE ? BESIDE_QUOTE : BESIDE_OTHER;
	/* "Roe said", but not "Roe, speaking" */
	tag = tag_alone(p, last);
	return tag == TAG_VERBG ? BESIDE_OTHER : beside(tag);
}

/* Note how the tokens first .. last - 1, which name it, stand. */
static void
place(struct discourse *d, struct referent *f, uint32_t first, uint32_t last)
{
	const struct passage *p = d->passage;
	bool again = f->placed == d->referents.sentence && f->order > 0;

	f->quoted = p->region_of[first] != NO_REGION;
	if (again)		/* how it stood first in the sentence counts */
		return;
	f->placed = d->referents.sentence;
	f->order = ++d->referents.named;
	f->left = left_of(p, first);
	f->right = right_of(p, last);
	f->subject = (first <= p->sentences[d->sentence].first + 1 &&
	    f->right != BESIDE_POSSESSIVE) ||
	    (first < d->spoken.last && first >= d->spoken.first);
}

/* A name in the running text is talked about. */
static void
use_run(struct discourse *d, const struct run *r)
{
	const struct passage *p = d->passage;
	struct referent *f;
	char buf[NAME_BYTES];
	size_t len;

	len = people_name(d->people, p->text, r, buf, sizeof(buf));
	if (len > 0) {
		if ((f = referents_touch(&d->referents, buf, len)) == NULL)
			return;
		discourse_person(d, f, p->tokens.v, r);
	} else {
		/*
		 * Of what bears no person's name, only what has several words
		 * and is no part of one who speaks.
		 */
		if (!run_is_full(r) || (r->first < d->spoken.last &&
		    r->first >= d->spoken.first) || (len = people_body(d->people, p->text, r,
		    buf, sizeof(buf))) == 0 ||
		    (f = referents_touch(&d->referents, buf, len)) == NULL)
			return;
	}
	place(d, f, r->first, r->last);
}

/* run_read() in the passage up to a token, from what was kept if that is it. */
static bool
run_again(struct discourse *d, uint32_t end, struct run *r, uint32_t *next)
{
	const struct tokens *t = &d->passage->tokens;
	const struct run *kept;

	while (d->next_run < d->nruns && d->runs[d->next_run].first < d->at)
		d->next_run++;
	kept = &d->runs[d->next_run];
	if (d->next_run == d->nruns || kept->first != d->at ||
	    (kept->last + RUN_LOOKS >= end && end < t->n))
		return run_read(r, d->passage->text, t->v, end, d->at, next);
	*r = *kept;
	*next = r->last;
	return true;
}

void
discourse_walk(struct discourse *d, size_t to)
{
	const struct passage *p = d->passage;
	struct span place = { to, to };
	uint32_t next, end = passage_tokens(p, place).first;
	struct run r;

	for (; d->at < end; d->at = next) {
		if (p->sentence_of[d->at] != d->sentence) {
			d->sentence = p->sentence_of[d->at];
			d->referents.sentence++;
			d->referents.named = 0;
		}
		if (run_again(d, end, &r, &next))
			use_run(d, &r);
	}
}

void
discourse_passage(struct discourse *d, struct passage *p)
{
	d->passage = p;
	d->at = 0;
	d->spoken.first = d->spoken.last = 0;
	d->sentence = (uint32_t)p->nsentences;
	d->referents.passage++;
	note_tokens(d, p->text, &p->tokens);
}
