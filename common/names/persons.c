#include "common/names/persons.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

#define BEARERS		1024	/* a power of two */
#define BEFORE		6	/* words that describe whom a name follows */
#define AFTER		10
#define AGE_DIGITS	3	/* of an age, at most */
#define AGE_MOST	120
#define AGE_REACH	8	/* tokens from "61-year-old" to the name */

struct people {
	struct names	*names;
	struct bearer	 bearers[BEARERS];	/* by the name's hash */
	uint32_t	 document;
};

struct people *
people_new(void)
{
	struct people *p = xcalloc(1, sizeof(*p));

	p->names = names_new();
	p->document = 1;
	return p;
}

void
people_free(struct people *p)
{
	if (p == NULL)
		return;
	names_free(p->names);
	free(p);
}

void
people_reset(struct people *p)
{
	names_reset(p->names);
	if (++p->document == 0) {
		memset(p->bearers, 0, sizeof(p->bearers));
		p->document = 1;
	}
}

struct bearer *
people_bearer(struct people *p, const char *name, size_t len)
{
	uint32_t h = token_hash(name, len);
	struct bearer *b = &p->bearers[h % BEARERS];

	if (b->hash != h || b->document != p->document) {
		memset(b, 0, sizeof(*b));
		b->hash = h;
		b->document = p->document;
	}
	return b;
}

static bool
is_word(const struct token *t, char c, const char *text)
{
	return t->end - t->start == 1 && text[t->start] == c;
}

static bool
is_role(const char *text, const struct token *t)
{
	return (token_lists(text, t) & (ROLE_BIT(ROLE_TITLES) |
	    ROLE_BIT(ROLE_PERSON_NOUNS) | ROLE_BIT(ROLE_BODY_NOUNS))) != 0;
}

/* A word as token.folded has it. */
static uint32_t
folded(const char *s, size_t len)
{
	char buf[NAME_BYTES];

	return token_hash(buf, token_fold(s, len, buf, sizeof(buf)));
}

void
people_call(struct word_set *set, const char *text, const struct token *t)
{
	struct lexicon_found found;
	const char *w = text + t->start, *end;
	size_t n = t->end - t->start;

	word_set_add(set, t->folded);
	if (!(token_lists(text, t) & (ROLE_BIT(ROLE_TITLE_FORMS) |
	    ROLE_BIT(ROLE_TITLE_KINDS))))
		return;
	if (word_find(ROLE_TITLE_FORMS, w, n, &found)) {
		w = found.text;
		n = strlen(w);
		word_set_add(set, folded(w, n));
	}
	if (!word_find(ROLE_TITLE_KINDS, w, n, &found))
		return;
	for (w = found.text; *w != '\0'; w = *end != '\0' ? end + 1 : end) {
		end = w + strcspn(w, " ");
		word_set_add(set, folded(w, (size_t)(end - w)));
	}
}

unsigned
people_age(const char *text, const struct token *t)
{
	size_t i, n = t->end - t->start;
	unsigned age = 0;

	if (!(t->flags & TOKEN_ALLDIGIT) || n == 0 || n > AGE_DIGITS)
		return 0;
	for (i = t->start; i < t->end; i++) {
		if (!byte_is((unsigned char)text[i], CHAR_DIGIT))
			return 0;
		age = age * 10 + (unsigned)(text[i] - '0');
	}
	return age <= AGE_MOST ? age : 0;
}

/*
 * The age that stands beside a name: "Ann Roe, 61, said", "Ann Roe (61)", "the
 * 61-year-old Ann Roe"; 0 if none does.
 */
static unsigned
age_of(const char *text, const struct token *v, uint32_t n,
    const struct run *r)
{
	uint32_t i = r->last;

	if (i + 1 < n && (is_word(&v[i], ',', text) ||
	    is_word(&v[i], '(', text)) && (i + 2 == n ||
	    v[i + 2].kind == TOKEN_MARK ||
	    !(v[i + 2].flags & TOKEN_CAPITAL)))
		return people_age(text, &v[i + 1]);
	for (i = r->first; i > 0 && r->first - i < AGE_REACH; i--)
		if ((v[i].flags & TOKEN_HYPHEN) && (v[i].flags & TOKEN_GLUED) &&
		    people_age(text, &v[i - 1]) != 0)
			return people_age(text, &v[i - 1]);
	return 0;
}

/* Add the words first .. last - 1 if one of them says what somebody is. */
static void
add_words(struct word_set *set, const char *text, const struct token *v,
    uint32_t first, uint32_t last)
{
	uint32_t i;

	for (i = first; i < last && !is_role(text, &v[i]); i++)
		;
	if (i < last)
		for (i = first; i < last; i++)
			people_call(set, text, &v[i]);
}

/* "R-Iowa" at a token: the letter of a party, and where. */
static bool
is_party(const char *text, const struct token *v, uint32_t n, uint32_t i)
{
	return i + 2 < n && (v[i].flags & TOKEN_UPPER) &&
	    (v[i + 1].flags & TOKEN_HYPHEN) && (v[i + 1].flags & TOKEN_GLUED) &&
	    token_in(ROLE_TITLE_KINDS, text, &v[i]);
}

/*
 * What is set off behind a person's name: ", 61, a spokesman for the army,",
 * but not ", the mayor said": that is somebody else.
 */
static void
describe_behind(struct word_set *set, const char *text, const struct token *v,
    uint32_t n, const struct run *r)
{
	uint32_t i = r->last, first;
	bool definite;

	if (i + 1 >= n || (!is_word(&v[i], ',', text) &&
	    !is_word(&v[i], '(', text)))
		return;
	if (is_party(text, v, n, i + 1)) {
		people_call(set, text, &v[i + 1]);
		people_call(set, text, &v[i + 3]);
		return;
	}
	if (i + 2 < n && people_age(text, &v[i + 1]) != 0 &&
	    is_word(&v[i + 2], ',', text))
		i += 2;
	first = i + 1;
	definite = first < n && token_in(ROLE_DEFINITE, text, &v[first]);
	for (i = first; i < n && i < first - 1 + AFTER && (i == first ||
	    v[i].kind == TOKEN_WORD || (v[i].flags & TOKEN_HYPHEN) ||
	    v[i].kind == TOKEN_CLITIC); i++)
		if (definite && i > first + 1 &&
		    token_in(ROLE_CUE_VERBS, text, &v[i]))
			return;
	if (first < i && !(v[first].flags & TOKEN_CAPITAL))
		add_words(set, text, v, first, i);
}

static bool
begins_phrase(const char *text, const struct token *t)
{
	return (token_lists(text, t) & (ROLE_BIT(ROLE_DEFINITE) |
	    ROLE_BIT(ROLE_INDEFINITE))) != 0;
}

/* What stands round a person's name and says who that is. */
static void
describe(struct word_set *set, const char *text, const struct token *v,
    uint32_t n, const struct run *r)
{
	uint32_t i, end = r->first;

	for (i = r->first; i < r->last &&
	    v[i].start < r->word[r->name].start; i++)
		people_call(set, text, &v[i]);
	/* "the bishop, the Rt Rev Ann Roe" */
	if (end > 2 && r->role && token_in(ROLE_DEFINITE, text, &v[end - 1]) &&
	    is_word(&v[end - 2], ',', text))
		end--;
	if (end > 1 && is_word(&v[end - 1], ',', text))
		end--;
	else if (!r->role || r->name > 0)
		end = 0;
	for (i = end; i > 0 && end - i < BEFORE &&
	    v[i - 1].kind == TOKEN_WORD && !(v[i].flags & TOKEN_NEWLINE) &&
	    (!begins_phrase(text, &v[i]) ||
	    token_in(ROLE_BODY_JOINTS, text, &v[i - 1])); i--)
		;
	if (end > 0)
		add_words(set, text, v, i, end);
	describe_behind(set, text, v, n, r);
}

static unsigned
gender_bit(char gender)
{
	return gender == 'm' ? BEARER_HE : gender == 'f' ? BEARER_SHE : 0;
}

void
people_at(struct people *p, uint64_t at)
{
	names_at(p->names, at);
}

bool
people_knows(struct people *p, const char *text, const struct run *r)
{
	char buf[NAME_BYTES];
	size_t len = run_name(text, r, false, buf, sizeof(buf));

	return len == 0 || names_have(p->names, buf, len);
}

bool
people_begins_firm(struct people *p, const char *text, const struct run *r)
{
	char buf[NAME_BYTES];
	size_t len = run_name(text, r, false, buf, sizeof(buf)), full_len, at;
	const char *full;

	if (len == 0 || r->n < 2 || r->role || r->gender != 0)
		return false;
	full = names_fullest(p->names, NAME_BODY, NULL, buf, len, &full_len);
	if (full_len <= len || full[len] != ' ' || memcmp(full, buf, len) != 0)
		return false;
	for (at = full_len; full[at - 1] != ' '; at--)
		;
	return word_in(ROLE_COMPANY_ENDINGS, full + at, full_len - at);
}

/* What a run tells of the bearer of its name. */
static struct name_told
told_of(const struct run *r)
{
	struct name_told told = r->told;

	told.gender = r->gender;
	return told;
}

/* Is it a person's name? */
static bool
is_person(const struct run *r)
{
	if (r->known)
		return r->kind == NAME_PERSON;
	return r->role || r->given;
}

/*
 * What a name is looked up as that is no person's.  Here they are those of who
 * speaks: what is called after a place is taken for whoever is there.
 */
static enum name_kind
body_kind(const struct run *r)
{
	return r->known && r->kind != NAME_PLACE &&
	    r->kind != NAME_BUILDING ? r->kind : NAME_OTHER;
}

void
people_note(struct people *p, const char *text, const struct token *v,
    uint32_t n, const struct run *r)
{
	char buf[NAME_BYTES + 8];
	struct name_told told;
	struct bearer *b;
	const char *name;
	size_t len;

	if (r->n == r->name + 1 && (r->courtesy || r->given)) {
		b = people_bearer(p, text + r->word[r->name].start,
		    r->word[r->name].end - r->word[r->name].start);
		b->genders |= gender_bit(r->gender);
		b->person |= r->given;
	}
	if (!r->known && (!run_is_full(r) || run_in_capitals(text, r)))
		return;
	if ((len = run_name(text, r, false, buf, NAME_BYTES)) == 0)
		return;
	if (!is_person(r)) {
		if (!r->article) {
			names_note(p->names, body_kind(r), NULL, buf, len);
			return;
		}
		name = names_add(p->names, body_kind(r), NULL, buf, len, &len);
		people_bearer(p, name, len)->article = true;
		return;
	}
	told = told_of(r);
	name_told_behind(&told, text, v, n, r->last - 1);
	name = names_add(p->names, NAME_PERSON, &told, buf, len, &len);
	if (!run_is_full(r))
		return;
	b = people_bearer(p, name, len);
	b->person = true;
	b->genders |= gender_bit(r->gender);
	if (b->age == 0)
		b->age = (uint8_t)age_of(text, v, n, r);
	describe(&b->words, text, v, n, r);
}

void
people_person(struct people *p, const char *name, size_t len)
{
	const char *full;

	if (memchr(name, ' ', len) == NULL)
		return;
	full = names_add(p->names, NAME_PERSON, NULL, name, len, &len);
	people_bearer(p, full, len)->person = true;
}

/* Keep of some namesakes those of whom a test is true, if it is of any. */
static void
keep(struct namesakes *s, const bool *fits)
{
	size_t i, n = 0;

	for (i = 0; i < s->n; i++)
		if (fits[i])
			s->v[n++] = s->v[i];
	if (n > 0)
		s->n = n;
}

/* Was somebody called by a title, or by the word that it is short for? */
static bool
is_called(const struct bearer *b, const char *title, size_t len)
{
	struct lexicon_found form;

	return word_set_has(&b->words, folded(title, len)) ||
	    (word_find(ROLE_TITLE_FORMS, title, len, &form) &&
	    word_set_has(&b->words, folded(form.text, strlen(form.text))));
}

void
people_namesakes(struct people *p, const char *text, const struct run *r,
    struct namesakes *s)
{
	bool fits[NAMESAKES];
	struct span w = r->word[r->name];
	const struct bearer *b;
	size_t i;

	s->n = 0;
	if (r->n != r->name + 1)
		return;
	s->n = names_namesakes(p->names, text + w.start, w.end - w.start, s->v,
	    NAMESAKES);
	for (i = 0; i < s->n; i++) {
		b = people_bearer(p, s->v[i].name, s->v[i].len);
		fits[i] = b->genders == 0 || gender_bit(r->gender) == 0 ||
		    (b->genders & gender_bit(r->gender)) != 0;
	}
	keep(s, fits);
	if (!r->role || r->courtesy || r->name == 0)
		return;
	w = r->word[r->name - 1];
	for (i = 0; i < s->n; i++)
		fits[i] = is_called(people_bearer(p, s->v[i].name,
		    s->v[i].len), text + w.start, w.end - w.start);
	keep(s, fits);
}

/* Is the bearer of a name known to be no man, or no woman? */
static bool
denies(const struct bearer *b, const char *name, size_t len, char gender)
{
	const char *space = memchr(name, ' ', len);
	char given;

	if (gender == 0 || (b->genders & gender_bit(gender)))
		return false;
	if (b->genders != 0)
		return true;
	given = space == NULL ? 0 : word_gender(word_bits(ROLE_GIVEN_GENDERS,
	    name, (size_t)(space - name)));
	return given != 0 && given != gender;
}

size_t
people_name(struct people *p, const char *text, const struct run *r, char *buf,
    size_t cap)
{
	size_t len = run_name(text, r, false, buf, cap), full_len;
	struct name_told told = told_of(r);
	struct namesakes same;
	const char *full;
	struct bearer *b;

	if (len == 0 || (r->known && r->kind != NAME_PERSON))
		return 0;
	if (r->full_len > len && r->full_len <= cap) {
		memcpy(buf, r->full, r->full_len);
		return r->full_len;
	}
	full = names_fullest(p->names, NAME_PERSON, &told, buf, len,
	    &full_len);
	if (full_len == len) {
		people_namesakes(p, text, r, &same);
		if (same.n > 1)
			return 0;
		if (same.n == 1) {
			full = same.v[0].name;
			full_len = same.v[0].len;
		}
	}
	b = people_bearer(p, full, full_len);
	if (r->courtesy && r->n == r->name + 1 && full_len > len &&
	    denies(b, full, full_len, r->gender))
		return run_name(text, r, true, buf, cap);
	if (full_len > cap || (full_len == len && !r->role && !r->given &&
	    !b->person))
		return 0;
	if (full_len == len && r->courtesy && r->n == r->name + 1 &&
	    b->genders == (BEARER_HE | BEARER_SHE))
		return run_name(text, r, true, buf, cap);
	memcpy(buf, full, full_len);
	if (full_len > len || r->n > r->name + 1)
		b->genders |= gender_bit(r->gender);
	return full_len;
}

/* A body's fullest name, with the article that the document gives it. */
static size_t
body_name(struct people *p, const char *text, const struct run *r, char *buf,
    size_t cap)
{
	size_t len = run_name(text, r, false, buf, cap), full_len, at = 0;
	const char *full;

	if (len == 0)
		return 0;
	full = r->full;
	full_len = r->full_len;
	if (full == NULL)
		full = names_fullest(p->names, body_kind(r), NULL, buf, len,
		    &full_len);
	if (full_len <= len)
		return 0;
	if (people_bearer(p, full, full_len)->article && r->article) {
		at = r->article_at.end - r->article_at.start + 1;
		memcpy(buf, text + r->article_at.start, at - 1);
		buf[at - 1] = ' ';
	}
	if (at + full_len > cap)
		return 0;
	memcpy(buf + at, full, full_len);
	return at + full_len;
}

size_t
people_body(struct people *p, const char *text, const struct run *r, char *buf,
    size_t cap)
{
	size_t len, at = 0;

	/* A headline in capitals names nobody. */
	if (r->n > 1 && run_in_capitals(text, r))
		return 0;
	if ((len = body_name(p, text, r, buf, cap)) > 0)
		return len;
	if (r->article) {
		at = r->article_at.end - r->article_at.start + 1;
		memcpy(buf, text + r->article_at.start, at - 1);
		buf[at - 1] = ' ';
	}
	len = run_name(text, r, false, buf + at, cap - at);
	return len > 0 ? at + len : 0;
}

size_t
people_longer(struct people *p, const char *text, const struct run *r,
    char *buf, size_t cap)
{
	size_t len = run_name(text, r, false, buf, cap), full_len;
	struct name_told told = told_of(r);
	struct namesakes same;
	const char *full;

	if (r->known && r->kind != NAME_PERSON)
		return body_name(p, text, r, buf, cap);
	if (len > 0 && r->n == 1 && !r->article) {
		full = names_fullest(p->names, NAME_PERSON, &told, buf, len,
		    &full_len);
		if (full_len > len && full_len <= cap) {
			memcpy(buf, full, full_len);
			return full_len;
		}
		people_namesakes(p, text, r, &same);
		if (same.n > 1)
			return 0;
	}
	return body_name(p, text, r, buf, cap);
}
