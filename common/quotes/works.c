/*
 * works.c -- titles of works in marks, which nobody says: see works.h
 */
#include "common/quotes/works.h"

#include "common/quotes/cues.h"

#define TITLE_WORDS	8	/* of a title, at most, */
#define TITLE_SMALL	4	/* and bytes of its small words: of, with */

bool
works_title(const struct paragraph *p, uint32_t region, uint32_t *words)
{
	const struct region *r = &p->regions[region];
	uint32_t i, small = 0;

	*words = 0;
	for (i = r->first; i < r->last && *words <= TITLE_WORDS; i++) {
		const struct token *t = &p->tokens.v[i];

		if (t->kind != TOKEN_WORD ||
		    (i > r->first && (t->flags & TOKEN_GLUED)))
			continue;
		++*words;
		if (!(t->flags & TOKEN_CAPITAL)) {
			small++;
			if (t->end - t->start > TITLE_SMALL)
				return false;
		}
	}
	return *words > 0 && *words <= TITLE_WORDS && small * 2 <= *words;
}

/* "her column, 'Go, Tell Them,' is": a verb that has it for its subject. */
static bool
is_subject(const struct paragraph *p, uint32_t region)
{
	uint32_t i = p->regions[region].close + 1;

	return i < p->tokens.n && TAG_FINITE(p->tags[i]) && !cue_is_verb(p, i);
}

bool
works_named(struct paragraph *p, uint32_t region)
{
	uint32_t i = p->regions[region].open, first, words;

	if (i == 0 || (p->tokens.v[i].flags & TOKEN_NEWLINE))
		return false;
	first = p->sentences[p->sentence_of[i]].first;
	if (i > first && paragraph_is(p, i - 1, ','))
		i--;
	else if (i > first + 1 &&
	    paragraph_in(p, i - 2, ROLE_WORK_NOUNS)) {
		paragraph_look(p, p->sentence_of[i]);
		if (p->tags[i - 1] == TAG_PREP || p->tags[i - 1] == TAG_VERBN)
			i--;
	}
	if (i == first || !paragraph_in(p, i - 1, ROLE_WORK_NOUNS))
		return false;
	paragraph_look(p, p->sentence_of[i]);
	return works_title(p, region, &words) || is_subject(p, region);
}
