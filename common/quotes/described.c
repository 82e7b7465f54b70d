/*
 * described.c -- people who are described and not named: see described.h
 */
#include "common/quotes/described.h"

#include "common/names/names.h"
#include "common/quotes/mentions.h"

#define REACH	7	/* tokens from where a phrase begins to its head */

static void
add_opener(const char *word, size_t len, const struct lexicon_found *found,
    void *arg)
{
	(void)found;
	sieve_add(arg, token_hash(word, len));
}

void
described_openers(struct sieve *s)
{
	lexicon_each(lexicon_default(), ROLE_DEFINITE, add_opener, s);
	lexicon_each(lexicon_default(), ROLE_INDEFINITE, add_opener, s);
}

/* Whether a word by itself may stand between the opener and the head. */
static bool
may_describe(const struct paragraph *p, uint32_t i)
{
	const struct token *t = &p->tokens.v[i];

	if (t->kind == TOKEN_MARK)
		return (t->flags & TOKEN_HYPHEN) && (t->flags & TOKEN_GLUED);
	if (t->kind != TOKEN_WORD && t->kind != TOKEN_NUMBER)
		return false;
	switch (tags_certain(p->tagger, t)) {
	case TAG_NONE: case TAG_NOUN: case TAG_ADJ: case TAG_NUM:
	case TAG_VERBN: case TAG_VERBG: case TAG_NAME: case TAG_ADV:
		return true;
	}
	return false;
}

/* Whether a name stands beside the head, which ends before token i. */
static bool
is_named(const struct paragraph *p, uint32_t i, uint32_t end)
{
	uint32_t k, next;
	struct run r;

	if (i < end && paragraph_is(p, i, ','))
		i++;
	if (i < end && paragraph_in(p, i, ROLE_NAMING_WORDS))
		return true;
	/* ", Danish international Jan Roe," */
	for (k = i; k < end && k < i + REACH; k = next) {
		if (p->tokens.v[k].kind == TOKEN_MARK)
			return false;
		if (paragraph_run(p, &r, end, k, &next))
			return true;
		if (!may_describe(p, k))
			return false;
	}
	return false;
}

/* The bits of what a word of a phrase says somebody, or something, is. */
static uint64_t
person_bits(const struct paragraph *p, uint32_t i)
{
	struct lexicon_found word;
	const struct token *t = &p->tokens.v[i];

	if (token_find(ROLE_PERSON_NOUNS, p->text, t, &word) ||
	    token_find(ROLE_TITLES, p->text, t, &word))
		return word.bits;
	return 0;
}

/* Find the head among the tokens from i on, and whether it ends there. */
static bool
find_head(const struct paragraph *p, uint32_t i, struct described *d)
{
	uint32_t end = p->sentences[p->sentence_of[i]].last, first = i;
	uint64_t lists;
	bool any = false;
	unsigned tag;

	for (; i < end && i < first + REACH && may_describe(p, i); i++) {
		if (p->tokens.v[i].kind != TOKEN_WORD ||
		    !(p->tokens.v[i].flags & TOKEN_LOWER))
			continue;
		lists = paragraph_lists(p, i);
		if (lists & (PERSON_WORDS | ROLE_BIT(ROLE_BODY_NOUNS))) {
			any = true;
			d->head = i;
			d->body = !(lists & PERSON_WORDS);
			if (d->gender == 0)
				d->gender = word_gender(person_bits(p, i));
		} else if (any)
			break;
	}
	if (!any)
		return false;
	i = d->head + 1;
	d->phrase.last = i;
	if (i == end)
		return true;
	tag = tags_certain(p->tagger, &p->tokens.v[i]);
	return !(p->tokens.v[i].flags & TOKEN_HYPHEN) &&
	    p->tokens.v[i].kind != TOKEN_CLITIC &&
	    tag != TAG_NOUN && tag != TAG_NOUNS && tag != TAG_CONJ &&
	    !is_named(p, i, end);
}

bool
described_read(const struct paragraph *p, uint32_t i, struct described *d)
{
	uint64_t lists = paragraph_lists(p, i);

	if (!(lists & (ROLE_BIT(ROLE_DEFINITE) | ROLE_BIT(ROLE_INDEFINITE))) ||
	    i + 1 >= p->sentences[p->sentence_of[i]].last)
		return false;
	*d = (struct described){ .phrase.first = i,
	    .definite = (lists & ROLE_BIT(ROLE_DEFINITE)) != 0 };
	return find_head(p, i + 1, d);
}

bool
described_of(const struct paragraph *p, uint32_t first, uint32_t last,
    struct described *d)
{
	if (last + 1 >= p->sentences[p->sentence_of[first]].last ||
	    p->tokens.v[last].kind != TOKEN_CLITIC)
		return false;
	*d = (struct described){ .phrase.first = first };
	return find_head(p, last + 1, d) && !d->body;
}
