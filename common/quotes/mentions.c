/*
 * mentions.c -- what the phrase that speaks is: see mentions.h
 */
#include "common/quotes/mentions.h"

#include <string.h>

bool
mention_ends_head(const struct paragraph *p, uint32_t i, uint32_t last)
{
	if (p->tags[i] == TAG_VERBN)
		return i + 1 >= last || (!TAG_IS_NOUN(p->tags[i + 1]) &&
		    p->tags[i + 1] != TAG_ADJ && p->tags[i + 1] != TAG_NUM);
	/* "a man selling nuts" */
	if (p->tags[i] == TAG_VERBG && i > 0 && p->tags[i - 1] == TAG_NOUN)
		return (paragraph_lists(p, i - 1) & PERSON_WORDS) != 0;
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
pronoun_kind(unsigned pronoun)
{
	static const struct {
		unsigned	 pronoun;
		enum mention_kind kind;
	} kinds[] = {
		{ PRONOUN_HE, MENTION_HE }, { PRONOUN_SHE, MENTION_SHE },
		{ PRONOUN_IT, MENTION_IT }, { PRONOUN_THEY, MENTION_THEY },
		{ PRONOUN_I, MENTION_I }, { PRONOUN_WHO, MENTION_WHO }
	};
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (pronoun & kinds[i].pronoun)
			return kinds[i].kind;
	return MENTION_NONE;
}

static enum mention_kind
noun_kind(const struct paragraph *p, const struct mention *m)
{
	if (paragraph_in(p, m->tokens.first, ROLE_DEFINITE))
		return MENTION_THE;
	switch (p->tags[m->head]) {
	case TAG_NOUN: case TAG_NOUNS: case TAG_ADJ: case TAG_DET:
		return MENTION_NOUN;
	}
	return MENTION_NAME;
}

/* "33-year-old", "mother-of-two": a compound that says what a person is. */
static void
read_compound(struct mention *m, const struct paragraph *p)
{
	const struct token *v = p->tokens.v;
	struct lexicon_found word;
	uint32_t i = m->head;
	const char *w;
	char gender;
	size_t n;

	while (i > m->tokens.first + 1 && (v[i].flags & TOKEN_GLUED) &&
	    (v[i - 1].flags & TOKEN_HYPHEN) && (v[i - 1].flags & TOKEN_GLUED))
		i -= 2;
	if (i == m->head || i + 2 == m->head)
		return;			/* of three parts at least */
	w = paragraph_word(p, i, &n);
	m->age = people_age(p->text, &v[i]);
	if ((v[i].flags & TOKEN_ALLDIGIT) || (word_lists(w, n) & PERSON_WORDS))
		m->role = m->epithet = true;
	if ((word_find(ROLE_TITLES, w, n, &word) ||
	    word_find(ROLE_PERSON_NOUNS, w, n, &word)) &&
	    (gender = word_gender(word.bits)) != 0)
		m->gender = gender;
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
	lists = paragraph_lists(p, m->head);
	m->head_hash = paragraph_folded(p, m->head);
	m->name = p->tags[m->head] == TAG_NAME;
	m->role = (lists & PERSON_WORDS) != 0;
	m->body = (lists & ROLE_BIT(ROLE_BODY_NOUNS)) != 0;
	m->paper = (lists & ROLE_BIT(ROLE_PAPERS)) != 0;
	read_compound(m, p);
	if (m->tokens.last == m->tokens.first + 1)
		m->kind = pronoun_kind(paragraph_pronoun(p, m->head));
	if (m->kind == MENTION_HE || m->kind == MENTION_SHE)
		m->gender = m->kind == MENTION_HE ? 'm' : 'f';
	if (m->role && (word_find(ROLE_TITLES, w, n, &word) ||
	    word_find(ROLE_PERSON_NOUNS, w, n, &word)) &&
	    (gender = word_gender(word.bits)) != 0)
		m->gender = gender;
}

/* "officials", "Roe and Doe", not "a mayor of towns and villages" */
static bool
is_plural(const struct mention *m, const struct paragraph *p)
{
	uint32_t i;

	if (p->tags[m->head] == TAG_NOUNS)
		return true;
	for (i = m->tokens.first; i < m->tokens.last &&
	    p->tags[i] != TAG_PREP && p->tags[i] != TAG_TO; i++)
		if (p->tags[i] == TAG_CONJ)
			return true;
	return false;
}

static enum possessor
find_possessor(const struct mention *m, const struct paragraph *p)
{
	enum possessor found = POSSESSOR_NONE;
	uint32_t i, first = m->tokens.first;

	if (p->tags[first] == TAG_POSSESSIVE)
		return POSSESSOR_OTHER;
	for (i = first; i < m->head; i++) {
		if (p->tags[i] != TAG_POS)
			continue;
		if (i > first && p->tags[i - 1] != TAG_NAME)
			return POSSESSOR_OTHER;
		found = POSSESSOR_NAME;
	}
	return found;
}

static void
add_modifier(struct mention *m, const struct paragraph *p, uint32_t i)
{
	const struct token *t = &p->tokens.v[i];

	/* The first word of a sentence has a capital whatever it is. */
	if ((t->flags & TOKEN_CAPITAL) && (p->tags[i] == TAG_NAME ||
	    i > p->sentences[p->sentence_of[i]].first))
		m->proper |= 1u << m->nmodifiers;
	m->modifiers[m->nmodifiers++] = t->folded;
	m->paper |= (t->flags & TOKEN_LOWER) && paragraph_in(p, i, ROLE_PAPERS);
}

/* "the 34-year-old flyweight" */
static void
read_age(struct mention *m, const struct paragraph *p)
{
	uint32_t i;

	for (i = m->tokens.first; m->age == 0 && i + 1 < m->head; i++)
		if ((p->tokens.v[i + 1].flags & TOKEN_HYPHEN) &&
		    (p->tokens.v[i + 1].flags & TOKEN_GLUED))
			m->age = people_age(p->text, &p->tokens.v[i]);
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
	if (range_is_empty(m->tokens))
		return;
	m->head = head_of(p, m->tokens);
	m->plural = is_plural(m, p);
	m->possessor = find_possessor(m, p);
	read_head(m, p);
	if (m->kind != MENTION_NONE)
		return;
	m->kind = noun_kind(p, m);
	read_age(m, p);
	for (i = m->tokens.first; i < m->tokens.last &&
	    m->nmodifiers < MODIFIERS_MAX; i++)
		if (i != m->head && (TAG_IS_NOUN(p->tags[i]) ||
		    p->tags[i] == TAG_ADJ))
			add_modifier(m, p, i);
}
