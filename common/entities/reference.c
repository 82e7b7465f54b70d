#include "common/entities/reference.h"

#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"

#define DATELINE_MOST	24		/* tokens */
#define PLACE_WORDS	5
#define DATELINE_NEAR	7		/* days from the date given */

bool
reference_begin(struct reference *r, const char *s, size_t n)
{
	*r = (struct reference){ .minute = -1 };
	if (n == 0)
		return true;
	if (!date_parse(s, n, &r->given, &r->minute)) {
		r->given = (struct date){ 0 };
		r->minute = -1;
		return false;
	}
	r->date = r->given;
	return true;
}

/*
 * The country of the place that tokens i .. end-1 name, in lower case and
 * without full stops; NULL if it is not known.
 */
static const char *
place_country(const char *text, const struct token *t, size_t i, size_t end)
{
	char name[LEXICON_PHRASE + 8];
	size_t n = 0, k, len;

	for (; i < end; i++) {
		len = token_fold(text + t[i].start, t[i].end - t[i].start,
		    name + n, sizeof(name) - n);
		if (len == 0)
			return NULL;
		for (k = len, len = 0; len < k; len++)
			if (name[n + len] == '.') {
				memmove(name + n + len, name + n + len + 1,
				    --k - len);
				len--;
			}
		n += k;
		if (n + 1 >= sizeof(name))
			return NULL;
		name[n++] = ' ';
	}
	return n < 2 ? NULL : lexicon_text(lexicon_default(),
	    ROLE_PLACE_COUNTRIES, name, n - 1);
}

static bool
is_char(const char *text, const struct token *t, char c)
{
	return text[t->start] == c && t->end - t->start == 1;
}

/* Does the token end a dateline: a dash, a colon, two strokes? */
static bool
is_end(const char *text, const struct token *t)
{
	return is_char(text, t, ':') || is_char(text, t, '_') ||
	    text[t->start] == '/' || ((t->flags & TOKEN_HYPHEN) != 0 &&
	    ((t->flags & TOKEN_GLUED) == 0 || t->end - t->start > 1));
}

/*
 * Behind the place that begins a line: words with capitals up to a mark or
 * figure; what stands behind a comma says where it is.
 */
static size_t
read_place(struct reference *r, const char *text, const struct token *t,
    size_t n)
{
	const char *country, *known = NULL;
	size_t i, start = 0;

	for (i = 0; i < n; i++) {
		if (t[i].kind == TOKEN_WORD &&
		    (t[i].flags & TOKEN_CAPITAL) != 0 &&
		    i - start < PLACE_WORDS)
			continue;
		country = place_country(text, t, start, i);
		if (country != NULL)
			known = country;
		if (!is_char(text, &t[i], ',') || i == start ||
		    (start > 0 && country == NULL))
			break;
		start = i + 1;
	}
	if (known != NULL)
		memcpy(r->country, known, sizeof(r->country));
	return i;
}

size_t
reference_dateline(struct reference *r, const char *text,
    const struct token *t, size_t n)
{
	struct reference was = *r;
	bool agency = false, dated = false;
	size_t i;

	if (n > DATELINE_MOST)
		n = DATELINE_MOST;
	if (n < 2 || (t[0].flags & TOKEN_CAPITAL) == 0)
		return 0;
	r->country[0] = '\0';
	i = read_place(r, text, t, n);
	for (; i < n && !is_end(text, &t[i]) && !is_char(text, &t[i], '('); i++)
		if ((t[i].flags & TOKEN_DIGIT) != 0)
			dated = true;
		else if ((t[i].flags & TOKEN_LOWER) != 0)
			break;
	if (i < n && is_char(text, &t[i], '(')) {
		i = tokens_closing(text, t, i, n, DATELINE_MOST) + 1;
		agency = i < n;
	}
	if (i < n && is_end(text, &t[i]) && (dated || (r->country[0] != '\0' &&
	    (agency || (t[0].flags & TOKEN_UPPER) != 0))))
		return i + 1;
	*r = was;
	return 0;
}

void
reference_take(struct reference *r, struct date d)
{
	long away;

	if (r->given.year != 0) {
		away = date_number(d) - date_number(r->given);
		if (away < -DATELINE_NEAR || away > DATELINE_NEAR)
			return;
	}
	if (r->given.year == 0 || date_number(d) != date_number(r->date))
		r->minute = -1;
	r->date = d;
}

bool
reference_money(const struct reference *r, const char *word, char code[4])
{
	const char *money;
	size_t n = strlen(word), k;

	if (r->country[0] == '\0')
		return false;
	money = lexicon_text(lexicon_default(), ROLE_COUNTRY_MONEY, r->country,
	    strlen(r->country));
	/* pairs of a word and a code */
	for (; money != NULL && *money != '\0'; money += *money == ' ') {
		k = strcspn(money, " ");
		if (strlen(money) < k + 4)
			break;
		if (k == n && memcmp(money, word, n) == 0) {
			memcpy(code, money + k + 1, 3);
			code[3] = '\0';
			return true;
		}
		money += k + 4;
	}
	return false;
}
