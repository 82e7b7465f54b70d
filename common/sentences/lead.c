#include "common/sentences/lead.h"

#include <string.h>

#define NAME_WORDS	5	/* looked at, the short form counted */
#define SHORT_NAME	3	/* bytes that say too little to be the same */
#define ASIDE_MAX	160	/* bytes searched for the closing bracket */

static bool
is_part_of_name(const struct word *w)
{
	return w->n > 0 && (w->shape == SHAPE_INITIAL ||
	    (w->shape >= SHAPE_CAPITAL && w->shape <= SHAPE_DOTS &&
	    w->shape != SHAPE_DOTS_LOWER) || w->s[0] == '&');
}

static bool
same_word(const struct word *a, const struct word *b)
{
	return a->n >= SHORT_NAME && a->n == b->n &&
	    memcmp(a->s, b->s, a->n) == 0;
}

void
context_lead(struct lead *l, const struct context *c,
    const struct sentence_iterator *it)
{
	struct word w = c->before;
	unsigned n;

	l->again = same_word(&w, &c->next);
	for (n = 1; n < NAME_WORDS; n++) {
		context_word_before(&w, it);
		/* A mark behind it, but for a stop, ends what came before. */
		if (!is_part_of_name(&w) || (w.behind != 0 && w.behind != '.'))
			break;
		l->again |= same_word(&w, &c->next);
	}
	l->last = w;
}

enum aside
context_aside(const struct sentence_iterator *it, const struct boundary *b)
{
	const char *s = it->text + b->next, *end;
	size_t n = it->len - b->next;

	if (n == 0 || *s != '(')
		return ASIDE_NOT;
	end = memchr(s, ')', n < ASIDE_MAX ? n : ASIDE_MAX);
	if (end == NULL)
		return ASIDE_OTHER;
	n -= (size_t)(end + 1 - s);
	if ((n > 0 && strchr(",;:.-?!", end[1]) != NULL) || (n > 1 &&
	    end[1] == ' ' && (byte_is((unsigned char)end[2], IS_LOWER) ||
	    end[2] == '-' || (unsigned char)end[2] == 0xE2)))
		return ASIDE_INSIDE;
	return strchr(".?!\"'", end[-1]) != NULL ? ASIDE_SENTENCE : ASIDE_OTHER;
}
