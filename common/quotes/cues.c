/*
 * cues.c -- words that may report: see cues.h
 */
#include "common/quotes/cues.h"

#include <string.h>

#include "common/lexicon/lexicon.h"
#include "common/names/names.h"

#define REGION_REACH	18	/* tokens between a cue and a region */
#define BRACKET_REACH	4	/* tokens from a bracket to a colon in it */
#define FIELD_WORDS	4	/* of a label in a table */
#define SCARE_WORDS	2	/* in marks may be part of a noun phrase */
#define IDIOM_WORDS	5	/* tokens of a phrase, its marks too */
#define CUES		(ROLE_BIT(ROLE_CUE_VERBS) | ROLE_BIT(ROLE_CUE_NOUNS) | \
			ROLE_BIT(ROLE_CUE_PHRASES) | \
			ROLE_BIT(ROLE_CUE_PARTICLES))

/* The word of a token in lower case; 0 if it is too long to be in a list. */
static size_t
fold(const struct paragraph *p, uint32_t token, char buf[LEXICON_WORD])
{
	size_t n;
	const char *s = paragraph_word(p, token, &n);

	return ascii_fold(s, n, buf, LEXICON_WORD);
}

/* What a verb or noun that reports can bring in, and its lemma. */
static void
read_list(struct cue *c, enum lexicon_role list, const char *word, size_t n)
{
	struct lexicon_found found;

	if (!lexicon_find(lexicon_default(), list, word, n, &found))
		return;
	c->classes = (unsigned)found.bits;
	c->lemma = found.text;
	c->lemma_len = strlen(c->lemma);
	c->lemma_hash = token_hash(c->lemma, c->lemma_len);
}

/* What ends a sentence, or a clause as a sentence is ended. */
static bool
breaks(const struct paragraph *p, uint32_t token)
{
	return (p->tokens.v[token].flags & TOKEN_TERMINAL) ||
	    paragraph_is(p, token, ';');
}

/* Whether the words of a region end in a full stop. */
static bool
ends_sentence(const struct paragraph *p, const struct region *g)
{
	return g->last > g->first && paragraph_is(p, g->last - 1, '.');
}

/* The region that ends shortly before a cue, or NO_REGION. */
static uint32_t
region_before(const struct paragraph *p, const struct cue *c)
{
	const struct token *v = p->tokens.v;
	const struct region *g;
	uint32_t i, r;

	for (i = c->token; i-- > 0 && c->token - i <= REGION_REACH;) {
		if (v[i + 1].flags & TOKEN_NEWLINE)
			return NO_REGION;
		r = paragraph_region_at(p, i, false);
		if (r == NO_REGION) {
			if (breaks(p, i))
				return NO_REGION;
			continue;
		}
		g = &p->regions[r];
		if (g->parent != c->region ||
		    (ends_sentence(p, g) && p->sentence_of[i] != c->sentence))
			return NO_REGION;
		/* A word or two in marks may be part of the source. */
		if (g->last - g->first > SCARE_WORDS || i == 0 ||
		    paragraph_is(p, i - 1, ',') ||
		    paragraph_is(p, i + 1, ',') ||
		    (v[i - 1].flags & TOKEN_TERMINAL))
			return r;
		i = g->open;
	}
	return NO_REGION;
}

/* The region that begins shortly behind it, or NO_REGION. */
static uint32_t
region_after(const struct paragraph *p, const struct cue *c)
{
	uint32_t i, r, n = (uint32_t)p->tokens.n;

	for (i = c->last; i < n && i - c->last <= REGION_REACH; i++) {
		if ((p->tokens.v[i].flags & TOKEN_NEWLINE) && i > c->last &&
		    !paragraph_is(p, i - 1, ':') &&
		    !paragraph_is(p, i - 1, ','))
			break;
		if ((r = paragraph_region_at(p, i, true)) != NO_REGION) {
			if (p->regions[r].parent == c->region)
				return r;
			break;
		}
		if (breaks(p, i))
			break;
	}
	/* "made the following statement today on the matter:" and the words. */
	i = p->sentences[c->sentence].last;
	if (i < n && i > c->last && paragraph_is(p, i - 1, ':') &&
	    (r = paragraph_region_at(p, i, true)) != NO_REGION &&
	    p->regions[r].parent == c->region)
		return r;
	return NO_REGION;
}

/* "(NYSE: KSLV)": what stands in brackets with a colon is a reference. */
static bool
is_reference(const struct paragraph *p, uint32_t colon)
{
	uint32_t i;

	for (i = colon; i-- > 0 && colon - i <= BRACKET_REACH;)
		if (paragraph_is(p, i, '('))
			return paragraph_behind_bracket(p, i,
			    (uint32_t)p->tokens.n, 2 * BRACKET_REACH) > colon;
	return false;
}

/* "Ref: P Roe", "Man of the match: P Roe": a colon in a table. */
static bool
is_field(const struct paragraph *p, uint32_t colon)
{
	const struct token *v = p->tokens.v;
	uint32_t first = p->sentences[p->sentence_of[colon]].first, i;

	for (i = colon; i > first && colon - i < FIELD_WORDS; i--)
		if (word_bits(ROLE_LABELS, p->text + v[i - 1].start,
		    v[colon].start - v[i - 1].start) & LABEL_OTHER)
			return true;
	return false;
}

/* A colon; only before a quotation, or in a headline. */
static bool
read_colon(const struct paragraph *p, uint32_t token, struct cue *c)
{
	if (!paragraph_is(p, token, ':') || token + 1 >= p->tokens.n ||
	    is_reference(p, token))
		return false;
	if (paragraph_region_at(p, token + 1, true) == NO_REGION &&
	    (!(p->tokens.v[token + 1].flags & TOKEN_UPPER) ||
	    is_field(p, token)))
		return false;
	memset(c, 0, sizeof(*c));
	c->kind = CUE_COLON;
	c->last = token + 1;
	c->lemma = ":";
	c->lemma_len = 1;
	return true;
}

/* "according", and behind it the word that it reports with. */
static bool
read_phrase(const struct paragraph *p, uint32_t token, const char *word,
    size_t n, struct cue *c)
{
	const char *second = lexicon_text(lexicon_default(), ROLE_CUE_PHRASES,
	    word, n);
	char next[LEXICON_WORD];
	size_t len;

	if (token + 1 >= p->tokens.n ||
	    (len = fold(p, token + 1, next)) == 0 ||
	    strlen(second) != len || memcmp(second, next, len) != 0)
		return false;
	c->kind = CUE_ACCORDING;
	c->last = token + 2;
	c->lemma = "";
	return true;
}

/* "fired", and behind it the last word of its lemma, "fire back". */
static bool
read_particle(const struct paragraph *p, uint32_t token, const char *word,
    size_t n, struct cue *c)
{
	char next[LEXICON_WORD];
	const char *particle;
	size_t len;

	read_list(c, ROLE_CUE_PARTICLES, word, n);
	particle = strrchr(c->lemma, ' ');
	if (particle == NULL || token + 1 >= p->tokens.n ||
	    (len = fold(p, token + 1, next)) == 0)
		return false;
	if (next[len - 1] == '.')	/* "in.": of a sentence, not inches */
		len--;
	return strlen(++particle) == len && memcmp(particle, next, len) == 0;
}

/* The verb that the user lists, in a word of a token; NULL: none. */
static const struct verb *
listed_verb(const struct paragraph *p, uint32_t token)
{
	char word[LEXICON_WORD];
	size_t n;

	return p->verbs == NULL || (n = fold(p, token, word)) == 0 ? NULL :
	    verbs_find(p->verbs, word, n);
}

/* What the user says of a verb; false if it does not report. */
static bool
read_listed(const struct verb *v, uint32_t token, struct cue *c)
{
	memset(c, 0, sizeof(*c));
	c->kind = CUE_VERB;
	c->last = token + 1;
	c->classes = v->classes;
	c->lemma = v->lemma;
	c->lemma_len = strlen(v->lemma);
	c->lemma_hash = token_hash(v->lemma, c->lemma_len);
	return v->classes != 0;
}

static bool
read_word(struct paragraph *p, uint32_t token, struct cue *c)
{
	const struct token *t = &p->tokens.v[token];
	const struct verb *verb;
	uint64_t lists;
	char word[LEXICON_WORD];
	size_t n;

	if (t->kind == TOKEN_WORD && p->verbs != NULL &&
	    (verb = listed_verb(p, token)) != NULL)
		return read_listed(verb, token, c);
	if (t->kind != TOKEN_WORD || (n = fold(p, token, word)) == 0)
		return false;
	lists = lexicon_lists(lexicon_default(), word, n);
	if (!(lists & CUES)) {
		p->no_cues[t->folded % NO_CUES] = cue_key(t);
		return false;
	}
	memset(c, 0, sizeof(*c));
	if ((lists & ROLE_BIT(ROLE_CUE_PARTICLES)) &&
	    read_particle(p, token, word, n, c)) {
		c->kind = CUE_VERB;
		c->last = token + 2;
		return true;
	}
	if (!(lists & (CUES & ~ROLE_BIT(ROLE_CUE_PARTICLES))))
		return false;
	memset(c, 0, sizeof(*c));
	c->last = token + 1;
	c->noun = (lists & ROLE_BIT(ROLE_CUE_NOUNS)) != 0;
	if (lists & ROLE_BIT(ROLE_CUE_PHRASES))
		return read_phrase(p, token, word, n, c);
	if (lists & ROLE_BIT(ROLE_CUE_VERBS)) {
		c->kind = CUE_VERB;
		read_list(c, ROLE_CUE_VERBS, word, n);
	} else {
		c->kind = CUE_NOUN;
		read_list(c, ROLE_CUE_NOUNS, word, n);
	}
	return true;
}

bool
cue_word(struct paragraph *p, uint32_t token, struct cue *c)
{
	if (!(paragraph_is_mark(p, token) ? read_colon(p, token, c) :
	    read_word(p, token, c)))
		return false;
	c->token = token;
	c->sentence = p->sentence_of[token];
	c->region = p->region_of[token];
	c->before = c->after = NO_REGION;
	if (p->nregions > 0) {
		c->before = region_before(p, c);
		c->after = region_after(p, c);
	}
	return c->last == token + 1 || !(c->classes & CUE_MANNER) ||
	    c->before != NO_REGION || c->after != NO_REGION;
}

/*
 * "Sterling says", "Barlow accused": where a sentence begins, what no small
 * letters make an adverb or an adjective is a name before a verb.
 */
static bool
may_be_name(const struct paragraph *p, uint32_t i)
{
	unsigned tag = p->tags[i];

	return tag == TAG_VERBG || tag == TAG_MODAL ||
	    ((tag == TAG_ADV || tag == TAG_ADJ) &&
	    tags_certain_small(p->tagger, &p->tokens.v[i]) == TAG_NONE);
}

/*
 * ", Pryce told", "Sterling says": a name before the verb, though it is tagged
 * as another.
 */
static void
tag_name(struct paragraph *p, const struct cue *c)
{
	uint32_t i = c->token - 1, first = p->sentences[c->sentence].first;

	if (c->kind != CUE_VERB || c->token == first ||
	    !(p->tokens.v[i].flags & TOKEN_CAPITAL))
		return;
	if (i > first && paragraph_is(p, i - 1, ',')) {
		if (!TAG_IS_VERB(p->tags[i]))
			return;
	} else if ((i > first && !paragraph_is_mark(p, i - 1)) ||
	    !TAG_FINITE(p->tags[c->token]) || !may_be_name(p, i))
		return;
	paragraph_retag(p, i, TAG_NAME);
}

/*
 * "Gale, who is ill, said": a name at the head of its sentence, though it is
 * tagged as an adverb.
 */
static void
tag_head(struct paragraph *p, const struct cue *c)
{
	uint32_t i = paragraph_dateline(p, c->sentence);

	if (c->kind == CUE_VERB && i + 3 < c->token && p->tags[i] == TAG_ADV &&
	    (p->tokens.v[i].flags & TOKEN_CAPITAL) &&
	    paragraph_is(p, i + 1, ',') && paragraph_is(p, c->token - 1, ',') &&
	    (p->tags[i + 2] == TAG_WH || p->tags[i + 2] == TAG_POSSESSIVE ||
	    p->tags[i + 2] == TAG_VERBD || p->tags[i + 2] == TAG_VERBN) &&
	    !paragraph_in(p, i, ROLE_SENTENCE_OPENERS))
		paragraph_retag(p, i, TAG_NAME);
}

/*
 * "Pryce reckons he", "Pryce shoots back": behind a name, before a clause or
 * with the word that makes it report, it is no noun, nor where a sentence that
 * began in marks ends: '"...," Pryce recalls.'
 */
static void
tag_verb(struct paragraph *p, const struct cue *c)
{
	uint32_t i = c->token, last = p->sentences[c->sentence].last;
	bool reports, name;

	if (c->kind != CUE_VERB || p->tags[i] != TAG_NOUNS ||
	    !(p->tokens.v[i].flags & TOKEN_LOWER) ||
	    i == p->sentences[c->sentence].first || c->last >= last)
		return;
	name = p->tags[i - 1] == TAG_NAME;
	reports = c->last > i + 1 || p->tags[c->last] == TAG_SUB ||
	    p->tags[c->last] == TAG_PRON;
	if (c->before != NO_REGION && paragraph_is_mark(p, c->last) &&
	    (p->tokens.v[i - 1].flags & TOKEN_CAPITAL)) {
		paragraph_retag(p, i - 1, TAG_NAME);
		name = reports = true;
	}
	if (name && reports)
		paragraph_retag(p, i, TAG_VERBZ);
}

/* "taking calls from", "the report": a noun, whatever stands around it. */
static bool
is_plain_noun(const struct paragraph *p, const struct cue *c)
{
	uint32_t i = c->token;

	return TAG_IS_NOUN(p->tags[i]) &&
	    i > p->sentences[c->sentence].first &&
	    (TAG_IS_VERB(p->tags[i - 1]) || p->tags[i - 1] == TAG_DET ||
	    p->tags[i - 1] == TAG_ADJ || p->tags[i - 1] == TAG_PREP ||
	    p->tags[i - 1] == TAG_POSSESSIVE || p->tags[i - 1] == TAG_NUM);
}

bool
cue_tagged(struct paragraph *p, struct cue *c)
{
	/* "We think it will rain," she said: that is hers, whole. */
	if ((c->classes & CUE_THINKS) && c->region != NO_REGION)
		return false;
	paragraph_look(p, c->sentence);
	tag_name(p, c);
	tag_head(p, c);
	tag_verb(p, c);
	if (c->kind == CUE_VERB && !TAG_IS_VERB(p->tags[c->token]) &&
	    ((c->before == NO_REGION && c->after == NO_REGION) ||
	    is_plain_noun(p, c))) {
		/* "reports that": the noun of the same form. */
		if (!TAG_IS_NOUN(p->tags[c->token]) || !c->noun)
			return false;
		c->kind = CUE_NOUN;
		c->classes = 0;
	}
	return true;
}

bool
frame_possible(const struct cue *c, enum frame f)
{
	if (f == FRAME_REGION)
		return c->before != NO_REGION;
	return f != FRAME_BEFORE || c->kind != CUE_COLON;
}

unsigned
cue_classes(const struct paragraph *p, uint32_t token)
{
	const struct token *t = &p->tokens.v[token];
	const struct verb *verb = listed_verb(p, token);
	size_t n;
	const char *w;

	if (verb != NULL)
		return verb->classes;
	if (p->no_cues[t->folded % NO_CUES] == cue_key(t))
		return 0;
	w = paragraph_word(p, token, &n);
	return (unsigned)word_bits(ROLE_CUE_VERBS, w, n);
}

bool
cue_is_verb(const struct paragraph *p, uint32_t token)
{
	return cue_classes(p, token) != 0;
}

bool
cue_is_inflected(const struct paragraph *p, uint32_t token)
{
	const struct verb *verb = listed_verb(p, token);
	char word[LEXICON_WORD];
	const char *lemma;
	size_t n = fold(p, token, word);

	if (n == 0)
		return false;
	lemma = verb != NULL ? verb->lemma :
	    lexicon_text(lexicon_default(), ROLE_CUE_VERBS, word, n);
	return lemma != NULL &&
	    (strlen(lemma) != n || memcmp(lemma, word, n) != 0);
}

bool
cue_is_idiom(const struct paragraph *p, const struct cue *c)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	const struct token *v = p->tokens.v;
	char phrase[LEXICON_WORD];
	uint32_t from, last;
	size_t n;

	from = c->token < s->first + IDIOM_WORDS ? s->first :
	    c->token - IDIOM_WORDS + 1;
	for (; from <= c->token; from++)
		for (last = c->token; last < s->last &&
		    last < from + IDIOM_WORDS; last++) {
			n = ascii_fold(p->text + v[from].start,
			    v[last].end - v[from].start, phrase,
			    sizeof(phrase));
			if (n > 0 && lexicon_has(lexicon_default(),
			    ROLE_CUE_IDIOMS, phrase, n))
				return true;
		}
	return false;
}

const char *
cue_class(const struct cue *c)
{
#define NAME(value, word)	{ value, word },
	static const struct {
		unsigned	 value;
		const char	*name;
	} classes[] = { CUE_VALUES(NAME) };
#undef NAME
	size_t i;

	switch (c->kind) {
	case CUE_NOUN:
		return "noun";
	case CUE_COLON:
		return "colon";
	case CUE_ACCORDING:
		return "according";
	case CUE_VERB:
		break;
	}
	for (i = 0; !(c->classes & classes[i].value); i++)
		;
	return classes[i].name;
}
