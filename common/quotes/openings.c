/*
 * openings.c -- who says what, told by how a line begins: see openings.h
 */
#include "common/quotes/openings.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/quotes/dialogue.h"
#include "common/quotes/turns.h"

struct openings {
	struct turns	 turns;
	struct dialogue	 dialogue;
	size_t		 behind;	/* bytes at hand behind the paragraph */
};

struct openings *
openings_new(void)
{
	return xcalloc(1, sizeof(struct openings));
}

void
openings_free(struct openings *o)
{
	free(o);
}

void
openings_reset(struct openings *o)
{
	memset(o, 0, sizeof(*o));
}

void
openings_note(struct openings *o, const char *text, size_t len)
{
	turns_note(&o->turns, text, len);
	dialogue_note(&o->dialogue, text, len);
}

/* The token behind the line of a token. */
static uint32_t
line_last(const struct paragraph *p, uint32_t first)
{
	uint32_t i;

	for (i = first + 1; i < p->tokens.n; i++)
		if (p->tokens.v[i].flags & TOKEN_NEWLINE)
			break;
	return i;
}

/* The first token that begins at a byte or behind it, from a token on. */
static uint32_t
token_from(const struct paragraph *p, uint32_t i, size_t byte)
{
	while (i < p->tokens.n && p->tokens.v[i].start < byte)
		i++;
	return i;
}

/*
 * "MR. ROE: Good morning.": the line, or the quotation that begins it, is what
 * the one named says.
 */
static void
read_turn(struct openings *o, struct attributions *a, uint32_t first)
{
	const struct paragraph *p = a->paragraph;
	uint32_t g = paragraph_region_at(p, first, true), colon, last;
	uint32_t start = g != NO_REGION ? p->regions[g].first : first;
	struct attribution *new;
	struct range said;
	struct turn turn;
	size_t at;

	if (start >= p->tokens.n)
		return;
	at = p->tokens.v[start].start;
	if (!turns_label(&o->turns, p->text + at, p->len - at, o->behind,
	    g != NO_REGION, &turn))
		return;
	colon = token_from(p, start, at + turn.len);
	said.first = colon;
	said.last = line_last(p, start);
	if (g != NO_REGION && p->regions[g].last < said.last)
		said.last = p->regions[g].last;
	last = said.last;
	said = paragraph_trim(p, said);
	if (range_is_empty(said))
		return;
	/* All that is said there: with its stop. */
	if (g == NO_REGION && said.last < last &&
	    (p->tokens.v[said.last].flags & TOKEN_TERMINAL))
		said.last++;
	new = attributions_add(a);
	new->confidence = SURE_BY_FORM;
	new->source.first = token_from(p, start, at + turn.name.start);
	new->source.last = token_from(p, start, at + turn.name.end);
	attributions_content(a, attributions_newest(a), said);
	if (g != NO_REGION)
		a->claims[g] = attributions_newest(a) + 1;
	/* The colon of a label is no cue. */
	attributions_settle(a, start, said.first);
}

/* "He" and "Stephen", but not "I": he speaks, too, in the words themselves. */
static bool
may_narrate(const struct paragraph *p, const struct chunk *k)
{
	if (k->kind != CHUNK_PRON)
		return k->kind == CHUNK_NAME || k->kind == CHUNK_NOUN;
	return (paragraph_pronoun(p, k->head) &
	    (PRONOUN_HE | PRONOUN_SHE | PRONOUN_THEY)) != 0;
}

/*
 * Whether a mark that may end what is said stands right before a token: a
 * comma, or a stop.  Behind a full stop a new sentence is more of what is said,
 * and behind another stop, too, unless a name begins it.
 */
static bool
after_stop(const struct paragraph *p, uint32_t i, uint32_t first)
{
	if (i <= first)
		return false;
	if (paragraph_is(p, i - 1, ','))
		return true;
	return (p->tokens.v[i - 1].flags & TOKEN_TERMINAL) &&
	    (!(p->tokens.v[i].flags & TOKEN_CAPITAL) ||
	    (p->tags[i] == TAG_NAME && !paragraph_is(p, i - 1, '.')));
}

/*
 * Where the storyteller's words end, of which the first ones end at a token: at
 * a stop, or at a comma, ", he said, you know", but not at that of ", he said,
 * turning round".
 */
static uint32_t
narration_end(const struct paragraph *p, uint32_t i, uint32_t last)
{
	for (; i < last; i++) {
		if (p->tokens.v[i].flags & TOKEN_TERMINAL)
			return i + 1;
		if (paragraph_is(p, i, ',') && i + 1 < last &&
		    p->tags[i + 1] != TAG_VERBG && p->tags[i + 1] != TAG_PREP &&
		    p->tags[i + 1] != TAG_ADV && p->tags[i + 1] != TAG_CONJ)
			return i + 1;
	}
	return last;
}

/*
 * Is this verb the storyteller's, ", he said" or ", said he"?  Then all that he
 * says there, and whom he names.
 */
static bool
find_narration(struct paragraph *p, uint32_t verb, struct range line,
    struct cue *c, struct range *words, struct range *source)
{
	const struct chunk *k;
	uint32_t i, b;

	if (!cue_word(p, verb, c) || c->kind != CUE_VERB)
		return false;
	paragraph_look(p, c->sentence);
	if (!TAG_FINITE(p->tags[verb]))
		return false;
	for (i = verb; i > line.first && p->tags[i - 1] == TAG_ADV; i--)
		;
	b = paragraph_chunk_before(p, c->sentence, i);
	if (b != NO_CHUNK && p->chunks.v[b].last == i &&
	    after_stop(p, p->chunks.v[b].first, line.first)) {
		k = &p->chunks.v[b];
		words->first = k->first;
		words->last = verb + 1;
	} else if (after_stop(p, i, line.first)) {
		b = paragraph_chunk_behind(p, c->sentence, i);
		if (b == NO_CHUNK || p->chunks.v[b].first != verb + 1)
			return false;
		k = &p->chunks.v[b];
		words->first = i;
		words->last = k->last;
	} else
		return false;
	if (!may_narrate(p, k))
		return false;
	source->first = k->first;
	source->last = k->last;
	words->last = narration_end(p, words->last, line.last);
	return true;
}

/*
 * The line but for the storyteller's words, of which the first that has a verb
 * tells who speaks.
 */
static void
read_spoken(struct attributions *a, struct range line)
{
	struct paragraph *p = a->paragraph;
	uint32_t newest = attributions_newest(a), i;
	struct range said = line, words, source;
	struct cue c;

	for (i = line.first; i < line.last; i++) {
		struct attribution *t = &a->v[newest];

		if (!find_narration(p, i, line, &c, &words, &source))
			continue;
		said.last = words.first;
		attributions_content(a, newest, paragraph_trim(p, said));
		said.first = i = words.last;
		attributions_settle(a, words.first, words.last);
		if (attribution_has_cue(t))
			continue;
		t->cue = c;
		t->frame = FRAME_BEFORE;
		t->source = source;
	}
	said.last = line.last;
	if (!range_is_empty(said))
		attributions_content(a, newest, paragraph_trim(p, said));
}

/* "--Come up, he called. Come up!" */
static void
read_dialogue(struct openings *o, struct attributions *a, uint32_t first)
{
	const struct paragraph *p = a->paragraph;
	size_t at = p->tokens.v[first].start;
	struct range line = { first, line_last(p, first) };
	struct attribution *new;
	size_t dash;

	dash = dialogue_dash(&o->dialogue, p->text + at, p->len - at);
	if (dash == 0)
		return;
	while (line.first < line.last &&
	    p->tokens.v[line.first].start < at + dash)
		line.first++;
	new = attributions_add(a);
	new->confidence = SURE_BY_FORM;
	new->dash = true;
	read_spoken(a, line);
	if (attributions_last_content(a) == NULL)
		attributions_retract(a);
}

void
openings_read(struct openings *o, struct attributions *a, size_t behind)
{
	const struct paragraph *p = a->paragraph;
	uint32_t i;

	o->behind = behind;
	for (i = 0; i < p->tokens.n; i = line_last(p, i)) {
		read_turn(o, a, i);
		read_dialogue(o, a, i);
	}
	a->nopened = a->n;
}
