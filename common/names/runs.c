#include "common/names/runs.h"

#include <string.h>

static enum spelling_suffix
suffix(const char *text, struct span w)
{
	return spelling_suffix(text + w.start, w.end - w.start);
}

static bool
is_particle(const char *text, const struct token *t)
{
	return t->kind == TOKEN_WORD &&
	    token_in(ROLE_NAME_PARTICLES, text, t);
}

static bool
is_hyphen(const struct token *t)
{
	return (t->flags & (TOKEN_HYPHEN | TOKEN_GLUED)) ==
	    (TOKEN_HYPHEN | TOKEN_GLUED) && t->end - t->start == 1;
}

static bool
is_capital(const struct token *t)
{
	return t->kind == TOKEN_WORD && (t->flags & TOKEN_CAPITAL);
}

static bool
is_weekday(const char *text, const struct token *t)
{
	return (token_lists_written(text, t) & ROLE_BIT(ROLE_WEEKDAYS)) != 0;
}

/* New York-based: that is no name. */
static bool
is_compound(const char *text, const struct token *t)
{
	return (t->flags & TOKEN_LOWER) && lexicon_has(lexicon_default(),
	    ROLE_COMPOUND_ENDINGS, text + t->start, t->end - t->start);
}

/*
 * The token behind the word at i: Okonjo-Iweala is one word, and al-Naimi; 0 if
 * there is none that may stand in a name.
 */
static inline uint32_t
word_at(const char *text, const struct token *v, uint32_t n, uint32_t i)
{
	if (i + 2 < n && !(v[i].flags & TOKEN_CAPITAL) &&
	    is_hyphen(&v[i + 1]) && (v[i + 2].flags & TOKEN_GLUED) &&
	    is_capital(&v[i + 2]) &&
	    is_particle(text, &v[i]))
		i += 2;
	else if (!is_capital(&v[i]))
		return 0;
	for (i++; i + 1 < n && is_hyphen(&v[i]) &&
	    (v[i + 1].flags & TOKEN_GLUED) && v[i + 1].kind == TOKEN_WORD;
	    i += 2)
		if (is_compound(text, &v[i + 1]))
			return 0;
	return i;
}

/* A word goes on with another of the run if only a space is between them. */
static bool
is_near(const struct token *v, uint32_t n, uint32_t i)
{
	return i < n && !(v[i].flags & (TOKEN_GLUED | TOKEN_NEWLINE));
}

/* The token behind a nickname at i, as in John "Jack" Roe; i if none is. */
static uint32_t
nickname(const struct token *v, uint32_t n, uint32_t i)
{
	unsigned marks = TOKEN_QUOTE | TOKEN_APOSTROPHE;

	if (i + 3 < n && (v[i].flags & marks) != 0 &&
	    (v[i].flags & marks) == (v[i + 2].flags & marks) &&
	    !(v[i].flags & TOKEN_GLUED) && is_capital(&v[i + 1]) &&
	    is_near(v, n, i + 3) &&
	    is_capital(&v[i + 3]))
		return i + 3;
	return i;
}

static bool
is_month(const char *text, const struct token *t)
{
	return (token_lists_written(text, t) & ROLE_BIT(ROLE_MONTHS)) != 0;
}

/* General Motors, Kansas Treasury Department: nobody's name, by its last. */
static bool
ends_body(uint64_t lists)
{
	return (lists & (ROLE_BIT(ROLE_BODY_ENDINGS) |
	    ROLE_BIT(ROLE_COMPANY_ENDINGS))) != 0;
}

/*
 * "Bank of England", "Council on the Arts": the token behind the joint at i,
 * and its article, of a body that the run names so far, the lists of whose last
 * word are given; i if there is none.
 */
static uint32_t
joined(const struct run *r, uint64_t lists, const char *text,
    const struct token *v, uint32_t n, uint32_t i)
{
	uint32_t k = i + 1;

	if (i + 1 >= n || !(v[i].flags & TOKEN_LOWER) || !ends_body(lists) ||
	    !token_in(ROLE_BODY_JOINTS, text, &v[i]))
		return i;
	if (is_near(v, n, k) && (v[k].flags & TOKEN_LOWER) &&
	    (token_bits(ROLE_DEFINITE, text, &v[k]) & DEFINITE_ARTICLE))
		k++;
	return is_near(v, n, k) && is_capital(&v[k]) &&
	    !is_weekday(text, &v[k]) && !is_month(text, &v[k]) &&
	    r->n + (k - i) < RUN_WORDS ? k : i;
}

/* The next word of a run is tokens first .. last - 1; it is in these lists. */
static void
add_word(struct run *r, uint64_t lists[RUN_WORDS], const char *text,
    const struct token *v, uint32_t first, uint32_t last)
{
	struct span w = { v[first].start, v[last - 1].end };

	lists[r->n] = last == first + 1 ? token_lists(text, &v[first]) :
	    word_lists(text + w.start, w.end - w.start);
	r->word[r->n++] = w;
}

/* The words of the run at token i, and the lists that each is in. */
static void
read_words(struct run *r, uint64_t lists[RUN_WORDS], const char *text,
    const struct token *v, uint32_t n, uint32_t i)
{
	uint32_t next, k;

	r->first = r->last = i;
	while (r->n < RUN_WORDS && (next = word_at(text, v, n, i)) != 0) {
		/* Clinton Monday: a day is no part of a name. */
		if (r->n > 0 && is_weekday(text, &v[i]))
			return;
		add_word(r, lists, text, v, i, next);
		r->last = i = next;
		if (i < n && v[i].kind == TOKEN_CLITIC)
			r->possessive = true;
		if (!is_near(v, n, i))
			return;
		if ((k = nickname(v, n, i)) > i && r->n < RUN_WORDS) {
			add_word(r, lists, text, v, i, k);
			i = k;
			continue;
		}
		if ((k = joined(r, lists[r->n - 1], text, v, n, i)) > i) {
			r->joined = r->n;
			for (; i < k; i++)
				add_word(r, lists, text, v, i, i + 1);
			continue;
		}
		/* de, van der: only between capitals. */
		for (k = i; k < i + 2 && is_near(v, n, k) &&
		    (v[k].flags & TOKEN_LOWER); k++)
			;
		if (k == i || !is_near(v, n, k) || !is_capital(&v[k]) ||
		    r->n + (k - i) >= RUN_WORDS || !is_particle(text, &v[i]) ||
		    !is_particle(text, &v[k - 1]))
			continue;
		for (; i < k; i++)
			add_word(r, lists, text, v, i, i + 1);
	}
}

/*
 * The role that a word is, if any, is what the bearer of the name is; in small
 * letters any noun for a person.
 */
static bool
take_role(struct run *r, const char *s, size_t n, bool small)
{
	struct lexicon_found word;
	char gender;

	if (!word_find(ROLE_TITLES, s, n, &word) &&
	    !(small && word_find(ROLE_PERSON_NOUNS, s, n, &word)))
		return false;
	r->role = true;
	name_told_title(&r->told, s, n);
	r->courtesy = (word.bits & TITLE_COURTESY) != 0;
	if ((gender = word_gender(word.bits)) != 0)
		r->gender = gender;
	return true;
}

static void
take_article(struct run *r, const char *text, size_t start, size_t end)
{
	if (!(word_bits(ROLE_DEFINITE, text + start, end - start) &
	    DEFINITE_ARTICLE))
		return;
	r->article = true;
	r->article_at.start = start;
	r->article_at.end = end;
}

/* Mother-of-two: a compound that says what somebody is, not Baker-Smith. */
static bool
is_job_compound(const char *w, size_t len)
{
	const char *hyphen = memchr(w, '-', len), *part;
	size_t n;

	if (hyphen == NULL || (word_lists(w, (size_t)(hyphen - w)) &
	    (ROLE_BIT(ROLE_TITLES) | ROLE_BIT(ROLE_PERSON_NOUNS))) == 0)
		return false;
	for (part = hyphen; part != NULL; part = memchr(part, '-', n)) {
		n = len - (size_t)(++part - w);
		if (n == 0 || !byte_is((unsigned char)*part, CHAR_LOWER))
			return false;
	}
	return true;
}

/* M.K. is no title, as MK is. */
static bool
is_initials(const char *w, size_t len)
{
	return len > 0 && memchr(w, '.', len - 1) != NULL;
}

/* The gender that its first part tells. */
static char
first_gender(const char *w, size_t len)
{
	const char *hyphen = memchr(w, '-', len);
	size_t n = (size_t)(hyphen - w);

	return word_gender(word_bits(ROLE_PERSON_NOUNS, w, n) |
	    word_bits(ROLE_TITLES, w, n));
}

/* The word before a run: what its bearer is, or the article. */
static void
take_before(struct run *r, const char *text, const struct token *t)
{
	uint64_t lists = token_lists(text, t);

	if ((lists & (ROLE_BIT(ROLE_TITLES) | ROLE_BIT(ROLE_PERSON_NOUNS))) &&
	    (t->flags & TOKEN_LOWER) && !r->role && !r->body)
		take_role(r, text + t->start, t->end - t->start, true);
	if (lists & ROLE_BIT(ROLE_DEFINITE))
		take_article(r, text, t->start, t->end);
}

bool
run_in_capitals(const char *text, const struct run *r)
{
	size_t start = r->word[r->name].start;

	return !spelling_small(text + start, r->word[r->n - 1].end - start);
}

/* Without a role before it, a known given or family name begins the name. */
static void
find_given(struct run *r, const char *text, const uint64_t *lists)
{
	uint64_t bits;
	unsigned j;

	/* Kim Yo-jong: the family name comes first. */
	if (r->name + 1 < r->n &&
	    (lists[r->name] & ROLE_BIT(ROLE_FAMILY_FIRST)))
		r->given = true;
	for (j = r->name; j + 1 < r->n && !r->given; j++) {
		if (!(lists[j] & ROLE_BIT(ROLE_GIVEN_GENDERS)) ||
		    (r->role && j > r->name))
			continue;
		bits = word_bits(ROLE_GIVEN_GENDERS, text + r->word[j].start,
		    r->word[j].end - r->word[j].start);
		r->given = true;
		if (r->gender == 0)
			r->gender = word_gender(bits);
		r->name = j;
		return;
	}
}

/*
 * "and Margaret": a given name alone, where its capital is not that of a
 * sentence's first word.
 */
static void
take_given(struct run *r, const char *text, uint64_t lists,
    const struct token *v, uint32_t i)
{
	uint64_t bits;

	if (i == 0 || v[i - 1].kind != TOKEN_WORD || r->possessive ||
	    !(lists & ROLE_BIT(ROLE_GIVEN_GENDERS)))
		return;
	bits = word_bits(ROLE_GIVEN_GENDERS, text + r->word[0].start,
	    r->word[0].end - r->word[0].start);
	r->given = bits != 0;
	if (bits != 0)
		r->gender = word_gender(bits);
}

/* Ann Roe QC: that is no name. */
static void
drop_added(struct run *r, const char *text)
{
	for (; r->n > r->name + 2 &&
	    suffix(text, r->word[r->n - 1]) == SUFFIX_APART; r->n--)
		r->given = true;	/* only persons have such */
}

/* The last word that is no suffix. */
static void
find_surname(struct run *r, const char *text)
{
	for (r->surname = r->n - 1; r->surname > r->name &&
	    suffix(text, r->word[r->surname]) != SUFFIX_NONE; r->surname--)
		;
}

bool
run_read(struct run *r, const char *text, const struct token *v, uint32_t n,
    uint32_t i, uint32_t *next)
{
	uint64_t lists[RUN_WORDS];
	unsigned j, gone;

	*next = i + 1;
	if (word_at(text, v, n, i) == 0)
		return false;
	memset(r, 0, sizeof(*r));
	read_words(r, lists, text, v, n, i);
	*next = r->last;
	r->body = r->n > 1 && ends_body(lists[r->n - 1]);
	/* The name follows the last role; the last word is never a role. */
	for (j = 0; j + 1 < r->n; j++) {
		const char *w = text + r->word[j].start;
		size_t len = r->word[j].end - r->word[j].start;

		if (j == 0 && is_job_compound(w, len)) {
			r->role = true;
			r->gender = first_gender(w, len);
			r->name = 1;
		} else if (!r->body && (lists[j] & ROLE_BIT(ROLE_TITLES)) &&
		    !is_initials(w, len) &&
		    !(r->joined > 0 &&
		    (lists[j + 1] & ROLE_BIT(ROLE_BODY_JOINTS))) &&
		    take_role(r, w, len, false))
			r->name = j + 1;
	}
	r->body |= r->joined > 0 && r->name <= r->joined;
	if (i > 0 && is_near(v, n, i) && v[i - 1].kind == TOKEN_WORD)
		take_before(r, text, &v[i - 1]);
	/* "Although Israel", "Tuesday Israel": what begins the sentence. */
	for (gone = 0; r->name == 0 && gone + 1 < r->n &&
	    ((lists[gone] & ROLE_BIT(ROLE_SENTENCE_OPENERS)) ||
	    (gone == 0 && is_weekday(text, &v[i]))); gone++)
		take_article(r, text, r->word[gone].start, r->word[gone].end);
	if (gone > 0) {
		r->n -= gone;
		memmove(r->word, r->word + gone, r->n * sizeof(r->word[0]));
	}
	if (r->n == 1 && !r->role)
		take_given(r, text, lists[gone], v, i);
	else if (!r->body)
		find_given(r, text, lists + gone);
	drop_added(r, text);
	/* A headline in capitals: "SEN. ROE HAILS VOTE" names one Roe. */
	if (r->n > r->name + 1 && r->role && run_in_capitals(text, r))
		r->n = r->name + 1;
	find_surname(r, text);
	return true;
}

size_t
run_name(const char *text, const struct run *r, bool titled, char *buf,
    size_t cap)
{
	size_t n = 0, len;
	unsigned j = r->name;

	if (titled && r->courtesy && j > 0)
		j--;
	for (; j < r->n; j++) {
		len = r->word[j].end - r->word[j].start;
		if (n + len + 1 > cap)
			return 0;
		if (n > 0)
			buf[n++] = ' ';
		memcpy(buf + n, text + r->word[j].start, len);
		n += len;
	}
	return n;
}

/* The words before j are what the bearer of the name is. */
static void
known_person(struct run *r, const char *text, unsigned j)
{
	for (r->name = 0; r->name < j; r->name++)
		take_role(r, text + r->word[r->name].start,
		    r->word[r->name].end - r->word[r->name].start, false);
	r->given = true;
	r->body = false;
	drop_added(r, text);
	if (r->gender == 0 && r->n > j + 1)
		r->gender = word_gender(word_bits(ROLE_GIVEN_GENDERS,
		    text + r->word[j].start,
		    r->word[j].end - r->word[j].start));
}

/* The words before j are not the name's, nor is there anybody's role. */
static void
known_other(struct run *r, unsigned j)
{
	r->n -= j;
	memmove(r->word, r->word + j, r->n * sizeof(r->word[0]));
	r->name = 0;
	r->body = true;
	r->given = r->role = r->courtesy = false;
	r->gender = 0;
}

void
run_known(struct run *r, const char *text, const struct token *v,
    uint32_t first, uint32_t last, enum name_kind kind)
{
	size_t start = v[first].start, end = v[last - 1].end;
	bool added = kind == NAME_PERSON;
	unsigned j;

	for (j = 0; j < r->n && r->word[j].end <= start; j++)
		;
	if (j == r->n)
		return;
	while (r->n > j + 1 && r->word[r->n - 1].start >= end) {
		/* the run goes on to KC, though it is no part of the name */
		added &= suffix(text, r->word[r->n - 1]) == SUFFIX_APART;
		r->n--;
	}
	if (added && last < r->last && !(v[last].flags & TOKEN_GLUED))
		last = r->last;
	r->possessive &= r->last == last;
	r->word[j].start = start;
	r->word[r->n - 1].end = end;
	if (kind == NAME_PERSON)
		known_person(r, text, j);
	else
		known_other(r, j);
	r->known = true;
	r->kind = kind;
	r->last = last;
	find_surname(r, text);
}
