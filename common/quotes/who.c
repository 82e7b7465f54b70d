/*
 * who.c -- what a speaker is: see who.h
 */
#include "common/quotes/who.h"

#include <string.h>

#include "common/base/base.h"

#define APPOSED_TOKENS	18	/* of a role behind a name, at most */
#define AGE_BYTES	2

void
who_reset(struct who *w)
{
	memset(w->roles, 0, sizeof(w->roles));
}

void
who_free(struct who *w)
{
	tokens_free(&w->tokens);
}

/* Whether a text is nothing but one name, which is read. */
static bool
is_name(struct who *w, const char *text, size_t len, struct run *r)
{
	struct span all = { 0, len };
	uint32_t next;

	w->tokens.n = 0;
	tokens_scan(&w->tokens, text, all);
	return w->tokens.n > 0 && run_read(r, text, w->tokens.v,
	    (uint32_t)w->tokens.n, 0, &next) && next == w->tokens.n;
}

static const struct referent *
referent_of(const struct discourse *d, const struct quote *q)
{
	size_t i;

	for (i = 0; i < d->referents.n; i++)
		if (d->referents.v[i].len == q->speaker_len &&
		    memcmp(d->referents.v[i].text, q->speaker,
		    q->speaker_len) == 0)
			return &d->referents.v[i];
	return NULL;
}

/* What a name names. */
static enum quote_source
source_of_name(const struct discourse *d, const struct referent *f,
    const struct quote *q, const struct run *r)
{
	const struct bearer *b;

	if (r->body || (f != NULL && !f->person &&
	    (f->shape & (SHAPE_PLACE | SHAPE_BODY | SHAPE_THE))))
		return SOURCE_BODY;
	b = people_bearer(d->people, q->speaker, q->speaker_len);
	if (r->given || r->role || b->person || (f != NULL && f->person))
		return SOURCE_PERSON;
	/* Of what is left a word alone is rather a body: Reuters. */
	return run_is_full(r) && !run_in_capitals(q->speaker, r) ?
	    SOURCE_PERSON : SOURCE_BODY;
}

/* "Mr. Roe", "the miner Roe": the name that ends a mention, if one does. */
static bool
ends_in_name(const struct paragraph *p, const struct mention *m, struct run *r)
{
	uint32_t i, next;

	for (i = m->tokens.first; i < m->tokens.last; i = next)
		if (paragraph_run(p, r, m->tokens.last, i, &next) &&
		    r->last == m->tokens.last)
			return true;
	return false;
}

/* What the recognizer or a title tells of such a name; else SOURCE_NONE. */
static enum quote_source
source_told(const struct run *r)
{
	if (r->role || (r->known && r->kind == NAME_PERSON))
		return SOURCE_PERSON;
	if (!r->known)
		return SOURCE_NONE;
	return r->kind == NAME_WORK || r->kind == NAME_LAW ?
	    SOURCE_DOCUMENT : SOURCE_BODY;
}

/* What a phrase without a name is, by its head; role: a person's, by all. */
static enum quote_source
source_of_phrase(const char *head, size_t len, bool role, bool name)
{
	uint64_t lists = word_lists(head, len);

	if ((lists & PERSON_WORDS) || role)
		return SOURCE_UNNAMED;
	if (lists & ROLE_BIT(ROLE_DOCUMENT_NOUNS))
		return SOURCE_DOCUMENT;
	if ((lists & (ROLE_BIT(ROLE_BODY_NOUNS) | ROLE_BIT(ROLE_BODY_ENDINGS) |
	    ROLE_BIT(ROLE_PAPERS))) || name)
		return SOURCE_BODY;
	return SOURCE_UNNAMED;
}

/* The same of the words of a speaker, of whom no mention is at hand. */
static enum quote_source
source_of_words(const char *text, size_t len, bool role)
{
	size_t i = len;

	while (i > 0 && text[i - 1] != ' ')
		i--;
	return source_of_phrase(text + i, len - i, role, false);
}

static enum quote_source
source_of(struct who *w, const struct discourse *d, const struct mention *m,
    const struct referent *f, const struct quote *q)
{
	const char *text = q->speaker, *head;
	bool phrase = !range_is_empty(m->tokens) && m->kind >= MENTION_THE;
	struct run r;
	size_t len;

	if (text == NULL)
		return phrase ? SOURCE_UNNAMED : SOURCE_NONE;
	if (q->by <= SPEAKER_NAME && ends_in_name(d->paragraph, m, &r) &&
	    source_told(&r) != SOURCE_NONE)
		return source_told(&r);
	if ((q->by != SPEAKER_MENTION || !phrase || m->kind == MENTION_NAME) &&
	    is_name(w, text, q->speaker_len, &r))
		return source_of_name(d, f, q, &r);
	if (q->by == SPEAKER_NAME || (f != NULL && f->person &&
	    people_bearer(d->people, text, q->speaker_len)->person))
		return f != NULL && !f->person ? SOURCE_BODY : SOURCE_PERSON;
	if (q->by != SPEAKER_MENTION || !phrase)
		return source_of_words(text, q->speaker_len,
		    f != NULL && f->person);
	head = paragraph_word(d->paragraph, m->head, &len);
	return source_of_phrase(head, len, m->role, m->name);
}

/* The gender of a person, as far as anything tells. */
static char
gender_of(struct who *w, const struct discourse *d, const struct mention *m,
    const struct referent *f, const struct quote *q)
{
	const struct bearer *b;
	struct run r;

	if (q->source != SOURCE_PERSON && q->source != SOURCE_UNNAMED)
		return 0;
	if (m->plural || (f != NULL && f->plural))
		return 0;
	if (m->gender != 0)
		return m->gender;
	if (f != NULL && f->gender != 0)
		return f->gender;
	if (q->source != SOURCE_PERSON)
		return 0;
	b = people_bearer(d->people, q->speaker, q->speaker_len);
	if (b->genders == BEARER_HE || b->genders == BEARER_SHE)
		return b->genders == BEARER_HE ? 'm' : 'f';
	if (q->by <= SPEAKER_NAME && ends_in_name(d->paragraph, m, &r) &&
	    r.gender != 0)
		return r.gender;
	return is_name(w, q->speaker, q->speaker_len, &r) ? r.gender : 0;
}

/* Whether words of a paragraph say what a person is, not only Mr. or Ms. */
static bool
says_role(const struct paragraph *p, struct range v)
{
	struct lexicon_found word;
	const char *w;
	uint32_t i;
	size_t n;

	for (i = v.first; i < v.last; i++) {
		w = paragraph_word(p, i, &n);
		if (word_find(ROLE_PERSON_NOUNS, w, n, &word) ||
		    (word_find(ROLE_TITLES, w, n, &word) &&
		    !(word.bits & TITLE_COURTESY)))
			return true;
	}
	return false;
}

/* "Health Minister Ann Roe": what stands in a mention before the name. */
static struct range
role_before(const struct paragraph *p, const struct mention *m,
    const struct quote *q)
{
	struct range v = { m->tokens.first, m->tokens.first };
	size_t n = 0, k;

	/* The first word of the name. */
	while (n < q->speaker_len && q->speaker[n] != ' ')
		n++;
	for (; v.last < m->tokens.last; v.last++) {
		const struct token *t = &p->tokens.v[v.last];

		k = t->end - t->start;
		if (k <= n && memcmp(p->text + t->start, q->speaker, k) == 0)
			return v;
	}
	/* No word of it: the name is apposed, or of another place. */
	if (m->kind == MENTION_THE || m->kind == MENTION_NOUN)
		return m->tokens;
	v.last = v.first;
	return v;
}

/* Whether a token is the last word of the speaker's name. */
static bool
ends_name(const struct paragraph *p, uint32_t i, const struct quote *q)
{
	const struct token *t = &p->tokens.v[i];
	size_t n = t->end - t->start;

	return n <= q->speaker_len && memcmp(p->text + t->start,
	    q->speaker + q->speaker_len - n, n) == 0;
}

/* "Ann Roe, 61, head of research at Roe & Doe, said" */
static struct range
role_behind(const struct paragraph *p, const struct mention *m,
    const struct quote *q)
{
	uint32_t n = (uint32_t)p->tokens.n, i = m->tokens.last;
	struct range v = { 0, 0 };

	if (i + 2 < n && paragraph_is(p, i, ',') &&
	    (p->tokens.v[i + 1].flags & TOKEN_ALLDIGIT) &&
	    p->tokens.v[i + 1].end - p->tokens.v[i + 1].start <= AGE_BYTES)
		i += 2;
	if (i + 1 >= n || !paragraph_is(p, i, ','))
		return v;
	for (v.first = v.last = ++i; v.last < n &&
	    v.last - i < APPOSED_TOKENS; v.last++) {
		const struct token *t = &p->tokens.v[v.last];
		unsigned tag = p->tags[v.last];

		if (paragraph_is(p, v.last, ',') || (t->flags &
		    (TOKEN_TERMINAL | TOKEN_NEWLINE | TOKEN_QUOTE)))
			return v;
		/* Nor the name itself: "the vicar, Ann Roe, said". */
		if ((TAG_FINITE(tag) && v.last > i) || tag == TAG_WH ||
		    tag == TAG_PRON ||
		    tag == TAG_POSSESSIVE || ends_name(p, v.last, q))
			break;
	}
	v.last = v.first;
	return v;
}

/* Without "Dr" at its end. */
static struct range
trim_courtesy(const struct paragraph *p, struct range v)
{
	struct lexicon_found word;
	const char *w;
	size_t n;

	for (v = paragraph_trim(p, v); !range_is_empty(v);
	    v = paragraph_trim(p, v)) {
		w = paragraph_word(p, v.last - 1, &n);
		if (!word_find(ROLE_TITLES, w, n, &word) ||
		    !(word.bits & TITLE_COURTESY))
			break;
		v.last--;
	}
	return v;
}

/*
 * The body in a role, "head of research at Roe & Doe": the last name behind a
 * preposition, in bytes of the role; empty if there is none.
 */
static struct span
body_in(const struct paragraph *p, struct range v)
{
	size_t base = p->tokens.v[v.first].start;
	struct span s = { 0, 0 };
	struct run r, more;
	uint32_t i, k, next;

	for (i = v.first; i < v.last; i = next) {
		if (!run_read(&r, p->text, p->tokens.v, v.last, i, &next))
			continue;
		for (k = i; k > v.first && p->tags[k - 1] == TAG_DET; k--)
			;
		if (k == v.first || p->tags[k - 1] != TAG_PREP || r.given)
			continue;
		s.start = r.word[0].start - base;
		while (next + 1 < v.last && paragraph_is(p, next, '&') &&
		    run_read(&more, p->text, p->tokens.v, v.last, next + 1,
		    &k)) {
			r = more;
			next = k;
		}
		s.end = r.word[r.n - 1].end - base;
	}
	return s;
}

/* What a speaker's name is kept by. */
static struct known_role *
place_of(struct who *w, const struct quote *q)
{
	return &w->roles[token_hash(q->speaker, q->speaker_len) % ROLES];
}

static void
keep_role(struct who *w, const struct paragraph *p, struct range v,
    const struct quote *q)
{
	uint32_t hash = token_hash(q->speaker, q->speaker_len);
	struct known_role *k = place_of(w, q);
	struct span s;

	v = trim_courtesy(p, v);
	s = paragraph_span(p, v);
	if (range_is_empty(v) || s.end - s.start > ROLE_BYTES ||
	    !says_role(p, v))
		return;
	/* "the minister" tells less than "Health Minister". */
	if (k->hash == hash && k->len >= s.end - s.start)
		return;
	k->hash = hash;
	k->len = (uint32_t)(s.end - s.start);
	k->body = body_in(p, v);
	memcpy(k->text, p->text + s.start, k->len);
}

void
who_tell(struct who *w, const struct discourse *d, const struct mention *m,
    struct quote *q)
{
	const struct referent *f = q->speaker == NULL ? NULL :
	    referent_of(d, q);
	const struct known_role *k;

	q->role = q->organisation = NULL;
	q->role_len = q->organisation_len = 0;
	q->source = source_of(w, d, m, f, q);
	q->gender = q->speaker == NULL ? m->gender : gender_of(w, d, m, f, q);
	if (q->source != SOURCE_PERSON)
		return;
	if (!range_is_empty(m->tokens) && m->kind >= MENTION_THE) {
		keep_role(w, d->paragraph, role_behind(d->paragraph, m, q), q);
		keep_role(w, d->paragraph, role_before(d->paragraph, m, q), q);
	}
	k = place_of(w, q);
	if (k->hash != token_hash(q->speaker, q->speaker_len) || k->len == 0)
		return;
	q->role = k->text;
	q->role_len = k->len;
	if (k->body.end > k->body.start) {
		q->organisation = k->text + k->body.start;
		q->organisation_len = k->body.end - k->body.start;
	}
}
