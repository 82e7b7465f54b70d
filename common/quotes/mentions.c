/*
 * mentions.c -- what the phrase that speaks is: see mentions.h
 */
#include "common/quotes/mentions.h"

#include <string.h>

#include "common/names/names.h"
#include "common/quotes/pronouns.h"

#define PERSONS	(ROLE_BIT(ROLE_TITLES) | ROLE_BIT(ROLE_PERSON_NOUNS))

/* What ends the head of a phrase: "of", "to", "filed with", not "state-run". */
bool
mention_ends_head(const struct paragraph *p, uint32_t i, uint32_t last)
{
	if (p->tags[i] == TAG_VERBN)
		return i + 1 >= last || (!TAG_IS_NOUN(p->tags[i + 1]) &&
		    p->tags[i + 1] != TAG_ADJ && p->tags[i + 1] != TAG_NUM);
	return p->tags[i] == TAG_PREP || p->tags[i] == TAG_TO;
}

/* The last word before a preposition: a phrase's head, by and large. */
static uint32_t
head_of(const struct paragraph *p, struct range r)
{
	uint32_t i, head = r.first;

	for (i = r.first; i < r.last; i++) {
		if (i > r.first && (paragraph_is(p, i, ',') ||
		    paragraph_is(p, i, '(') || mention_ends_head(p, i, r.last)))
			break;
		if (p->tokens.v[i].kind == TOKEN_WORD)
			head = i;
	}
	return head;
}

static enum mention_kind
pronoun_kind(const char *s, size_t n)
{
	unsigned pronoun = pronoun_read(s, n);

	if (pronoun & PRONOUN_HE)
		return MENTION_HE;
	if (pronoun & PRONOUN_SHE)
		return MENTION_SHE;
	if (pronoun & PRONOUN_IT)
		return MENTION_IT;
	if (pronoun & PRONOUN_THEY)
		return MENTION_THEY;
	if (pronoun & PRONOUN_I)
		return MENTION_I;
	return pronoun & PRONOUN_WHO ? MENTION_WHO : MENTION_NONE;
}

static enum mention_kind
noun_kind(const struct paragraph *p, const struct mention *m)
{
	const char *w;
	size_t n;

	w = paragraph_word(p, m->tokens.first, &n);
	if (word_in(ROLE_DEFINITE, w, n))
		return MENTION_THE;
	switch (p->tags[m->head]) {
	case TAG_NOUN: case TAG_NOUNS: case TAG_ADJ: case TAG_DET:
		return MENTION_NOUN;
	}
	return MENTION_NAME;
}

static bool
is_paper(const struct paragraph *p, uint32_t i)
{
	const char *w;
	size_t n;

	if (!(p->tokens.v[i].flags & TOKEN_LOWER))
		return false;
	w = paragraph_word(p, i, &n);
	return word_in(ROLE_PAPERS, w, n);
}

/* What the head says of who is meant. */
static void
read_head(struct mention *m, const struct paragraph *p)
{
	struct lexicon_found word;
	const char *w;
	char gender;
	uint64_t lists;
	size_t n;

	w = paragraph_word(p, m->head, &n);
	lists = word_lists(w, n);
	m->name = p->tags[m->head] == TAG_NAME;
	m->role = (lists & PERSONS) != 0;
	m->body = (lists & ROLE_BIT(ROLE_BODY_NOUNS)) != 0;
	m->paper = (lists & ROLE_BIT(ROLE_PAPERS)) != 0;
	if (m->tokens.last == m->tokens.first + 1)
		m->kind = pronoun_kind(w, n);
	if (m->kind == MENTION_HE || m->kind == MENTION_SHE)
		m->gender = m->kind == MENTION_HE ? 'm' : 'f';
	if (m->role && (word_find(ROLE_TITLES, w, n, &word) ||
	    word_find(ROLE_PERSON_NOUNS, w, n, &word)) &&
	    (gender = word_gender(word.bits)) != 0)
		m->gender = gender;
}

void
mention_read(struct mention *m, const struct paragraph *p, struct span span)
{
	uint32_t i;

	memset(m, 0, sizeof(*m));
	m->span = span;
	if (span.start == span.end)
		return;
	m->tokens = paragraph_tokens(p, span);
	if (m->tokens.first >= m->tokens.last)
		return;
	m->head = head_of(p, m->tokens);
	m->head_hash = paragraph_folded(p, m->head);
	m->plural = p->tags[m->head] == TAG_NOUNS;
	for (i = m->tokens.first; i < m->tokens.last &&
	    p->tags[i] != TAG_PREP && p->tags[i] != TAG_TO; i++)
		m->plural |= p->tags[i] == TAG_CONJ;
	m->possessor = p->tags[m->tokens.first] == TAG_POSSESSIVE;
	for (i = m->tokens.first + 1; i < m->head; i++)
		m->possessor |= p->tags[i] == TAG_POS &&
		    p->tags[i - 1] != TAG_NAME;
	read_head(m, p);
	if (m->kind != MENTION_NONE)
		return;
	m->kind = noun_kind(p, m);
	for (i = m->tokens.first; i < m->tokens.last &&
	    m->nmodifiers < MODIFIERS_MAX; i++)
		if (i != m->head && (TAG_IS_NOUN(p->tags[i]) ||
		    p->tags[i] == TAG_ADJ)) {
			if ((p->tokens.v[i].flags & TOKEN_CAPITAL) &&
			    (i > p->sentences[p->sentence_of[i]].first ||
			    p->tags[i] == TAG_NAME))
				m->proper |= 1u << m->nmodifiers;
			m->modifiers[m->nmodifiers++] = paragraph_folded(p, i);
			m->paper |= is_paper(p, i);
		}
}
