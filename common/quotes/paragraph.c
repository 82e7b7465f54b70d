/*
 * paragraph.c -- a stretch of text taken apart: see paragraph.h
 */
#include "common/quotes/paragraph.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

/*
 * What is longer than this is no sentence but a list or noise, and is cut, so
 * that what looks over a whole sentence for each of its words stays linear.
 */
#define SENTENCE_TOKENS	400

static void
add_sentence(struct paragraph *p, struct span span, bool line)
{
	struct tagged_sentence *s;
	size_t first = p->tokens.n;

	tokens_scan(&p->tokens, p->text, span);
	/* The scan has not seen what stands before the sentence. */
	if (line && first > 0 && first < p->tokens.n)
		p->tokens.v[first].flags |= TOKEN_NEWLINE;
	for (; first < p->tokens.n; first += SENTENCE_TOKENS, line = false) {
		p->sentences = array_grow(p->sentences, &p->sentences_cap,
		    p->nsentences + 1, sizeof(*p->sentences));
		s = &p->sentences[p->nsentences++];
		memset(s, 0, sizeof(*s));
		s->first = (uint32_t)first;
		s->last = (uint32_t)(p->tokens.n - first < SENTENCE_TOKENS ?
		    p->tokens.n : first + SENTENCE_TOKENS);
		s->line = line;
	}
}

/* The first token, of those from one on, that ends behind a byte. */
static uint32_t
token_at(const struct paragraph *p, size_t byte, uint32_t from)
{
	return (uint32_t)tokens_at(p->tokens.v, p->tokens.n, from, byte);
}

static void
add_regions(struct paragraph *p)
{
	struct region *r;
	size_t i;

	p->regions = array_grow(p->regions, &p->regions_cap, p->marks.n + 1,
	    sizeof(*p->regions));
	for (i = 0; i < p->marks.n; i++) {
		const struct mark_pair *m = &p->marks.pairs[i];

		r = &p->regions[p->nregions++];
		r->open = token_at(p, m->outer.start, 0);
		r->first = token_at(p, m->inner.start, 0);
		r->close = token_at(p, m->inner.end, r->first);
		r->last = r->close;
		if (r->last < r->first)
			r->last = r->close = r->first;
		r->parent = m->parent == MARK_NO_PARENT ? NO_REGION :
		    (uint32_t)m->parent;
		r->depth = m->depth;
		r->flags = m->flags;
		r->inner = m->inner;
	}
}

/* The innermost region of each token: regions come in order, parents first. */
static void
place_tokens(struct paragraph *p)
{
	uint32_t i, k, n = (uint32_t)p->tokens.n, current = NO_REGION;

	for (i = k = 0; i < n; i++) {
		while (current != NO_REGION && i >= p->regions[current].last)
			current = p->regions[current].parent;
		while (k < p->nregions && p->regions[k].first <= i) {
			if (p->regions[k].last > i)
				current = k;
			k++;
		}
		p->region_of[i] = current;
	}
}

void
paragraph_read(struct paragraph *p, const struct tag_model *tagger,
    struct splitter *splitter, const char *text, size_t len)
{
	struct sentence_iterator it;
	struct span span;
	uint32_t i, k;

	p->text = text;
	p->len = len;
	p->tagger = tagger;
	p->tokens.n = p->nsentences = p->nregions = p->chunks.n = 0;
	p->names.n = 0;
	sentences_start(&it, splitter, text, len);
	while (sentences_next(&it, &span))
		add_sentence(p, span, sentences_begins_line(&it));
	p->tags = array_grow(p->tags, &p->tags_cap, p->tokens.n + 1, 1);
	memset(p->tags, TAG_PUNCT, p->tokens.n + 1);
	p->sentence_of = array_grow(p->sentence_of, &p->sentence_of_cap,
	    p->tokens.n + 1, sizeof(*p->sentence_of));
	for (i = k = 0; i < p->nsentences; i++)
		for (; k < p->sentences[i].last; k++)
			p->sentence_of[k] = i;
	p->region_of = array_grow(p->region_of, &p->region_of_cap,
	    p->tokens.n + 1, sizeof(*p->region_of));
	marks_pair(&p->marks, text, len, false);
	add_regions(p);
	place_tokens(p);
}

static void
find_chunks(struct paragraph *p, struct tagged_sentence *s)
{
	s->chunk = (uint32_t)p->chunks.n;
	chunks_find(&p->chunks, p->text, p->tokens.v, p->tags, s->first,
	    s->last);
	s->nchunks = (uint32_t)p->chunks.n - s->chunk;
}

/*
 * "the accused said", "the deceased, Ann Roe,": a participle or an adjective
 * behind an article, and before what no noun phrase goes on with, is a noun.
 */
static void
tag_nouns(struct paragraph *p, const struct tagged_sentence *s)
{
	const struct token *v = p->tokens.v;
	uint32_t i = s->first;

	/* "Barlow, 43, said": no small letters make it an adverb. */
	if (i + 3 < s->last && (v[i].flags & TOKEN_CAPITAL) &&
	    (p->tags[i] == TAG_ADV || p->tags[i] == TAG_ADJ) &&
	    paragraph_is(p, i + 1, ',') && paragraph_is(p, i + 3, ',') &&
	    people_age(p->text, &v[i + 2]) != 0 &&
	    tags_certain_small(p->tagger, &v[i]) == TAG_NONE)
		p->tags[i] = TAG_NAME;
	for (i = s->first + 1; i + 1 < s->last; i++)
		if (p->tags[i - 1] == TAG_DET &&
		    (p->tags[i] == TAG_VERBN || p->tags[i] == TAG_VERBD ||
		    p->tags[i] == TAG_ADJ) &&
		    (TAG_FINITE(p->tags[i + 1]) ||
		    (paragraph_is(p, i + 1, ',') &&
		    paragraph_in(p, i, ROLE_PERSON_NOUNS))))
			p->tags[i] = TAG_NOUN;
}

void
paragraph_look(struct paragraph *p, uint32_t sentence)
{
	struct tagged_sentence *s = &p->sentences[sentence];

	if (s->looked)
		return;
	s->looked = true;
	tags_find(p->tagger, p->text, p->tokens.v + s->first,
	    s->last - s->first, p->tags + s->first);
	tag_nouns(p, s);
	find_chunks(p, s);
}

void
paragraph_retag(struct paragraph *p, uint32_t token, enum tag tag)
{
	uint32_t sentence = p->sentence_of[token];

	paragraph_look(p, sentence);
	if (p->tags[token] == tag)
		return;
	p->tags[token] = (uint8_t)tag;
	find_chunks(p, &p->sentences[sentence]);
}

struct range
paragraph_tokens(const struct paragraph *p, struct span s)
{
	struct range r;

	r.first = r.last = token_at(p, s.start, 0);
	while (r.last < p->tokens.n && p->tokens.v[r.last].start < s.end)
		r.last++;
	return r;
}

struct span
paragraph_span(const struct paragraph *p, struct range r)
{
	struct span s = {0, 0};

	if (!range_is_empty(r)) {
		s.start = p->tokens.v[r.first].start;
		s.end = p->tokens.v[r.last - 1].end;
	}
	return s;
}

struct range
paragraph_trim(const struct paragraph *p, struct range r)
{
	while (r.first < r.last && paragraph_is_mark(p, r.first))
		r.first++;
	while (r.last > r.first && paragraph_is_mark(p, r.last - 1))
		r.last--;
	return r;
}

uint32_t
paragraph_behind_bracket(const struct paragraph *p, uint32_t i, uint32_t last,
    uint32_t most)
{
	uint32_t k;

	if (i >= last || !paragraph_is(p, i, '('))
		return i;
	for (k = i + 1; k < last && k - i < most; k++)
		if (paragraph_is(p, k, ')'))
			return k + 1;
	return i;
}

uint32_t
paragraph_bracket_at_end(const struct paragraph *p, struct range r)
{
	uint32_t i;

	if (r.last == 0 || !paragraph_is(p, r.last - 1, ')'))
		return r.last;
	for (i = r.last - 1; i > r.first && !paragraph_is(p, i, '('); i--)
		;
	return i > r.first ? i : r.last;
}

uint32_t
paragraph_region_at(const struct paragraph *p, uint32_t token, bool opening)
{
	size_t lo = 0, hi = p->nregions;
	uint32_t r;

	/* Regions come by their opening mark; a closing one is inside. */
	if (opening) {
		while (lo < hi) {
			size_t mid = lo + (hi - lo) / 2;

			if (p->regions[mid].open < token)
				lo = mid + 1;
			else
				hi = mid;
		}
		return lo < p->nregions && p->regions[lo].open == token &&
		    !(p->regions[lo].flags & MARK_UNOPENED) ?
		    (uint32_t)lo : NO_REGION;
	}
	if (token == 0)
		return NO_REGION;
	for (r = p->region_of[token - 1]; r != NO_REGION;
	    r = p->regions[r].parent)
		if (p->regions[r].close == token)
			return p->regions[r].flags & MARK_UNCLOSED ?
			    NO_REGION : r;
	return NO_REGION;
}

uint32_t
paragraph_behind_time(const struct paragraph *p, uint32_t first, uint32_t last)
{
	const struct token *v = p->tokens.v;
	uint32_t i = first + 1;
	size_t n;
	const char *word = paragraph_word(p, first, &n);

	if (!byte_is((unsigned char)word[0], CHAR_DIGIT) ||
	    (first > 0 && !(v[first].flags & TOKEN_NEWLINE)))
		return first;
	/* pm BST */
	if (i < last && (v[i].flags & TOKEN_GLUED) &&
	    (v[i].flags & TOKEN_LOWER))
		i++;
	if (i < last && (v[i].flags & TOKEN_UPPER) &&
	    v[i].end - v[i].start > 1)
		i++;
	if (i + 1 < last && paragraph_is(p, i, ':') &&
	    !(v[i + 1].flags & TOKEN_GLUED))
		return i + 1;
	return i < last && (v[i].flags & TOKEN_CAPITAL) &&
	    (memchr(word, '.', n) != NULL || memchr(word, ':', n) != NULL) ?
	    i : first;
}

/*
 * "Sir, - When I", "Dear Madam, ...": the token behind whom a letter begins
 * with, and a dash; or the first.
 */
static uint32_t
behind_greeting(const struct paragraph *p, const struct tagged_sentence *s)
{
	const struct token *v = p->tokens.v;
	uint32_t i = s->first;
	const char *w;
	size_t n;

	for (; i + 2 < s->last && i < s->first + 2; i++) {
		if (!(v[i].flags & TOKEN_CAPITAL))
			return s->first;
		w = paragraph_word(p, i, &n);
		if (!(word_bits(ROLE_TITLES, w, n) & TITLE_COURTESY) ||
		    !paragraph_is(p, i + 1, ','))
			continue;
		i += 2;
		return i + 1 < s->last && (v[i].flags & TOKEN_HYPHEN) ?
		    i + 1 : i;
	}
	return s->first;
}

uint32_t
paragraph_dateline(const struct paragraph *p, uint32_t sentence)
{
	const struct tagged_sentence *s = &p->sentences[sentence];
	const struct token *t;
	uint32_t i;

	if (!s->line)
		return s->first;
	if (s->first < s->last && ((i = paragraph_behind_time(p, s->first,
	    s->last)) > s->first || (i = behind_greeting(p, s)) > s->first))
		return i;
	for (i = s->first; i + 1 < s->last && i < s->first + 10; i++) {
		t = &p->tokens.v[i];
		if (t->flags & TOKEN_HYPHEN && !(t->flags & TOKEN_GLUED) &&
		    !(t[1].flags & TOKEN_GLUED) && i > s->first)
			return i + 1;
		/* "NEW DELHI: ", as Indian newspapers have it. */
		if (paragraph_is(p, i, ':') && i > s->first &&
		    (t[-1].flags & TOKEN_UPPER) &&
		    (!(t[1].flags & TOKEN_UPPER) || t[1].end - t[1].start == 1))
			return i + 1;
		/* Names and marks, and nothing in small letters. */
		if (t->kind == TOKEN_WORD && !(t->flags & TOKEN_CAPITAL))
			break;
		if (t->flags & (TOKEN_QUOTE | TOKEN_TERMINAL))
			break;
	}
	return s->first;
}

uint32_t
paragraph_chunk_behind(const struct paragraph *p, uint32_t sentence,
    uint32_t token)
{
	const struct tagged_sentence *s = &p->sentences[sentence];
	uint32_t lo = s->chunk, hi = s->chunk + s->nchunks;

	while (lo < hi) {
		uint32_t mid = lo + (hi - lo) / 2;

		if (p->chunks.v[mid].last <= token)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < s->chunk + s->nchunks ? lo : NO_CHUNK;
}

uint32_t
paragraph_chunk_before(const struct paragraph *p, uint32_t sentence,
    uint32_t token)
{
	const struct tagged_sentence *s = &p->sentences[sentence];
	uint32_t behind = paragraph_chunk_behind(p, sentence, token);

	if (behind == NO_CHUNK)
		behind = s->chunk + s->nchunks;
	return behind > s->chunk ? behind - 1 : NO_CHUNK;
}

void
paragraph_free(struct paragraph *p)
{
	tokens_free(&p->tokens);
	chunks_free(&p->chunks);
	marks_free(&p->marks);
	free(p->tags);
	free(p->sentence_of);
	free(p->region_of);
	free(p->sentences);
	free(p->regions);
	free(p->names.v);
	memset(p, 0, sizeof(*p));
}
