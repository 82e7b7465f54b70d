/*
 * discourse.c -- who is talked about: see discourse.h
 */
#include "common/quotes/discourse.h"

#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"

#define RUN_LOOKS	3	/* tokens behind it that a run depends on */
#define BESIDE_REACH	3	/* tokens looked at before a name */
#define SHAPE_COUNTED	4	/* words of a name that are counted, at most */
#define PLACES	(ROLE_BIT(ROLE_COUNTRIES) | ROLE_BIT(ROLE_CAPITALS) | \
		ROLE_BIT(ROLE_US_STATES))
#define NOBODY	(ROLE_BIT(ROLE_DEFINITE) | ROLE_BIT(ROLE_TITLES))
#define ENDINGS	(ROLE_BIT(ROLE_BODY_ENDINGS) | ROLE_BIT(ROLE_COMPANY_ENDINGS))

struct referent *
referents_find(struct referents *s, const char *text, size_t len)
{
	size_t i;

	for (i = s->n; i-- > 0;)
		if (s->v[i].len == len && memcmp(s->v[i].text, text, len) == 0)
			return &s->v[i];
	return NULL;
}

uint32_t
referent_words(struct word_set *set, const char *text, size_t len)
{
	char buf[REFERENT_BYTES * 2];
	size_t i, from, n;
	uint32_t last = 0;

	for (i = 0; i < len; i++) {
		for (from = i; i < len && text[i] != ' ' && text[i] != '\'' &&
		    text[i] != '-'; i++)
			;
		if (i > from && (n = token_fold(text + from, i - from, buf,
		    sizeof(buf))) > 0) {
			last = token_hash(buf, n);
			word_set_add(set, last);
		}
	}
	return last;
}

/*
 * What a name looks like that is not known to be a person's: how many words it
 * has, whether it is a place's, and whether it ends as that of a body does.
 */
static uint8_t
shape_of(const char *text, size_t len)
{
	uint64_t lists = lexicon_lists(lexicon_default(), text, len);
	size_t i, first = 0, last = 0, words = 1;
	bool small = false, the;

	for (i = 0; i + 1 < len; i++)
		if (text[i] == ' ') {
			last = i + 1;
			words++;
			small |= byte_is((unsigned char)text[last],
			    CHAR_LOWER) != 0;
		}
	while (first < len && text[first] != ' ')
		first++;
	the = first + 1 < len &&
	    byte_is((unsigned char)text[first + 1], CHAR_UPPER) &&
	    word_in(ROLE_DEFINITE, text, first) &&
	    !word_in(ROLE_DEMONYMS, text + last, len - last);
	return (uint8_t)((words < SHAPE_COUNTED ? words : SHAPE_COUNTED) |
	    (the ? SHAPE_THE : 0) | (small ? SHAPE_SMALL : 0) |
	    ((lists & PLACES) ? SHAPE_PLACE : 0) |
	    ((word_lists(text + last, len - last) & ENDINGS) ? SHAPE_BODY : 0));
}

/* Room for a new one: that of the oldest, if there is no other. */
static struct referent *
make_room(struct referents *s)
{
	if (s->n == REFERENTS)
		return &s->v[s->order[0]];
	s->order[s->n] = (uint8_t)s->n;
	return &s->v[s->n++];
}

/* Make it the newest. */
static void
renew(struct referents *s, const struct referent *r)
{
	uint8_t at = (uint8_t)(r - s->v);
	size_t i;

	for (i = s->n; s->order[--i] != at;)
		;
	memmove(s->order + i, s->order + i + 1, s->n - i - 1);
	s->order[s->n - 1] = at;
}

struct referent *
referents_touch(struct referents *s, const char *text, size_t len)
{
	struct referent *r;

	if (len == 0 || len > REFERENT_BYTES)
		return NULL;
	if ((r = referents_find(s, text, len)) == NULL) {
		if (word_lists(text, len) & NOBODY)
			return NULL;
		r = make_room(s);
		memset(r, 0, sizeof(*r));
		memcpy(r->text, text, len);
		r->len = len;
		r->head = referent_words(&r->words, text, len);
		r->shape = shape_of(text, len);
	}
	renew(s, r);
	r->times++;
	if (r->sentence != s->sentence)
		r->subject = false;
	r->sentence = s->sentence;
	return r;
}

const struct referent *
referents_last_speaker(const struct referents *s)
{
	size_t i;

	for (i = 0; s->spoken > 0 && i < s->n; i++)
		if (s->v[i].spoken == s->spoken)
			return &s->v[i];
	return NULL;
}

/* What a mention of a referent says of it is true of it from now on. */
static void
describe(struct referent *r, const struct mention *m)
{
	unsigned i;

	if (m->kind == MENTION_HE || m->kind == MENTION_SHE || m->role) {
		r->person = true;
		if (r->gender == 0)
			r->gender = m->gender;
	}
	if (m->kind == MENTION_THEY || m->plural)
		r->plural = true;
	if (m->kind < MENTION_THE)
		return;
	if (m->kind != MENTION_NAME && !r->person)
		r->head = m->head_hash;
	r->paper |= m->paper;
	word_set_add(&r->words, m->head_hash);
	for (i = 0; i < m->nmodifiers; i++)
		word_set_add(&r->words, m->modifiers[i]);
}

/*
 * Note the names of a sentence, tokens first .. last - 1 of a text that begins
 * at a byte of the document; the runs of a paragraph are kept.
 */
static void
note_sentence(struct discourse *d, const char *text, size_t at,
    const struct tokens *t, uint32_t first, uint32_t last,
    struct known_names *names)
{
	bool asked = false;
	unsigned nruns = d->nruns;
	uint32_t i, next;
	struct run r;

	naming_told(d->naming, at, t->v, first, last, names);
	for (i = first; i < last; i = next) {
		if (!naming_run(names, text, t->v, &r, last, i, &next))
			continue;
		if (!asked && naming_is_open(d->naming, d->people, text,
		    at, t->v, &r)) {
			asked = true;
			naming_recognize(d->naming, text, t->v, first, last,
			    names);
			/* what was read so far may be part of others */
			d->nruns = nruns;
			next = first;
			continue;
		}
		people_at(d->people, at + t->v[i].start);
		people_note(d->people, text, t->v, (uint32_t)t->n, &r);
		if (d->nruns < RUNS_KEPT)
			d->runs[d->nruns++] = r;
	}
}

void
discourse_note(struct discourse *d, const char *text, size_t len)
{
	struct sentence_iterator it;
	struct span s;

	sentences_start(&it, d->splitter, text, len);
	while (sentences_next(&it, &s)) {
		d->tokens.n = d->names.n = d->nruns = 0;
		tokens_scan(&d->tokens, text, s);
		note_sentence(d, text, d->noted, &d->tokens, 0,
		    (uint32_t)d->tokens.n, &d->names);
		naming_keep(d->naming, d->noted, d->tokens.v, &d->names);
	}
	d->noted += len;
	naming_foreseen(d->naming, d->noted);
	d->nruns = 0;			/* those are of no paragraph */
}

/* The words before the name of a run are what its bearer is. */
static void
add_titles(struct word_set *set, const struct token *v, const struct run *r)
{
	uint32_t i;

	for (i = r->first; i < r->last; i++)
		if (v[i].start < r->word[r->name].start)
			word_set_add(set, v[i].folded);
	if (r->role && r->name == 0 && r->first > 0)
		word_set_add(set, v[r->first - 1].folded);
}

void
discourse_person(struct discourse *d, struct referent *f,
    const struct token *v, const struct run *r)
{
	const struct bearer *b = people_bearer(d->people, f->text, f->len);
	unsigned i;

	f->person = true;
	for (i = 0; i < b->words.n; i++)
		word_set_add(&f->words, b->words.v[i]);
	add_titles(&f->words, v, r);
	if (r->gender != 0)
		f->gender = r->gender;
	else if (b->genders == BEARER_HE || b->genders == BEARER_SHE)
		f->gender = b->genders == BEARER_HE ? 'm' : 'f';
}

/* What a token is by its word alone. */
static unsigned
tag_alone(const struct paragraph *p, uint32_t i)
{
	return tags_certain(p->tagger, &p->tokens.v[i]);
}

/* What a word beside a name is by its tag. */
static enum beside
beside(unsigned tag)
{
	switch (tag) {
	case TAG_PREP: case TAG_TO:
		return BESIDE_PREP;
	case TAG_CONJ:
		return BESIDE_CONJ;
	case TAG_SUB: case TAG_WH:
		return BESIDE_SUB;
	case TAG_MODAL: case TAG_VERB: case TAG_VERBP: case TAG_VERBZ:
	case TAG_VERBD: case TAG_VERBN: case TAG_VERBG:
		return BESIDE_VERB;
	}
	return BESIDE_OTHER;
}

/* What stands before the tokens that name somebody. */
static enum beside
left_of(const struct paragraph *p, uint32_t first)
{
	uint32_t begin = p->sentences[p->sentence_of[first]].first, i;
	enum beside found;

	for (i = first; i > begin && first - i < BESIDE_REACH; i--) {
		const struct token *t = &p->tokens.v[i - 1];

		if (t->kind == TOKEN_MARK)
			return t->flags & TOKEN_QUOTE ? BESIDE_QUOTE :
			    paragraph_is(p, i - 1, ',') ? BESIDE_COMMA :
			    t->flags & TOKEN_HYPHEN ? BESIDE_OTHER :
			    BESIDE_START;
		if ((found = beside(tag_alone(p, i - 1))) != BESIDE_OTHER)
			return found;
	}
	return i == begin ? BESIDE_START : BESIDE_OTHER;
}

/* What stands behind them. */
static enum beside
right_of(const struct paragraph *p, uint32_t last)
{
	const struct token *t = &p->tokens.v[last];
	unsigned tag;

	if (last >= p->tokens.n)
		return BESIDE_STOP;
	if (t->kind == TOKEN_CLITIC)
		return BESIDE_POSSESSIVE;
	if (t->kind == TOKEN_MARK)
		return paragraph_is(p, last, ',') ? BESIDE_COMMA :
		    t->flags & TOKEN_TERMINAL ? BESIDE_STOP :
		    t->flags & TOKEN_QUOTE ? BESIDE_QUOTE : BESIDE_OTHER;
	/* "Roe said", but not "Roe, speaking" */
	tag = tag_alone(p, last);
	return tag == TAG_VERBG ? BESIDE_OTHER : beside(tag);
}

/* Whether a token is of the mention of the last one who spoke. */
static bool
is_of_speaker(const struct discourse *d, uint32_t i)
{
	return i >= d->spoken.first && i < d->spoken.last;
}

/* Note how the tokens first .. last - 1, which name it, stand. */
static void
note_place(struct discourse *d, struct referent *f, uint32_t first,
    uint32_t last)
{
	const struct paragraph *p = d->paragraph;

	f->quoted = p->region_of[first] != NO_REGION;
	/* How it stood first in the sentence counts. */
	if (f->placed == d->referents.sentence && f->order > 0)
		return;
	f->placed = d->referents.sentence;
	f->order = ++d->referents.named;
	f->left = left_of(p, first);
	f->right = right_of(p, last);
	f->subject = (first <= p->sentences[d->sentence].first + 1 &&
	    f->right != BESIDE_POSSESSIVE) || is_of_speaker(d, first);
}

/*
 * The word that says what somebody is, whose name alone is apposed: "his wife,
 * Ruth, wept".  False if there is none.
 */
static bool
apposed_to(const struct paragraph *p, const struct run *r,
    struct lexicon_found *word)
{
	const struct token *v = p->tokens.v;
	const char *w;
	size_t n;

	if (r->first < 2 || !paragraph_is(p, r->first - 1, ',') ||
	    !(v[r->first - 2].flags & TOKEN_LOWER) || r->possessive ||
	    r->last >= p->tokens.n || v[r->last].kind != TOKEN_MARK ||
	    (v[r->first].flags & TOKEN_NEWLINE))
		return false;
	w = paragraph_word(p, r->first - 2, &n);
	return word_find(ROLE_TITLES, w, n, word) ||
	    word_find(ROLE_PERSON_NOUNS, w, n, word);
}

/* "Ruth wept": a given name alone that begins a sentence, and a verb. */
static bool
begins_alone(const struct paragraph *p, const struct run *r,
    struct lexicon_found *word)
{
	unsigned tag, next;
	const char *w;
	size_t n;

	if (r->possessive || r->last >= p->tokens.n ||
	    r->first != p->sentences[p->sentence_of[r->first]].first)
		return false;
	tag = tag_alone(p, r->first);
	next = tag_alone(p, r->last);
	/* What may be a verb is one behind what can only be a name. */
	if (!TAG_FINITE(next) && (next != TAG_NONE || tag != TAG_NAME ||
	    !(p->tokens.v[r->last].flags & TOKEN_LOWER)))
		return false;
	w = paragraph_word(p, r->first, &n);
	return word_find(ROLE_GIVEN_GENDERS, w, n, word) && !TAG_IS_VERB(tag);
}

/*
 * Somebody of whom a word alone is the name, as what stands beside it shows;
 * NULL if it shows nothing.
 */
static struct referent *
use_word(struct discourse *d, const struct run *r)
{
	const struct paragraph *p = d->paragraph;
	struct lexicon_found word;
	struct referent *f;
	struct span name = r->word[0];
	char gender;

	if (r->n != 1 || r->article || r->body ||
	    (!apposed_to(p, r, &word) && !begins_alone(p, r, &word)))
		return NULL;
	f = referents_touch(&d->referents, p->text + name.start,
	    name.end - name.start);
	if (f == NULL)
		return NULL;
	f->person = true;
	if ((gender = word_gender(word.bits)) != 0 && f->gender == 0)
		f->gender = gender;
	return f;
}

/* A name in the running text is talked about. */
static void
use_run(struct discourse *d, const struct run *r)
{
	const struct paragraph *p = d->paragraph;
	struct referent *f;
	char buf[NAME_BYTES];
	bool person;
	size_t len;

	people_at(d->people, d->begins + p->tokens.v[r->first].start);
	len = people_name(d->people, p->text, r, buf, sizeof(buf));
	person = len > 0;
	/*
	 * Of what bears no person's name only what has several words and is no
	 * part of one who speaks.
	 */
	if (!person && run_is_full(r) && !is_of_speaker(d, r->first))
		len = people_body(d->people, p->text, r, buf, sizeof(buf));
	f = len > 0 ? referents_touch(&d->referents, buf, len) :
	    use_word(d, r);
	if (f == NULL)
		return;
	if (person)
		discourse_person(d, f, p->tokens.v, r);
	note_place(d, f, r->first, r->last);
}

/*
 * run_read() in the paragraph, as if it ended at a token: the run that was
 * kept, unless it may depend on more of the text than that.
 */
static bool
run_again(struct discourse *d, uint32_t end, struct run *r, uint32_t *next)
{
	const struct tokens *t = &d->paragraph->tokens;
	const struct run *kept;

	while (d->next_run < d->nruns && d->runs[d->next_run].first < d->at)
		d->next_run++;
	kept = &d->runs[d->next_run];
	if (d->next_run == d->nruns || kept->first != d->at ||
	    (kept->last + RUN_LOOKS >= end && end < t->n))
		return paragraph_run(d->paragraph, r, end, d->at, next);
	*r = *kept;
	*next = r->last;
	return true;
}

void
discourse_walk(struct discourse *d, size_t to)
{
	const struct paragraph *p = d->paragraph;
	struct span place = { to, to };
	uint32_t next, end = paragraph_tokens(p, place).first;
	struct run r;

	for (; d->at < end; d->at = next) {
		if (p->sentence_of[d->at] != d->sentence) {
			d->sentence = p->sentence_of[d->at];
			d->referents.sentence++;
			d->referents.named = 0;
		}
		if (run_again(d, end, &r, &next))
			use_run(d, &r);
	}
}

void
discourse_paragraph(struct discourse *d, struct paragraph *p)
{
	size_t i;

	d->paragraph = p;
	d->at = 0;
	d->spoken.first = d->spoken.last = 0;
	d->sentence = (uint32_t)p->nsentences;
	d->referents.paragraph++;
	d->nruns = d->next_run = 0;
	for (i = 0; i < p->nsentences; i++)
		note_sentence(d, p->text, d->begins, &p->tokens,
		    p->sentences[i].first, p->sentences[i].last, &p->names);
}

void
discourse_paragraph_end(struct discourse *d)
{
	discourse_walk(d, d->paragraph->len);
	d->begins += d->paragraph->len;
	d->paragraph = NULL;
}

void
discourse_begin(struct discourse *d)
{
	people_reset(d->people);
	naming_begin(d->naming);
	memset(&d->referents, 0, sizeof(d->referents));
	d->begins = d->noted = 0;
}

void
discourse_spoke(struct discourse *d, const struct mention *m, const char *name,
    size_t len, bool nested)
{
	struct referents *all = &d->referents;
	struct referent *r = referents_touch(all, name, len);

	if (r == NULL)
		return;
	if (!nested) {
		r->spoken = ++all->spoken;
		r->quoted = false;
		all->spoken_at = all->sentence;
		all->spoken_in = all->paragraph;
		all->bare++;
		all->bares++;
	}
	d->spoken = m->tokens;
	if (range_is_empty(m->tokens))
		return;
	if (!nested) {
		all->bare = 0;
		all->bares--;
	}
	r->subject = true;
	describe(r, m);
}
