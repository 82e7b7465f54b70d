/*
 * mention_names.c -- the name that a mention gives: see mention_names.h
 */
#include "common/quotes/mention_names.h"

#include <string.h>

#define NAME_WORDS	4	/* of a name that stands alone, at most */
#define NAMING_REACH	7	/* tokens from a word that names to the name */
#define TITLE_BRACKET	4	/* tokens in brackets that go with a title */
#define APPOSED_REACH	8	/* tokens from a comma to the name behind it */

/* The token behind the bracket that opens at i: last if it is not closed. */
static uint32_t
behind_bracket(const struct paragraph *p, uint32_t i, uint32_t last)
{
	uint32_t behind = paragraph_behind_bracket(p, i, last, last - i);

	return behind > i ? behind : last;
}

/*
 * The last run among the words first .. stop - 1, brackets aside; false if
 * there is none, or words stand behind it.
 */
static bool
last_run(const struct paragraph *p, uint32_t first, uint32_t stop,
    struct run *r)
{
	uint32_t i, next;
	struct run found;
	bool any = false;

	for (i = first; i < stop; i = next) {
		if (paragraph_is(p, i, '('))
			next = behind_bracket(p, i, stop);
		else if (paragraph_run(p, &found, stop, i, &next)) {
			*r = found;
			any = true;
		}
	}
	if (!any)
		return false;
	return r->last == stop || paragraph_is(p, r->last, '(');
}

/* The end of a mention's head with those joined to it, brackets skipped. */
static uint32_t
heads_end(const struct mention *m, const struct paragraph *p)
{
	uint32_t i, next, end = m->head + 1, last = m->tokens.last;

	for (i = m->tokens.first; i < last; i = next) {
		next = i + 1;
		if (paragraph_is(p, i, '('))
			next = behind_bracket(p, i, last);
		else if (i > m->tokens.first && mention_ends_head(p, i, last))
			break;
		else if (p->tokens.v[i].kind == TOKEN_WORD)
			end = next;
	}
	return end;
}

/* The names of a row, "Ann Roe and Jim Doe", as they are put together. */
struct name_row {
	char		*buf;
	size_t		 cap;
	size_t		 len;		/* so far */
	const char	*joint;		/* the word that joins them, or NULL */
	size_t		 joint_len;
};

/* How far the next name stands behind those before it. */
static size_t
row_gap(const struct name_row *r)
{
	return r->len > 0 ? r->joint_len + 2 : 0;
}

/* Whether there may be another name: behind one only if a word joins them. */
static bool
row_goes_on(const struct name_row *r)
{
	return (r->len == 0 || r->joint != NULL) &&
	    r->len + row_gap(r) + NAME_BYTES <= r->cap;
}

/* Add the name of so many bytes that stands where the next is to stand. */
static void
row_add(struct name_row *r, size_t len)
{
	char *end = r->buf + r->len;
	size_t gap = row_gap(r);

	if (gap > 0) {
		end[0] = end[gap - 1] = ' ';
		memcpy(end + 1, r->joint, r->joint_len);
	}
	r->len += gap + len;
}

/*
 * The name of a person at the end of a part of a row, where the next is to
 * stand; 0 if it is none.  Bare: without what says what a person is before it.
 */
static size_t
person_in(const struct mention *m, const struct paragraph *p,
    struct people *people, struct range part, bool bare,
    const struct name_row *r)
{
	char *buf = r->buf + r->len + row_gap(r);
	struct run run = {0};
	bool ends = last_run(p, part.first, part.last, &run);
	size_t len = 0;

	/* "the" stands before what one is, not before a name. */
	if (m->kind == MENTION_THE && run.first <= m->tokens.first + 1)
		bare = false;
	if (ends && (run.role || bare))
		len = people_name(people, p->text, &run, buf, NAME_BYTES);
	/* What stands in a row with persons is one. */
	if (len == 0 && r->len > 0 && run.first == part.first &&
	    run.last > part.first && run_is_full(&run) && !run.body)
		len = run_name(p->text, &run, false, buf, NAME_BYTES);
	return len;
}

/*
 * The names in the head of a mention, "President Bush, Ann Roe and Jim Doe":
 * the parts that commas and conjunctions join must all be persons' names, but
 * what a comma sets off may be something else.
 */
static size_t
persons_in(const struct mention *m, const struct paragraph *p,
    struct people *people, char *buf, size_t cap)
{
	struct name_row row = { .buf = buf, .cap = cap };
	struct range part = { m->tokens.first, 0 };
	uint32_t i, end = heads_end(m, p);
	bool bare = true, comma = false;
	size_t len;

	for (i = part.first; i < end; i++)
		if (p->tags[i] == TAG_CONJ)
			row.joint = paragraph_word(p, i, &row.joint_len);
	for (i = part.first; i <= end; i++) {
		if (i < end && p->tags[i] != TAG_CONJ &&
		    !paragraph_is(p, i, ','))
			continue;
		if (part.first == i) {		/* ", and" */
			part.first++;
			continue;
		}
		if (!row_goes_on(&row))
			break;
		part.last = i;
		len = person_in(m, p, people, part, bare, &row);
		if (len > 0) {
			row_add(&row, len);
			part.first = i + 1;
			comma = i < end && paragraph_is(p, i, ',');
			continue;
		}
		if (row.len > 0 || i == end || paragraph_is(p, i, ','))
			return comma ? row.len : 0;
		/* "Health and Human Services Secretary Ann Roe": it goes on. */
		bare = false;
	}
	return row.len;
}

/*
 * "Secretary of State Ann Roe", "Undersecretary for Political Affairs Jim Doe":
 * an office in capitals, and the name at the end.
 */
static size_t
officer_in(const struct mention *m, const struct paragraph *p,
    struct people *people, char *buf)
{
	uint32_t i, next, end = m->tokens.last;
	struct run r, last = {0};
	struct span w;
	bool office = false, article = false, definite = false;
	size_t len;

	for (i = m->tokens.first; i < end; i = next) {
		article |= office && p->tags[i] == TAG_DET;
		definite |= p->tags[i] == TAG_DET;
		if (!paragraph_run(p, &r, end, i, &next))
			continue;
		w = r.word[r.n - 1];
		office |= next < end && (word_lists(p->text + w.start,
		    w.end - w.start) & PERSON_WORDS);
		last = r;
	}
	if (last.n < 2 || last.last != end)
		return 0;
	/* Department of Conservation ranger Ann Roe */
	if (!office)
		return !m->role && last.role && last.name == 0 && !definite &&
		    last.first > m->tokens.first ?
		    people_name(people, p->text, &last, buf, NAME_BYTES) : 0;
	if (!last.given && !last.role) {
		/* "of State Ann Roe": the first word is the office's. */
		if (last.n < 3 || last.body || article)
			return 0;
		last.name = last.n - 2;
	}
	len = people_name(people, p->text, &last, buf, NAME_BYTES);
	return len > 0 ? len : run_name(p->text, &last, false, buf, NAME_BYTES);
}

/*
 * "the Israeli newspaper Haaretz", "Japan's Yomiuri newspaper": the name of a
 * body, beside what it is in small letters.
 */
static size_t
body_in(const struct mention *m, const struct paragraph *p, char *buf)
{
	uint32_t i, next, end = m->tokens.last;
	struct run r;

	for (i = m->tokens.first; i < end; i = next) {
		if (!paragraph_run(p, &r, end, i, &next))
			continue;
		if (r.last == end && i > m->tokens.first && r.name == 0 &&
		    i <= m->head && paragraph_in(p, i - 1, ROLE_BODY_NOUNS) &&
		    (p->tokens.v[i - 1].flags & TOKEN_LOWER))
			return run_name(p->text, &r, false, buf, NAME_BYTES);
		if (r.possessive || next + 1 != end ||
		    !paragraph_in(p, next, ROLE_PAPERS))
			continue;
		/* The Haaretz newspaper, but The Washington Post newspaper. */
		r.name = r.n <= 2 && word_in(ROLE_DEFINITE, p->text +
		    r.word[0].start, r.word[0].end - r.word[0].start);
		if (r.name == r.n)
			return 0;
		return run_name(p->text, &r, false, buf, NAME_BYTES);
	}
	return 0;
}

/*
 * "a friend of the minister, Ann Gale,": may be the friend's name or the
 * minister's, where what is before the comma is another person than the head.
 */
static bool
ends_in_another(const struct mention *m, const struct paragraph *p)
{
	uint32_t i, last = m->tokens.last;
	const char *w;
	size_t n;

	for (i = m->head + 1; i < last; i++) {
		/* "the mayor's office", "Private Schools" */
		if (p->tags[i] == TAG_NOUNS || (i + 1 < last &&
		    (p->tags[i + 1] == TAG_POS || TAG_IS_NOUN(p->tags[i + 1]))))
			continue;
		w = paragraph_word(p, i, &n);
		if (word_lists(w, n) & PERSON_WORDS)
			return true;
	}
	return false;
}

/*
 * The run from a token on that the words before it tell of: "Danish
 * international Jan Roe"; false if there is none, or more words stand behind.
 */
static bool
described_run(const struct paragraph *p, uint32_t i, struct run *r,
    uint32_t *next)
{
	uint32_t n = (uint32_t)p->tokens.n, end = i + APPOSED_REACH;

	if (end > n)
		end = n;
	for (; i < end; i = *next) {
		if (paragraph_run(p, r, n, i, next)) {
			if (run_is_full(r) || (r->role && r->name > 0))
				return !r->possessive;
			continue;
		}
		if (p->tokens.v[i].kind == TOKEN_MARK &&
		    !(p->tokens.v[i].flags & TOKEN_HYPHEN))
			return false;
		if (!TAG_IS_NOUN(p->tags[i]) && p->tags[i] != TAG_ADJ &&
		    p->tags[i] != TAG_DET && p->tags[i] != TAG_VERBN &&
		    p->tags[i] != TAG_NUM && p->tags[i] != TAG_PUNCT)
			return false;
	}
	return false;
}

/* Whether a name that ends before a token is all that is said there. */
static bool
closes_name(const struct paragraph *p, uint32_t next)
{
	return next < p->tokens.n && (paragraph_is(p, next, ',') ||
	    (p->tokens.v[next].flags & TOKEN_TERMINAL) ||
	    paragraph_in(p, next, ROLE_CUE_VERBS));
}

/* "Jan Roe of Kenya,": the comma behind what a preposition adds to a name. */
static uint32_t
behind_place(const struct paragraph *p, uint32_t i)
{
	uint32_t n = (uint32_t)p->tokens.n, k;
	struct run r;

	if (i + 2 < n && p->tags[i] == TAG_PREP &&
	    paragraph_run(p, &r, n, i + 1, &k) && k < n &&
	    paragraph_is(p, k, ','))
		return k;
	return i;
}

/*
 * "his keeper, Danish international Jan Roe, said": the name of whom more is
 * told before it.
 */
static size_t
apposed_phrase(const struct mention *m, const struct paragraph *p,
    struct people *people, char *buf)
{
	uint32_t n = (uint32_t)p->tokens.n, next;
	struct run r;
	size_t len;

	if ((m->kind != MENTION_THE && m->kind != MENTION_NOUN &&
	    m->possessor == POSSESSOR_NONE) || !m->role || m->plural ||
	    !described_run(p, m->tokens.last + 1, &r, &next) || r.body)
		return 0;
	next = behind_place(p, next);
	if (next < n && !closes_name(p, next))
		return 0;
	len = people_name(people, p->text, &r, buf, NAME_BYTES);
	return len > 0 ? len : run_name(p->text, &r, false, buf, NAME_BYTES);
}

/*
 * "the lawmaker representing the area, Ann Roe, said": the comma behind what a
 * participle adds to a mention, or the mention's end.
 */
static uint32_t
behind_participle(const struct mention *m, const struct paragraph *p)
{
	uint32_t i, last = m->tokens.last, end = last + APPOSED_REACH;

	if (last >= p->tokens.n || (p->tags[last] != TAG_VERBG &&
	    p->tags[last] != TAG_VERBN))
		return last;
	for (i = last; i < p->tokens.n && i < end; i++) {
		if (paragraph_is(p, i, ','))
			return i;
		if (p->tokens.v[i].kind != TOKEN_WORD ||
		    TAG_FINITE(p->tags[i]) || p->tags[i] == TAG_PRON)
			break;
	}
	return last;
}

/* ", Ruth, said" or ", Ruth, 61,": a known given name set off by commas. */
static bool
is_given(const struct paragraph *p, const struct run *r, uint32_t next)
{
	const char *w = p->text + r->word[0].start;

	return r->n == 1 && next + 1 < p->tokens.n &&
	    paragraph_is(p, next, ',') &&
	    word_in(ROLE_GIVEN_GENDERS, w, r->word[0].end - r->word[0].start) &&
	    (paragraph_in(p, next + 1, ROLE_CUE_VERBS) ||
	    people_age(p->text, &p->tokens.v[next + 1]) != 0);
}

/*
 * "his father, Jim Roe, said": the name after a mention that has none.  A lone
 * word is one after a relative or a body: "her brother, Idris, said", "the
 * agency, Tass, reported".
 */
static size_t
apposed(const struct mention *m, const struct paragraph *p,
    struct people *people, char *buf)
{
	uint32_t i = m->tokens.last, n = (uint32_t)p->tokens.n, next;
	struct run r;
	size_t len;
	bool closed, article;

	i = behind_participle(m, p);
	if (i + 2 >= n || !paragraph_is(p, i, ',') || ends_in_another(m, p))
		return 0;
	/* "the bishop, the Rt Rev Ann Roe, said" */
	article = paragraph_in(p, i + 1, ROLE_DEFINITE);
	i += 1 + article;
	/* "the bishop, Prof. (Mrs.) Ann Roe, said" */
	if (i + 1 < n && paragraph_is(p, i + 1, '(') &&
	    paragraph_in(p, i, ROLE_TITLES))
		i = paragraph_behind_bracket(p, i + 1, n, TITLE_BRACKET);
	if (i >= n || !paragraph_run(p, &r, n, i, &next) ||
	    r.possessive || next >= n || (article && (!r.role || r.name == 0)))
		return apposed_phrase(m, p, people, buf);
	next = behind_place(p, next);
	closed = paragraph_is(p, next, ',') || paragraph_is(p, next, ':') ||
	    (p->tokens.v[next].flags & TOKEN_TERMINAL);
	if (!run_is_full(&r) && !closed)
		return apposed_phrase(m, p, people, buf);
	if (!run_is_full(&r) && !m->body && !is_given(p, &r, next) &&
	    (!m->role ||
	    (m->possessor == POSSESSOR_NONE && (m->kind != MENTION_THE ||
	    next + 1 >= n || !paragraph_in(p, next + 1, ROLE_CUE_VERBS)))))
		return 0;
	len = people_name(people, p->text, &r, buf, NAME_BYTES);
	if (len > 0)
		return len;
	if (!closed && !paragraph_in(p, next, ROLE_CUE_VERBS))
		return 0;
	return run_name(p->text, &r, false, buf, NAME_BYTES);
}

/*
 * "a man identifying himself as Jan Roe said", "a man, who gave his name only
 * as Jan, said": the name behind a mention and a word that names.
 */
static size_t
named(const struct mention *m, const struct paragraph *p, struct people *people,
    char *buf)
{
	uint32_t i = m->tokens.last, n = (uint32_t)p->tokens.n, next;
	struct lexicon_found word;
	const char *w;
	struct run r;
	size_t len;

	if (m->kind != MENTION_NOUN || i + 4 >= n)
		return 0;
	i += paragraph_is(p, i, ',');
	i += (paragraph_pronoun(p, i) & PRONOUN_WHO) != 0;
	w = paragraph_word(p, i, &len);
	if (!word_find(ROLE_NAMING_WORDS, w, len, &word))
		return 0;
	for (i++; !(word.bits & NAMING_NEXT) && i + 1 < n &&
	    i <= m->tokens.last + NAMING_REACH &&
	    (p->tags[i] == TAG_PRON || p->tags[i] == TAG_PREP ||
	    p->tags[i] == TAG_SUB || p->tags[i] == TAG_ADV ||
	    p->tags[i] == TAG_POSSESSIVE || p->tags[i] == TAG_NOUN); i++)
		;
	if (!paragraph_run(p, &r, n, i, &next) || r.possessive ||
	    r.body || (!run_is_full(&r) && !closes_name(p, next)))
		return 0;
	len = people_name(people, p->text, &r, buf, NAME_BYTES);
	return len > 0 ? len : run_name(p->text, &r, false, buf, NAME_BYTES);
}

/*
 * The longer name that the document gives what a mention names: Roe Corp. for
 * "Roe", the Treasury Department for "the Treasury".
 */
static size_t
longer(const struct mention *m, const struct paragraph *p,
    struct people *people, char *buf)
{
	uint32_t i = m->tokens.first, next;
	struct run r;

	if (m->kind == MENTION_THE && (p->tokens.v[i].flags & TOKEN_LOWER))
		i++;
	if (i >= m->tokens.last ||
	    !paragraph_run(p, &r, m->tokens.last, i, &next) ||
	    next != m->tokens.last ||
	    r.possessive || r.role)
		return 0;
	return people_longer(people, p->text, &r, buf, NAME_BYTES);
}

/*
 * "Jan Roe of Leeds", "Jan Roe SC": the name before what is added to it; not
 * of what ends as a body's name does, the Bank of England.  "A clearly shaken
 * Jan Roe": without how the bearer is.
 */
static size_t
name_alone(const struct mention *m, const struct paragraph *p, char *buf)
{
	uint32_t next, end = heads_end(m, p), i = m->tokens.first;
	struct run r;

	if (paragraph_in(p, i, ROLE_INDEFINITE))
		for (i++; i < end && (p->tokens.v[i].flags & TOKEN_LOWER) &&
		    (p->tags[i] == TAG_ADV || p->tags[i] == TAG_ADJ ||
		    p->tags[i] == TAG_VERBN || p->tags[i] == TAG_VERBG); i++)
			;
	if (m->kind != MENTION_NAME || i >= end ||
	    !paragraph_run(p, &r, end, i, &next) ||
	    next != end || r.body || r.possessive ||
	    r.article || r.role || r.n > NAME_WORDS || !run_is_full(&r))
		return 0;
	return run_name(p->text, &r, false, buf, NAME_BYTES);
}

size_t
mention_label(const struct mention *m, const struct paragraph *p,
    struct people *people, char *buf, size_t cap)
{
	uint32_t next;
	struct run r;
	size_t len;

	if (cap < NAME_BYTES || !run_read(&r, p->text, p->tokens.v,
	    m->tokens.last, m->tokens.first, &next) || next != m->tokens.last)
		return 0;
	/* What run_read() took for the words of a headline. */
	while (r.n < RUN_WORDS && r.word[r.n].end > r.word[r.n - 1].end)
		r.n++;
	len = people_name(people, p->text, &r, buf, NAME_BYTES);
	if (len == 0 && r.role)
		len = run_name(p->text, &r, false, buf, NAME_BYTES);
	return len;
}

size_t
mention_name(const struct mention *m, const struct paragraph *p,
    struct people *people, char *buf, size_t cap)
{
	size_t len;

	if (cap < NAME_BYTES || m->tokens.first >= m->tokens.last)
		return 0;
	/* "the Chief Executive, Ann Roe,": an office looks like a name. */
	if ((m->kind == MENTION_THE &&
	    (len = apposed(m, p, people, buf)) > 0) ||
	    (len = officer_in(m, p, people, buf)) > 0 ||
	    (len = persons_in(m, p, people, buf, cap)) > 0 ||
	    (len = apposed(m, p, people, buf)) > 0 ||
	    (len = named(m, p, people, buf)) > 0 ||
	    (len = body_in(m, p, buf)) > 0 ||
	    (len = longer(m, p, people, buf)) > 0)
		return len;
	return name_alone(m, p, buf);
}
