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
#define TIMES	(ROLE_BIT(ROLE_WEEKDAYS) | ROLE_BIT(ROLE_MONTHS))
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

/*
 * Room for a new one: that of the oldest, if there is no other, and rather of
 * one that was described only.
 */
static struct referent *
make_room(struct referents *s)
{
	const struct referent *r;
	size_t i;

	for (i = 0; s->n == REFERENTS && i < REFERENTS; i++) {
		r = &s->v[s->order[i]];
		if (r->described && r->spoken == 0)
			return &s->v[s->order[i]];
	}
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

/*
 * The referent of that text, new or known, now the newest; NULL for what can
 * be none, such as a lone "the".
 */
static struct referent *
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
describe(struct referent *r, const struct paragraph *p,
    const struct mention *m)
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
	people_call(&r->words, p->text, &p->tokens.v[m->head]);
	for (i = 0; i < m->nmodifiers; i++)
		word_set_add(&r->words, m->modifiers[i]);
}

#define HEADING_WORDS	3	/* with capitals, at least */
#define SMALL_WORD	4	/* letters of one without, at most */
#define HEADING_TOKENS	48	/* of a heading, and */
#define HEADING_BYTES	320	/* its bytes, at most */

/* Is a sentence a heading In Title Case? */
static bool
is_heading(const struct tokens *t, uint32_t first, uint32_t last)
{
	unsigned words = 0;
	uint32_t i;

	if (last <= first + HEADING_WORDS || last - first > HEADING_TOKENS ||
	    t->v[last - 1].end - t->v[first].start > HEADING_BYTES ||
	    (t->v[last - 1].flags & TOKEN_TERMINAL))
		return false;
	for (i = first; i < last; i++) {
		if (t->v[i].kind != TOKEN_WORD)
			continue;
		if (t->v[i].flags & TOKEN_CAPITAL)
			words++;
		else if (t->v[i].end - t->v[i].start > SMALL_WORD)
			return false;
	}
	return words >= HEADING_WORDS;
}

/*
 * Where a name from token i on ends in a heading, at most: at the next verb,
 * "Roe Delegation Asks for Help".
 */
static uint32_t
heading_verb(const struct discourse *d, const char *text, const struct token *v,
    uint32_t i, uint32_t last)
{
	unsigned tag;

	for (i++; i < last; i++) {
		tag = tags_certain_small(&d->tagger, &v[i]);
		if (TAG_IS_VERB(tag) || (tag == TAG_NONE &&
		    word_in(ROLE_CUE_VERBS, text + v[i].start,
		    v[i].end - v[i].start)))
			break;
	}
	return i;
}

/*
 * The verb that a run of a heading ends in, as it looks in small letters:
 * "Roe Delegation Pushes to Keep"; the run's end if there is none.
 */
static uint32_t
ending_verb(const struct discourse *d, const char *text, const struct token *v,
    uint32_t first, uint32_t last, const struct run *r)
{
	struct token small[HEADING_TOKENS];
	uint8_t tags[HEADING_TOKENS];
	char bytes[HEADING_BYTES];
	size_t from = v[first].start, at = r->last - 1 - first;
	uint32_t i;

	if (r->last >= last || v[r->last].kind == TOKEN_MARK ||
	    r->n - r->name < (r->given || r->role ? 3 : 2))
		return r->last;
	ascii_fold(text + from, v[last - 1].end - from, bytes, sizeof(bytes));
	for (i = first; i < last; i++) {
		small[i - first] = v[i];
		small[i - first].start -= from;
		small[i - first].end -= from;
		small[i - first].flags &= ~(unsigned)TOKEN_CAPITAL;
		small[i - first].flags |= TOKEN_LOWER;
	}
	tags_find(&d->tagger, bytes, small, last - first, tags);
	if (tags[at] == TAG_VERBZ || tags[at] == TAG_VERBD ||
	    (tags[at] == TAG_NOUNS && tags[at + 1] == TAG_TO))
		return r->last - 1;
	return r->last;
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
	bool asked = false, heading = is_heading(t, first, last);
	unsigned nruns = d->nruns;
	uint32_t i, next, end;
	struct run r;

	naming_told(d->naming, at, t->v, first, last, names);
	for (i = first; i < last; i = next) {
		end = heading && (t->v[i].flags & TOKEN_CAPITAL) ?
		    heading_verb(d, text, t->v, i, last) : last;
		if (!naming_run(names, text, t->v, &r, end, i, &next))
			continue;
		if (heading && (end = ending_verb(d, text, t->v, first, last,
		    &r)) < r.last &&
		    !naming_run(names, text, t->v, &r, end, i, &next))
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
		if (asked && r.known && r.kind == NAME_PERSON &&
		    people_begins_firm(d->people, text, &r))
			naming_correct(names, text, t->v, &r, NAME_BODY);
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
add_titles(struct word_set *set, const char *text, const struct token *v,
    const struct run *r)
{
	uint32_t i;

	for (i = r->first; i < r->last; i++)
		if (v[i].start < r->word[r->name].start)
			people_call(set, text, &v[i]);
	if (r->role && r->name == 0 && r->first > 0)
		people_call(set, text, &v[r->first - 1]);
}

void
discourse_person(struct discourse *d, struct referent *f,
    const char *text, const struct token *v, const struct run *r)
{
	const struct bearer *b = people_bearer(d->people, f->text, f->len);
	unsigned i;

	f->person = true;
	for (i = 0; i < b->words.n; i++)
		word_set_add(&f->words, b->words.v[i]);
	if (f->age == 0)
		f->age = b->age;
	add_titles(&f->words, text, v, r);
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
	f->beside = is_of_speaker(d, first) &&
	    f->spoken != d->referents.spoken ? d->referents.spoken : 0;
	f->since = !is_of_speaker(d, first);
	/* How it stood first in the sentence counts. */
	if (f->placed == d->referents.sentence && f->order > 0)
		return;
	f->placed = d->referents.sentence;
	f->at = first;
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
	const struct token *v = p->tokens.v, *t;

	if (r->first < 2 || !paragraph_is(p, r->first - 1, ',') ||
	    !(v[r->first - 2].flags & TOKEN_LOWER) || r->possessive ||
	    r->last >= p->tokens.n || v[r->last].kind != TOKEN_MARK ||
	    (v[r->first].flags & TOKEN_NEWLINE))
		return false;
	t = &v[r->first - 2];
	return token_find(ROLE_TITLES, p->text, t, word) ||
	    token_find(ROLE_PERSON_NOUNS, p->text, t, word);
}

/* ", 22, a sewing operator" or ", a sewing operator": a person's name ends. */
static bool
is_set_off(const struct paragraph *p, uint32_t i)
{
	struct described w;

	if (i + 2 >= p->tokens.n || !paragraph_is(p, i, ','))
		return false;
	if (paragraph_is(p, i + 2, ',') &&
	    people_age(p->text, &p->tokens.v[i + 1]) != 0)
		return true;
	return p->sentence_of[i + 1] == p->sentence_of[i] &&
	    paragraph_in(p, i + 1, ROLE_INDEFINITE) &&
	    described_read(p, i + 1, &w) && !w.body;
}

/* Whether the recognizer takes a token that begins a sentence for a person. */
static bool
is_person(const struct discourse *d, uint32_t i)
{
	const struct paragraph *p = d->paragraph;
	const struct tagged_sentence *s = &p->sentences[p->sentence_of[i]];

	return tags_certain_small(p->tagger, &p->tokens.v[i]) == TAG_NONE &&
	    naming_kind(d->naming, p->text, p->tokens.v, s->first, s->last,
	    i) == NAME_PERSON;
}

/* "Ruth wept": a name alone that begins a sentence, and a verb. */
static bool
begins_alone(const struct discourse *d, const struct run *r,
    struct lexicon_found *word)
{
	const struct paragraph *p = d->paragraph;
	unsigned tag, next;

	if (r->possessive || r->last >= p->tokens.n ||
	    r->first != p->sentences[p->sentence_of[r->first]].first)
		return false;
	*word = (struct lexicon_found){ .bits = 0 };
	if (is_set_off(p, r->last))
		return true;
	tag = tag_alone(p, r->first);
	next = tag_alone(p, r->last);
	if (!TAG_FINITE(next) && (next != TAG_NONE ||
	    !(p->tokens.v[r->last].flags & TOKEN_LOWER)))
		return false;
	/* What may be a verb is one behind what can only be a name. */
	if ((TAG_FINITE(next) || tag == TAG_NAME) && !TAG_IS_VERB(tag) &&
	    token_find(ROLE_GIVEN_GENDERS, p->text, &p->tokens.v[r->first],
	    word))
		return true;
	return is_person(d, r->first);
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

	if (r->n != 1 || r->article || r->body || (word_lists(p->text +
	    name.start, name.end - name.start) & TIMES) ||
	    (!apposed_to(p, r, &word) && !begins_alone(d, r, &word)))
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
	f->chain = 0;
	f->clear = CLUE_MOST;
	if (person)
		discourse_person(d, f, p->text, p->tokens.v, r);
	else if (r->known && r->kind != NAME_PERSON)
		f->thing = true;
	note_place(d, f, r->first, r->last);
}

/*
 * Who is called by the head of a phrase that may stand for somebody named
 * before, the newest; NULL if nobody is.
 */
static struct referent *
find_described(struct discourse *d, const struct described *w)
{
	struct referents *s = &d->referents;
	uint32_t head = paragraph_folded(d->paragraph, w->head);
	struct referent *r;
	size_t i;

	for (i = s->n; w->definite && i-- > 0;) {
		r = &s->v[s->order[i]];
		if (r->person == !w->body && !r->plural &&
		    (w->gender == 0 || r->gender == 0 ||
		    r->gender == w->gender) && word_set_has(&r->words, head))
			return r;
	}
	return NULL;
}

/*
 * Whether a phrase that nobody was named by begins a clause: what is the object
 * of one, or apposed to a name, is seldom who is talked of next.
 */
static bool
begins_clause(const struct paragraph *p, uint32_t i)
{
	const struct token *v = p->tokens.v;

	if (i == p->sentences[p->sentence_of[i]].first)
		return true;
	if (paragraph_is(p, i - 1, ','))
		return i > 1 && v[i - 2].kind == TOKEN_WORD &&
		    !(v[i - 2].flags & TOKEN_CAPITAL);
	if (v[i - 1].flags & (TOKEN_QUOTE | TOKEN_APOSTROPHE))
		return true;
	return tag_alone(p, i - 1) == TAG_SUB;
}

/* Whether somebody of that gender who has a name is talked of. */
static bool
names_gender(const struct referents *s, char gender)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (s->v[i].person && !s->v[i].described &&
		    (gender == 0 || s->v[i].gender == gender))
			return true;
	return false;
}

/* Somebody is described in the running text. */
static void
use_described(struct discourse *d, const struct described *w)
{
	const struct paragraph *p = d->paragraph;
	struct span span = paragraph_span(p, w->phrase);
	struct referent *f;

	f = find_described(d, w);
	if (is_of_speaker(d, w->head)) {
		if (f != NULL && f->spoken != d->referents.spoken)
			f->beside = d->referents.spoken;
		return;
	}
	if (f != NULL)
		f = referents_touch(&d->referents, f->text, f->len);
	else if (!w->body && begins_clause(p, w->phrase.first) &&
	    (!w->definite || !names_gender(&d->referents, w->gender))) {
		f = referents_touch(&d->referents, p->text + span.start,
		    span.end - span.start);
		if (f == NULL)
			return;
		f->person = f->described = true;
		f->definite = w->definite;
		f->head = paragraph_folded(p, w->head);
		if (f->gender == 0)
			f->gender = w->gender;
	}
	if (f != NULL)
		note_place(d, f, w->phrase.first, w->phrase.last);
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
	struct described w;
	struct run r;

	for (; d->at < end; d->at = next) {
		if (p->sentence_of[d->at] != d->sentence) {
			d->sentence = p->sentence_of[d->at];
			d->referents.sentence++;
			d->referents.named = 0;
		}
		if (sieve_may(&d->openers, &p->tokens.v[d->at]) &&
		    described_read(p, d->at, &w) && w.phrase.last <= end) {
			use_described(d, &w);
			next = w.phrase.last;
		} else if (run_again(d, end, &r, &next)) {
			use_run(d, &r);
			if (r.possessive &&
			    described_of(p, r.first, r.last, &w) &&
			    w.phrase.last <= end)
				use_described(d, &w);
		}
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

static void
add_pronoun(const char *word, size_t len, const struct lexicon_found *found,
    void *arg)
{
	struct discourse *d = arg;

	if (found->bits & PRONOUN_HE)
		sieve_add(&d->him, token_hash(word, len));
	if (found->bits & PRONOUN_SHE)
		sieve_add(&d->her, token_hash(word, len));
}

void
discourse_open(struct discourse *d)
{
	described_openers(&d->openers);
	lexicon_each(lexicon_default(), ROLE_PRONOUNS, add_pronoun, d);
}

void
discourse_begin(struct discourse *d)
{
	people_reset(d->people);
	naming_begin(d->naming);
	memset(&d->referents, 0, sizeof(d->referents));
	d->begins = d->noted = 0;
}

/* Whether a token is a form of a verb that asks. */
static bool
is_asking(const struct paragraph *p, uint32_t i)
{
	struct lexicon_found word;
	const char *w;
	size_t n;

	w = paragraph_word(p, i, &n);
	return word_find(ROLE_CUE_VERBS, w, n, &word) &&
	    (word.bits & CUE_ASKS) != 0;
}

/* Whether a token is a pronoun, one of those in a sieve. */
static bool
is_pronoun(const struct paragraph *p, uint32_t i, const struct sieve *s,
    unsigned which)
{
	return sieve_may(s, &p->tokens.v[i]) &&
	    (paragraph_pronoun(p, i) & which) != 0;
}

void
discourse_said(struct discourse *d, const struct span *words, size_t n,
    struct span cue)
{
	const struct paragraph *p = d->paragraph;
	struct referents *all = &d->referents;
	struct range r;
	uint32_t i;
	size_t k;

	all->of_him = all->of_her = false;
	all->asked = n > 0 && words[n - 1].end > 0 &&
	    p->text[words[n - 1].end - 1] == '?';
	r = paragraph_tokens(p, cue);
	all->asks = cue.end > cue.start && is_asking(p, r.first);
	for (k = 0; k < n; k++) {
		r = paragraph_tokens(p, words[k]);
		for (i = r.first; i < r.last; i++) {
			if (p->region_of[i] != NO_REGION)
				continue;
			all->of_him = all->of_him ||
			    is_pronoun(p, i, &d->him, PRONOUN_HE);
			all->of_her = all->of_her ||
			    is_pronoun(p, i, &d->her, PRONOUN_SHE);
		}
	}
}

/*
 * "Devlin says": of whom a word is told and no more, the recognizer is asked
 * whether it is a person.
 */
static void
ask_kind(struct discourse *d, struct referent *r, const struct mention *m)
{
	const struct paragraph *p = d->paragraph;
	const struct tagged_sentence *s;
	enum name_kind kind;

	if (r->person || r->thing || m->kind != MENTION_NAME ||
	    m->tokens.first + 1 != m->tokens.last)
		return;
	s = &p->sentences[p->sentence_of[m->tokens.first]];
	kind = naming_kind(d->naming, p->text, p->tokens.v, s->first, s->last,
	    m->tokens.first);
	r->person = kind == NAME_PERSON;
	r->thing = kind != NAME_PERSON && kind != NAME_NONE;
}

void
discourse_spoke(struct discourse *d, const struct mention *m, const char *name,
    size_t len, bool nested)
{
	struct referents *all = &d->referents;
	struct referent *r = referents_touch(all, name, len);
	size_t i;

	if (r == NULL)
		return;
	ask_kind(d, r, m);
	if (m->kind == MENTION_NAME) {
		r->chain = 0;
		r->clear = CLUE_MOST;
	} else if (r->chain < UINT8_MAX)
		r->chain++;
	r->beside = 0;
	if (!nested) {
		for (i = 0; i < all->n; i++)
			all->v[i].since = false;
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
	describe(r, d->paragraph, m);
}
