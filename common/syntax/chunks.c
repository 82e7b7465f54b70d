/*
 * chunks.c -- base noun phrases: see chunks.h
 */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/syntax/chunks.h"
#include "common/syntax/tags.h"

struct scan {
	const char		*text;
	const struct token	*v;
	const uint8_t		*tags;
	uint32_t		 last;
};

static char
mark(const struct scan *s, uint32_t i)
{
	return s->v[i].kind == TOKEN_MARK ? s->text[s->v[i].start] : '\0';
}

/* A hyphen or slash between two parts of one word. */
static bool
joins(const struct scan *s, uint32_t i)
{
	char c = mark(s, i);

	return (c == '-' || c == '/') && i + 1 < s->last &&
	    (s->v[i].flags & TOKEN_GLUED) && (s->v[i + 1].flags & TOKEN_GLUED);
}

/* today, Monday, April 7, unless it has something: when it is, not who. */
static bool
is_time(const struct scan *s, uint32_t i)
{
	const struct token *t = &s->v[i];
	uint64_t classes;

	if (!TAG_IS_NOUN(s->tags[i]) ||
	    (i + 1 < s->last && s->tags[i + 1] == TAG_POS))
		return false;
	classes = lexicon_lists(lexicon_default(), s->text + t->start,
	    t->end - t->start);
	return (classes & ROLE_BIT(ROLE_WEEKDAYS)) ||
	    ((classes & ROLE_BIT(ROLE_MONTHS)) && i + 1 < s->last &&
	    s->tags[i + 1] == TAG_NUM);
}

/* The token after a nickname or party that belongs to the name before i, or i. */
static uint32_t
aside(const struct scan *s, uint32_t i)
{
	uint32_t k;

	if (mark(s, i) == '(') {
		for (k = i + 1; k < s->last && k < i + 7; k++)
			if (mark(s, k) == ')')
				return k + 1;
		return i;
	}
	if (!(s->v[i].flags & TOKEN_QUOTE))
		return i;
	for (k = i + 1; k < s->last && k < i + 4; k++)
		if (s->v[k].flags & TOKEN_QUOTE)
			return k > i + 1 && k + 1 < s->last &&
			    s->tags[k + 1] == TAG_NAME ? k + 1 : i;
	return i;
}

/* "the traders' union": what only the apostrophe tells from a closing mark. */
static bool
plural_possessor(const struct scan *s, uint32_t k)
{
	return (s->v[k].flags & (TOKEN_APOSTROPHE | TOKEN_GLUED)) ==
	    (TOKEN_APOSTROPHE | TOKEN_GLUED) && k + 1 < s->last &&
	    !(s->v[k + 1].flags & (TOKEN_GLUED | TOKEN_NEWLINE)) &&
	    s->v[k + 1].kind == TOKEN_WORD &&
	    (s->text[s->v[k].start - 1] | 0x20) == 's';
}

static bool
modifies(unsigned tag)
{
	return tag == TAG_ADJ || tag == TAG_NUM || TAG_IS_NOUN(tag);
}

/* Whether a participle, adverb or conjunction at i stands before a noun. */
static bool
before_noun(const struct scan *s, uint32_t i)
{
	return i + 1 < s->last && (modifies(s->tags[i + 1]) ||
	    joins(s, i + 1));
}

/* Where the chunk that begins at i ends (i if none); *head is its head. */
static uint32_t
chunk_end(const struct scan *s, uint32_t i, uint32_t *head, bool *bare)
{
	uint32_t k = i, end = i, next;
	bool noun = false;

	*head = i;
	*bare = true;
	while (k < s->last) {
		unsigned t = s->tags[k];

		if ((k > i || (k + 1 < s->last && (s->tags[k + 1] == TAG_NAME ||
		    s->tags[k + 1] == TAG_DET))) && is_time(s, k))
			break;
		if (TAG_IS_NOUN(t)) {
			*head = k;
			end = ++k;
			noun = true;
			*bare = false;
		} else if (t == TAG_NUM || t == TAG_ADJ) {
			/* After a noun: "Friday 13", but not "men unhappy". */
			if (noun && t == TAG_ADJ && !before_noun(s, k))
				break;
			if (noun && t == TAG_NUM && s->tags[k - 1] != TAG_NAME)
				break;
			if (!noun) {
				*head = k;
				end = k + 1;
			}
			k++;
		} else if (t == TAG_DET || t == TAG_POSSESSIVE) {
			if (k != i && !(k == i + 1 && s->tags[i] == TAG_DET))
				break;
			*head = k;
			end = ++k;
		} else if (noun && (t == TAG_POS || plural_possessor(s, k))) {
			/* A possessor: what it has goes on. */
			if (!before_noun(s, k))
				return end;
			noun = false;
			k++;
		} else if (joins(s, k)) {
			/* NATO-led, state-run: one modifier. */
			k += 2;
			noun = false;
			if (TAG_IS_NOUN(s->tags[k - 1])) {
				*head = k - 1;
				end = k;
				noun = true;
			}
		} else if ((t == TAG_VERBG || t == TAG_VERBN || t == TAG_ADV) &&
		    !noun && before_noun(s, k)) {
			k++;
		} else if (noun && s->tags[k - 1] == TAG_NAME &&
		    (next = aside(s, k)) != k) {
			end = k = next;
		} else
			break;
	}
	return end;
}

static void
add(struct chunks *c, const struct scan *s, uint32_t first, uint32_t last,
    uint32_t head, unsigned kind)
{
	struct chunk *p;

	c->v = array_grow(c->v, &c->cap, c->n + 1, sizeof(*c->v));
	p = &c->v[c->n++];
	memset(p, 0, sizeof(*p));
	p->first = first;
	p->last = last;
	p->head = head;
	p->kind = (uint8_t)kind;
	p->plural = s->tags[head] == TAG_NOUNS;
}

void
chunks_find(struct chunks *c, const char *text, const struct token *v,
    const uint8_t *tags, uint32_t first, uint32_t last)
{
	struct scan s = { text, v, tags, last };
	uint32_t i, end, head;
	bool bare;

	for (i = first; i < last; i = end) {
		end = i + 1;
		switch (tags[i]) {
		case TAG_PRON:
			add(c, &s, i, i + 1, i, CHUNK_PRON);
			break;
		case TAG_WH:
			add(c, &s, i, i + 1, i, CHUNK_WH);
			break;
		case TAG_DET: case TAG_POSSESSIVE: case TAG_ADJ: case TAG_NUM:
		case TAG_NOUN: case TAG_NOUNS: case TAG_NAME:
		case TAG_VERBG: case TAG_VERBN: case TAG_ADV:
			if ((tags[i] == TAG_VERBG || tags[i] == TAG_VERBN ||
			    tags[i] == TAG_ADV) && !before_noun(&s, i))
				break;
			end = chunk_end(&s, i, &head, &bare);
			if (end > i)
				add(c, &s, i, end, head, bare ? CHUNK_BARE :
				    tags[head] == TAG_NAME ? CHUNK_NAME :
				    CHUNK_NOUN);
			else
				end = i + 1;
			break;
		}
	}
}

void
chunks_free(struct chunks *c)
{
	free(c->v);
	memset(c, 0, sizeof(*c));
}
