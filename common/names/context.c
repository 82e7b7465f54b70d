/*
 * context.c -- what a text tells of a person beside the name: see context.h
 */
#include "common/names/context.h"

#include <string.h>

#include "common/names/spelling.h"

#define BEFORE	4		/* tokens of titles before a name */
#define AFTER	6		/* and of what commas set off behind it */

static bool
is_mark(const char *text, const struct token *t, char c)
{
	return t->end - t->start == 1 && text[t->start] == c;
}

/* Add the title that a token is; false if it is none. */
static bool
add_title(struct name_told *told, const char *text, const struct token *t)
{
	const char *s = text + t->start;
	size_t n = t->end - t->start;
	struct lexicon_found title, form;
	char gender;

	if (!word_find(ROLE_TITLES, s, n, &title))
		return false;
	if (told->gender == 0 && (gender = word_gender(title.bits)) != 0)
		told->gender = gender;
	if ((title.bits & TITLE_COURTESY) || told->ntitles == NAME_TITLES)
		return true;
	told->titles[told->ntitles++] =
	    word_find(ROLE_TITLE_FORMS, s, n, &form) ?
	    token_hash(form.text, strlen(form.text)) : t->folded;
	return true;
}

void
name_told_read(struct name_told *told, const char *text,
    const struct token *v, size_t n, size_t first, size_t last)
{
	size_t i;

	*told = (struct name_told){ 0 };
	for (i = first; i > 0 && first - i < BEFORE; i--)
		if (v[i - 1].kind != TOKEN_WORD ||
		    !add_title(told, text, &v[i - 1]))
			break;
	if (last + 1 >= n || !is_mark(text, &v[last + 1], ','))
		return;
	/* ", Mayor Jim Doe", ", who shot the judge": somebody else */
	for (i = last + 2; i < n && i - last < AFTER &&
	    v[i].kind == TOKEN_WORD && (v[i].flags & TOKEN_LOWER) &&
	    !word_in(ROLE_PRONOUNS, text + v[i].start, v[i].end - v[i].start);
	    i++)
		if (i + 1 == n || v[i + 1].kind != TOKEN_CLITIC)
			add_title(told, text, &v[i]);
}

bool
name_in_brackets(const char *text, const struct token *v, size_t n, size_t end,
    size_t first, size_t last)
{
	return first == end + 2 && last + 1 < n &&
	    is_mark(text, &v[end + 1], '(') && is_mark(text, &v[last + 1], ')');
}
