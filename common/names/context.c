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

bool
name_told_title(struct name_told *told, const char *s, size_t n)
{
	struct lexicon_found title, form;
	char buf[LEXICON_FOLD];
	char gender;

	if (!word_find(ROLE_TITLES, s, n, &title))
		return false;
	if (told->gender == 0 && (gender = word_gender(title.bits)) != 0)
		told->gender = gender;
	if ((title.bits & TITLE_COURTESY) || told->ntitles == NAME_TITLES)
		return true;
	if (word_find(ROLE_TITLE_FORMS, s, n, &form)) {
		s = form.text;
		n = strlen(form.text);
	}
	n = token_fold(s, n, buf, sizeof(buf));
	told->titles[told->ntitles++] = token_hash(buf, n);
	return true;
}

static bool
add_title(struct name_told *told, const char *text, const struct token *t)
{
	return token_in(ROLE_TITLES, text, t) &&
	    name_told_title(told, text + t->start, t->end - t->start);
}

void
name_told_behind(struct name_told *told, const char *text,
    const struct token *v, size_t n, size_t last)
{
	size_t i;

	if (last + 1 >= n || !is_mark(text, &v[last + 1], ','))
		return;
	/* ", Mayor Jim Doe", ", who shot the judge": somebody else */
	for (i = last + 2; i < n && i - last < AFTER &&
	    v[i].kind == TOKEN_WORD && (v[i].flags & TOKEN_LOWER) &&
	    !token_in(ROLE_PRONOUNS, text, &v[i]); i++)
		if (i + 1 == n || v[i + 1].kind != TOKEN_CLITIC)
			add_title(told, text, &v[i]);
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
	name_told_behind(told, text, v, n, last);
}

bool
name_in_brackets(const char *text, const struct token *v, size_t n, size_t end,
    size_t first, size_t last)
{
	return first == end + 2 && last + 1 < n &&
	    is_mark(text, &v[end + 1], '(') && is_mark(text, &v[last + 1], ')');
}
