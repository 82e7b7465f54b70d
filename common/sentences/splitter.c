#include "common/sentences/splitter.h"

#include <err.h>
#include <stdlib.h>

#include "common/base/base.h"
#include "common/text/text.h"

#define JUDGEMENT	0.97	/* of what rules weigh so much is right */

/* Take weights and words from a model. */
static void
use_model(struct splitter *s, const void *begin, const void *end)
{
	double p = s->options.threshold > 0 ? s->options.threshold : 0.5;
	struct model m;

	model_builtin(&m, begin, end);
	if (!logistic_open(&s->weights, &m, "weights") ||
	    !wordmap_open(&s->words, &m, "words"))
		errx(EXIT_TROUBLE, "built-in model: a section is missing");
	s->threshold = logistic_threshold(&s->weights, p);
	s->judgement = logistic_threshold(&s->weights, JUDGEMENT);
}

/* The list has a word: *arg is true. */
static void
see_entry(const char *word, size_t len, const struct lexicon_found *found,
    void *arg)
{
	(void)word;
	(void)len;
	(void)found;
	*(bool *)arg = true;
}

struct splitter *
splitter_bare(const struct sentence_options *o)
{
	static const struct sentence_options defaults;
	struct splitter *s = xcalloc(1, sizeof(*s));
	unsigned i;
	char c;

	s->options = o == NULL ? defaults : *o;
	if (s->options.language == NULL)
		s->options.language = language_default();
	s->lexicon = s->options.language->lexicon;
	lexicon_each(s->lexicon, ROLE_NUMBERED, see_entry, &s->has_ordinals);
	lexicon_each(s->lexicon, ROLE_ABBREVIATION_ENDINGS, see_entry,
	    &s->has_endings);
	s->question_mark = SPLITTER_NO_MARK;
	for (i = 0; i < sizeof(s->vowel); i++) {
		c = (char)i;
		if (i < 0x80 && lexicon_has(s->lexicon, ROLE_QUESTION_MARKS,
		    &c, 1))
			s->question_mark = (unsigned char)i;
		s->vowel[i] = byte_is(i, CHAR_WIDE) ||
		    (byte_is(i, CHAR_LOWER) &&
		    lexicon_has(s->lexicon, ROLE_VOWELS, &c, 1));
	}
	return s;
}

struct splitter *
splitter_new(const struct sentence_options *o)
{
	struct splitter *s = splitter_bare(o);

	use_model(s, s->options.language->sentences,
	    s->options.language->sentences_end);
	return s;
}

void
splitter_free(struct splitter *s)
{
	given_free(s->given);
	free(s);
}

const char *
splitter_word(struct splitter *s, const char *line, size_t len)
{
	if (s->given == NULL)
		s->given = given_new();
	return given_add(s->given, line, len);
}
