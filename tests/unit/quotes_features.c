/*
 * The features by which quotations are found: the weights in quotes.model were
 * learned with them, so that they must stay what they are.  They depend on the
 * tags and the word lists, too.  Whoever changes any of it learns the model
 * anew (common/languages/en/recipe), and then writes below what this test says
 * it found.
 */
#include "common/quotes/choice_features.h"
#include "common/quotes/content_features.h"
#include "common/quotes/cue_features.h"
#include "common/quotes/cues.h"
#include "common/quotes/source_features.h"
#include "common/quotes/speakers.h"
#include "common/quotes/unattributed.h"
#include "tests/unit/check.h"

static const char *const texts[] = {
	"Ann Roe, the mayor of Leeds, said on Monday that the bridge would "
	    "close and that trains would run until May.",
	"\"We have never seen such rain,\" said Jim Doe (D-Ohio), \"and we "
	    "will not see it again.\"",
	"According to the ministry, prices rose by 3.5 percent, but the bank, "
	    "which had warned of it, declined to comment.",
	"The spokesman told reporters: 'I was there. They asked me \"Why?\" "
	    "and I said nothing.'",
	"\"It is late.\" She had quietly added, turning to the men who didn't "
	    "know her brother, that the officials were tired.",
	"Israeli officials issued a statement saying the talks, held in "
	    "Geneva, were \"a first step\" toward peace.",
	"Tom Poe, Ann Roe and Jim Doe urged the firm's leaders to vote, and "
	    "promised in a letter that they would pay.",
	"The report, published Tuesday by the agency, called the plan "
	    "\"reckless\" and asked whether anybody had read it.",
	"LONDON (Wire) - The senator's warning that \"nobody is safe\" was "
	    "repeated by him, he said; the minister thinks it wrong.",
	"\"The Long Road Home\" is a novel. \"Read it!\" \"Why should we?\" "
	    "Roe: a man of few words, some say.",
};

/* One number for all features of a decision so far. */
static void
note(uint32_t *sum, const struct features *f)
{
	uint32_t i;

	CHECK(f->n > 0 && f->n < FEATURES_MAX);
	*sum = feature_mix(*sum, f->n);
	for (i = 0; i < f->n; i++)
		*sum = feature_mix(*sum, f->hash[i]);
}

static uint32_t glance, frame, begin, end, source, region, choice;

static void
note_content(const struct paragraph *p, const struct cue *c)
{
	struct ranges begins, ends, sources;
	struct between between = {0};
	struct within within;
	struct range content;
	struct features f;
	enum frame way;
	uint32_t i, k;

	content_begins(p, c, &begins);
	for (i = 0; i < begins.n; i++) {
		begin_features(p, c, &begins, i, &between, &f);
		note(&begin, &f);
		content_ends(p, c, begins.v[i].first, &ends);
		memset(&within, 0, sizeof(within));
		for (k = 0; k < ends.n; k++) {
			end_features(p, c, begins.v[i].first, &ends, k,
			    &within, &f);
			note(&end, &f);
		}
	}
	for (way = FRAME_AFTER; way < FRAMES; way++) {
		content.first = content.last = 0;
		if (way == FRAME_AFTER && begins.n > 0)
			content.first = begins.v[0].first;
		source_candidates(p, c, way, content, &sources);
		for (k = 0; k < sources.n; k++) {
			source_features(p, c, way, &sources, k, &f);
			note(&source, &f);
		}
	}
}

static void
note_cues(struct paragraph *p)
{
	struct features base, f;
	enum frame way;
	struct cue c;
	uint32_t i;

	for (i = 0; i < p->tokens.n; i++) {
		if (!cue_word(p, i, &c))
			continue;
		glance_features(p, &c, &f);
		note(&glance, &f);
		if (!cue_tagged(p, &c))
			continue;
		cue_features(p, &c, &base);
		for (way = FRAME_NONE; way < FRAMES; way++)
			if (frame_possible(&c, way)) {
				frame_features(&base, way, &f);
				note(&frame, &f);
			}
		note_content(p, &c);
	}
}

/* Every noun phrase as if it spoke, and who speaks where none does. */
static void
note_choices(struct paragraph *p, struct speakers *s)
{
	struct span span = {0, 0};
	struct features f;
	struct range r;
	size_t i, k, n;

	for (i = 0; i < p->nsentences; i++)
		paragraph_look(p, (uint32_t)i);
	speakers_paragraph(s, p, 0);
	for (i = 0; i <= p->chunks.n; i++) {
		if (i < p->chunks.n) {
			r.first = p->chunks.v[i].first;
			r.last = p->chunks.v[i].last;
			span = paragraph_span(p, r);
		} else
			span.start = span.end;
		n = speakers_candidates(s, span, &span, 1);
		for (k = 0; k < n; k++) {
			speakers_features(s, k, &f);
			note(&choice, &f);
		}
		if (i % 5 == 0 && span.start < span.end)
			speakers_spoke(s, span, p->text + span.start,
			    span.end - span.start, i % 2 == 1);
	}
	speakers_paragraph_end(s);
}

int
main(void)
{
	static struct paragraph p;
	struct tag_model tagger;
	struct splitter *splitter = splitter_new(NULL);
	struct speakers *speakers = speakers_new(NULL, NULL);
	struct features f;
	uint32_t r;
	size_t i;

	tags_builtin(&tagger);
	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		paragraph_read(&p, &tagger, splitter, texts[i],
		    strlen(texts[i]));
		note_cues(&p);
		for (r = 0; r < p.nregions; r++) {
			region_features(&p, r, r % 2 == 1, &f);
			note(&region, &f);
		}
		note_choices(&p, speakers);
	}
	CHECK_NUMBER(glance, 0x6533395f);
	CHECK_NUMBER(frame, 0xec8c8a8e);
	CHECK_NUMBER(begin, 0xc6f32f1d);
	CHECK_NUMBER(end, 0x5f56a689);
	CHECK_NUMBER(source, 0x985f0984);
	CHECK_NUMBER(region, 0xb7197b4d);
	CHECK_NUMBER(choice, 0x19a8fa07);
	paragraph_free(&p);
	speakers_free(speakers);
	splitter_free(splitter);
	return check_end();
}
