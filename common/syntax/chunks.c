#include "common/syntax/chunks.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/names/names.h"
#include "common/syntax/tags.h"

/* The tokens up to last, of which chunks are made. */
struct tagged_run {
	const char		*text;
	const struct token	*v;
	const uint8_t		*tags;
	uint32_t		 last;
};

/* The byte of a mark, or NUL. */
static char
mark(const struct tagged_run *s, uint32_t i)
{
	return s->v[i].kind == TOKEN_MARK ? s->text[s->v[i].start] : '\0';
}

/* A hyphen or slash between two parts of one word. */
static bool
joins(const struct tagged_run *s, uint32_t i)
{
	char c = mark(s, i);

	return (c == '-' || c == '/') && i + 1 < s->last &&
	    (s->v[i].flags & TOKEN_GLUED) && (s->v[i + 1].flags & TOKEN_GLUED);
}

/* today, Monday, April 7, unless it has something: when it is, not who. */
static bool
is_time(const struct tagged_run *s, uint32_t i)
{
	const struct token *t = &s->v[i];
	uint64_t classes;

	if (!TAG_IS_NOUN(s->tags[i]) ||
	    (i + 1 < s->last && s->tags[i + 1] == TAG_POS))
		return false;
	classes = token_lists_written(s->text, t);
	return (classes & ROLE_BIT(ROLE_WEEKDAYS)) ||
	    ((classes & ROLE_BIT(ROLE_MONTHS)) && i + 1 < s->last &&
	    s->tags[i + 1] == TAG_NUM);
}

/*
 * The token after a nickname or party that belongs to the name before i, or i.
 * Brackets that hold more are no part of a name.
 */
#define ASIDE_TOKENS	6	/* from one bracket to the other */
#define NICKNAME_TOKENS	3	/* from one mark to the other */

static uint32_t
aside(const struct tagged_run *s, uint32_t i)
{
	uint32_t k;

	if (mark(s, i) == '(') {
		for (k = i + 1; k < s->last && k <= i + ASIDE_TOKENS; k++)
			if (mark(s, k) == ')')
				return k + 1;
		return i;
	}
	if (!(s->v[i].flags & TOKEN_QUOTE))
		return i;
	for (k = i + 1; k < s->last && k <= i + NICKNAME_TOKENS; k++)
		if (s->v[k].flags & TOKEN_QUOTE)
			return k > i + 1 && k + 1 < s->last &&
			    s->tags[k + 1] == TAG_NAME ? k + 1 : i;
	return i;
}

/* "the traders' union": what only the apostrophe tells from a closing mark. */
static bool
plural_possessor(const struct tagged_run *s, uint32_t k)
{
	char last;

	if (!(s->v[k].flags & TOKEN_APOSTROPHE) ||
	    !(s->v[k].flags & TOKEN_GLUED) || k + 1 == s->last ||
	    (s->v[k + 1].flags & (TOKEN_GLUED | TOKEN_NEWLINE)) ||
	    s->v[k + 1].kind != TOKEN_WORD)
		return false;
	last = (char)ascii_lower((unsigned char)s->text[s->v[k].start - 1]);
	return lexicon_has_letter(lexicon_default(), ROLE_PLURAL_ENDINGS, last);
}

static bool
modifies(unsigned tag)
{
	return tag == TAG_ADJ || tag == TAG_NUM || TAG_IS_NOUN(tag);
}

/* Whether a participle, adverb or conjunction at i stands before a noun. */
static bool
before_noun(const struct tagged_run *s, uint32_t i)
{
	return i + 1 < s->last && (modifies(s->tags[i + 1]) ||
	    joins(s, i + 1));
}

/* A chunk while it is found: tokens from first on, those before at are seen. */
struct growing {
	uint32_t	 first, at;
	uint32_t	 end;		/* of what is surely part of it */
	uint32_t	 head;
	bool		 noun;		/* the last part is a noun, */
	bool		 bare;		/* none is */
};

/* A noun: the head so far. */
static void
take_noun(struct growing *g)
{
	g->head = g->at++;
	g->end = g->at;
	g->noun = true;
	g->bare = false;
}

/* A number or adjective; false if the chunk ends before it. */
static bool
take_modifier(struct growing *g, const struct tagged_run *s)
{
	unsigned tag = s->tags[g->at];

	/* After a noun: "Friday 13", but not "men unhappy". */
	if (g->noun && tag == TAG_ADJ && !before_noun(s, g->at))
		return false;
	if (g->noun && tag == TAG_NUM && s->tags[g->at - 1] != TAG_NAME)
		return false;
	if (!g->noun) {
		g->head = g->at;
		g->end = g->at + 1;
	}
	g->at++;
	return true;
}

/* Only the first of a chunk, or the second behind another: "all the". */
static bool
take_determiner(struct growing *g, const struct tagged_run *s)
{
	if (g->at != g->first && !(g->at == g->first + 1 &&
	    s->tags[g->first] == TAG_DET))
		return false;
	g->head = g->at++;
	g->end = g->at;
	return true;
}

/* NATO-led, state-run: one modifier, or a noun if the second part is one. */
static void
take_joined(struct growing *g, const struct tagged_run *s)
{
	g->at += 2;
	g->noun = false;
	if (TAG_IS_NOUN(s->tags[g->at - 1])) {
		g->head = g->at - 1;
		g->end = g->at;
		g->noun = true;
	}
}

/* Does a date end what came before: "he told reporters Monday"? */
static bool
is_time_apart(const struct growing *g, const struct tagged_run *s)
{
	uint32_t k = g->at;

	return (k > g->first || (k + 1 < s->last &&
	    (s->tags[k + 1] == TAG_NAME || s->tags[k + 1] == TAG_DET))) &&
	    is_time(s, k);
}

/* The next token, or more; false if the chunk ends before it. */
static bool
take(struct growing *g, const struct tagged_run *s)
{
	unsigned tag = s->tags[g->at];
	uint32_t next;

	if (is_time_apart(g, s))
		return false;
	if (TAG_IS_NOUN(tag)) {
		take_noun(g);
		return true;
	}
	if (tag == TAG_NUM || tag == TAG_ADJ)
		return take_modifier(g, s);
	if (tag == TAG_DET || tag == TAG_POSSESSIVE)
		return take_determiner(g, s);
	if (g->noun && (tag == TAG_POS || plural_possessor(s, g->at))) {
		/* A possessor: what it has goes on. */
		g->noun = false;
		return before_noun(s, g->at++);
	}
	if (joins(s, g->at)) {
		take_joined(g, s);
		return true;
	}
	if ((tag == TAG_VERBG || tag == TAG_VERBN || tag == TAG_ADV) &&
	    !g->noun && before_noun(s, g->at)) {
		g->at++;
		return true;
	}
	if (!g->noun || s->tags[g->at - 1] != TAG_NAME ||
	    (next = aside(s, g->at)) == g->at)
		return false;
	g->end = g->at = next;
	return true;
}

/* The chunk that begins at first; none if it ends there. */
static void
grow(struct growing *g, const struct tagged_run *s, uint32_t first)
{
	*g = (struct growing){ .first = first, .at = first, .end = first,
	    .head = first, .bare = true };
	while (g->at < s->last && take(g, s))
		;
}

static void
add(struct chunks *c, const struct tagged_run *s, uint32_t first, uint32_t last,
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

/* May a chunk begin with the token? */
static bool
may_begin(const struct tagged_run *s, uint32_t i)
{
	switch (s->tags[i]) {
	case TAG_DET: case TAG_POSSESSIVE: case TAG_ADJ: case TAG_NUM:
	case TAG_NOUN: case TAG_NOUNS: case TAG_NAME:
		return true;
	case TAG_VERBG: case TAG_VERBN: case TAG_ADV:
		return before_noun(s, i);
	}
	return false;
}

void
chunks_find(struct chunks *c, const char *text, const struct token *v,
    const uint8_t *tags, uint32_t first, uint32_t last)
{
	struct tagged_run s = { text, v, tags, last };
	struct growing g;
	uint32_t i, end;

	for (i = first; i < last; i = end) {
		end = i + 1;
		if (tags[i] == TAG_PRON)
			add(c, &s, i, end, i, CHUNK_PRON);
		else if (tags[i] == TAG_WH)
			add(c, &s, i, end, i, CHUNK_WH);
		if (!may_begin(&s, i))
			continue;
		grow(&g, &s, i);
		if (g.end == i)
			continue;
		end = g.end;
		add(c, &s, i, end, g.head, g.bare ? CHUNK_BARE :
		    tags[g.head] == TAG_NAME ? CHUNK_NAME : CHUNK_NOUN);
	}
}

void
chunks_free(struct chunks *c)
{
	free(c->v);
	memset(c, 0, sizeof(*c));
}
