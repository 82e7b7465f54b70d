/*
 * roles.h -- the word lists a language can have, and what they are to the code
 *
 * A list plays a role, a row of LEXICON_ROLES below:
 *
 *	ROLE(NAME, file, words, form, values)
 *
 * The code asks for ROLE_NAME; the list is FILE.txt in the language's folder,
 * common/languages/CODE.  A language without the file has an empty list.  An
 * entry is at most so many words, and has this form, or the code could never
 * find it in a text: one that has not fails the build, by file and line, and so
 * does a file that is no role's.
 *
 * How a list is written, and how a word, a list or a language is added, is told
 * in common/languages/en/README.md.
 */
#ifndef COMMON_LEXICON_ROLES_H
#define COMMON_LEXICON_ROLES_H

#include <stdint.h>

/*
 * The longest entries, in bytes.  What a caller folds a word into holds as much
 * and the four bytes of a character that token_fold() wants free.
 */
#define LEXICON_WORD	24		/* of one word */
#define LEXICON_SHORT	16		/* of one with FORM_SHORT */
#define LEXICON_PHRASE	60		/* of several */
#define LEXICON_CLITIC	2		/* round an apostrophe */
#define LEXICON_FOLD	(LEXICON_WORD + 4)

/* The form of a list's entries, as bits. */
#define FORM_LOWER	0x01	/* no capital: looked up in lower case */
#define FORM_LETTERS	0x02	/* a to z and A to Z, nothing else */
#define FORM_NO_STOP	0x04	/* no full stop: looked up without any */
#define FORM_CUT	0x08	/* written without the full stop at its end */
#define FORM_ONE	0x10	/* a single letter: words are asked for one */
#define FORM_SHORT	0x20	/* LEXICON_SHORT bytes at most */
#define FORM_CLITIC	0x40	/* an apostrophe, LEXICON_CLITIC round it */
#define FORM_VALUE	0x80	/* a value word behind it, at least one */
#define FORM_TEXT	0x100	/* a text behind it, and behind its values */
#define FORM_VERB	0x200	/* a verb: its forms are found (forms.h) */

/*
 * The value words of a list, of which an entry can have several: VALUE(NAME,
 * word) makes the bit NAME of them.
 */
#define NO_VALUES(VALUE)

/*
 * Of an abbreviation: what it stands for.  Of several kinds the one that an
 * entry names first counts, its likeliest: these are no bits, but numbers from
 * 1 as lexicon_first() gives them, and models know them.
 */
#define ABBREVIATION_KINDS(VALUE) \
	VALUE(ABBREV_TITLE, "title")		/* before a name */ \
	VALUE(ABBREV_PREFIX, "prefix")		/* before anything */ \
	VALUE(ABBREV_SUFFIX, "suffix")		/* after a name */ \
	VALUE(ABBREV_COMPANY, "company") \
	VALUE(ABBREV_STATE, "state") \
	VALUE(ABBREV_COUNTRY, "country") \
	VALUE(ABBREV_MONTH, "month") \
	VALUE(ABBREV_DAY, "day") \
	VALUE(ABBREV_TIME, "time") \
	VALUE(ABBREV_NUMBER, "number")		/* before a number */ \
	VALUE(ABBREV_PLACE, "place") \
	VALUE(ABBREV_LATIN, "latin") \
	VALUE(ABBREV_UNIT, "unit") \
	VALUE(ABBREV_ORGANIZATION, "organization") \
	VALUE(ABBREV_NAME, "name")		/* a given name */ \
	VALUE(ABBREV_OTHER, "other")

/* Of a verb: what it can bring in. */
#define CUE_VALUES(VALUE) \
	VALUE(CUE_SAYS, "say")			/* a clause: say that */ \
	VALUE(CUE_TELLS, "tell")		/* an addressee first */ \
	VALUE(CUE_DIRECTS, "direct")		/* urge them to */ \
	VALUE(CUE_PROMISES, "promise")		/* vow to */ \
	VALUE(CUE_WRITES, "write") \
	VALUE(CUE_ASKS, "ask") \
	VALUE(CUE_JUDGES, "judge")		/* call it something */ \
	VALUE(CUE_MANNER, "manner")		/* in fiction: mutter */ \
	VALUE(CUE_OTHER, "other") \
	VALUE(CUE_THINKS, "think")		/* not always said */

/* Of a word at a verb of saying: what it makes of the report. */
#define HEDGE_VALUES(VALUE) \
	VALUE(HEDGE_NOT, "not")			/* did not say */ \
	VALUE(HEDGE_STILL, "still")		/* not only said */ \
	VALUE(HEDGE_IF, "if")			/* if he says */ \
	VALUE(HEDGE_MIGHT, "might")		/* he might say */ \
	VALUE(HEDGE_ASK, "ask")			/* did he say */ \
	VALUE(HEDGE_WHEN, "when")		/* when he protested, ... */ \
	VALUE(HEDGE_AS, "as")			/* as he says, ... */

/* Of a word in a phrase that tells where something was said. */
#define SAYING_VALUES(VALUE) \
	VALUE(SAYING_AT, "at")			/* in a statement */ \
	VALUE(SAYING_DURING, "during")		/* during any */ \
	VALUE(SAYING_PLACE, "place")		/* statement */

/* Of what stands before a colon at the beginning of a line. */
#define LABEL_VALUES(VALUE) \
	VALUE(LABEL_SPEAKER, "speaker")		/* the witness */ \
	VALUE(LABEL_LETTER, "letter")		/* q */ \
	VALUE(LABEL_OTHER, "other")		/* note */

/*
 * Of a word that is a number or stands at one: what it does; the text: how
 * much.
 */
#define NUMERAL_VALUES(VALUE) \
	VALUE(NUMERAL_COUNT, "count")		/* twelve */ \
	VALUE(NUMERAL_POWER, "power")		/* million: of ten */ \
	VALUE(NUMERAL_TIMES, "times")		/* dozen */ \
	VALUE(NUMERAL_ORDINAL, "ordinal")	/* twelfth */ \
	VALUE(NUMERAL_NTH, "nth")		/* th: of 12th */ \
	VALUE(NUMERAL_UNIT, "unit")		/* percent: its sign */ \
	VALUE(NUMERAL_SUFFIX, "suffix")		/* m: of $5m, a power */ \
	VALUE(NUMERAL_AND, "and")		/* two hundred and six */ \
	VALUE(NUMERAL_PER, "per")		/* two per cent */ \
	VALUE(NUMERAL_CENT, "cent")		/* its sign with "per" */

/* Of a word that an agency puts around a story: where it stands. */
#define STORY_MARK_VALUES(VALUE) \
	VALUE(STORY_SLUG, "slug")		/* UPDATE 2- */ \
	VALUE(STORY_MORE, "more")		/* BREAKING NEWS: */ \
	VALUE(STORY_NOTE, "note")		/* (Adds quote) */ \
	VALUE(STORY_BY, "by")			/* By Jane Roe */

/* Of a word behind a time of day: whether the time goes on with it. */
#define TIME_VALUES(VALUE) \
	VALUE(TIME_ZONE, "zone")		/* 9 a.m. GMT */ \
	VALUE(TIME_VERB, "verb")		/* at 9 p.m. Monday was */

/* Of what is written behind figures: what these are then. */
#define NUMBER_ENDING_VALUES(VALUE) \
	VALUE(ENDING_DECADE, "decade")		/* 1990s */

/* Of a person: what pronoun fits. */
#define GENDERS(VALUE) \
	VALUE(GENDER_MALE, "male") \
	VALUE(GENDER_FEMALE, "female")

#define TITLE_VALUES(VALUE) \
	GENDERS(VALUE) \
	/* Mr. and the like: with the surname, and no office. */ \
	VALUE(TITLE_COURTESY, "courtesy")

/* Of a pronoun: whom it may stand for. */
#define PRONOUN_VALUES(VALUE) \
	VALUE(PRONOUN_HE, "he") \
	VALUE(PRONOUN_SHE, "she") \
	VALUE(PRONOUN_IT, "it") \
	VALUE(PRONOUN_THEY, "they") \
	/* The speaker, with others or without. */ \
	VALUE(PRONOUN_I, "I") \
	VALUE(PRONOUN_WE, "we") \
	/* Who or what stands right before: which. */ \
	VALUE(PRONOUN_WHO, "who") \
	/* And that is no thing: whose. */ \
	VALUE(PRONOUN_PERSON, "person") \
	/* Nobody but who spoke or did something: himself. */ \
	VALUE(PRONOUN_SELF, "self") \
	/* Somebody whom the words do not tell: another. */ \
	VALUE(PRONOUN_NOBODY, "nobody")

#define DEFINITE_VALUES(VALUE) \
	VALUE(DEFINITE_ARTICLE, "article")

#define NAMING_VALUES(VALUE) \
	/* The name follows at once: nicknamed. */ \
	VALUE(NAMING_NEXT, "next")

#define SUFFIX_VALUES(VALUE) \
	/* No part of the name: MP. */ \
	VALUE(SUFFIX_ADDED, "added")

/* Of a word that tells when what is said takes place. */
#define TENSE_VALUES(VALUE) \
	VALUE(TENSE_PAST, "past")		/* went */ \
	VALUE(TENSE_FUTURE, "future")		/* will */ \
	/* The one that follows is to come: are to meet. */ \
	VALUE(TENSE_BE, "be") \
	VALUE(TENSE_TO, "to") \
	/* What stands right behind is to come: until Monday. */ \
	VALUE(TENSE_UNTIL, "until") \
	/* Of a day right behind it, it may be any: a Friday. */ \
	VALUE(TENSE_ANY, "any") \
	/* A verb that ends so is in the past: -ed. */ \
	VALUE(TENSE_ENDING, "ending")

#define LEXICON_ROLES(ROLE) \
	/* What is written with a full stop, as written: Mr, U.S, Nov. */ \
	ROLE(ABBREVIATIONS, "abbreviation-kinds", 1, \
	    FORM_CUT | FORM_VALUE, ABBREVIATION_KINDS) \
	/* What shortens the end of a compound, with its kind: Bahnhofstr. */ \
	ROLE(ABBREVIATION_ENDINGS, "abbreviation-endings", 1, \
	    FORM_LOWER | FORM_NO_STOP | FORM_VALUE, ABBREVIATION_KINDS) \
	/* What ends the name of a body, place, law or thing: council. */ \
	ROLE(BODY_ENDINGS, "body-endings", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What joins the parts of a body's name: the Bank of England. */ \
	ROLE(BODY_JOINTS, "body-joints", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What stands before a body's name and says what it is: agency. */ \
	ROLE(BODY_NOUNS, "body-nouns", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What stands between words and whose they are: more from. */ \
	ROLE(BRINGING_WORDS, "bringing-words", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What comes off the end of a word as a token: 's. */ \
	ROLE(CLITICS, "clitics", 1, \
	    FORM_LOWER | FORM_CLITIC, NO_VALUES) \
	/* What ends the full name of a company: corp. */ \
	ROLE(COMPANY_ENDINGS, "company-endings", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What ends a compound before a name: New York-based. */ \
	ROLE(COMPOUND_ENDINGS, "compound-endings", 1, \
	    FORM_LOWER, NO_VALUES) \
	/* What has a word that reports and does not: needless to say. */ \
	ROLE(CUE_IDIOMS, "cue-idioms", 5, \
	    FORM_LOWER, NO_VALUES) \
	/* Nouns that bring in what was said, with their singular. */ \
	ROLE(CUE_NOUNS, "cue-nouns", 1, \
	    FORM_LOWER | FORM_TEXT, NO_VALUES) \
	/* Verbs that do so with the next word, and how: fire back. */ \
	ROLE(CUE_PARTICLES, "cue-particles", 2, \
	    FORM_LOWER | FORM_VALUE | FORM_VERB, CUE_VALUES) \
	/* Words that do so with the next one, the text: according to. */ \
	ROLE(CUE_PHRASES, "cue-phrases", 1, \
	    FORM_LOWER | FORM_TEXT, NO_VALUES) \
	/* Verbs that do so, and how: say. */ \
	ROLE(CUE_VERBS, "cue-verbs", 1, \
	    FORM_LOWER | FORM_VALUE | FORM_VERB, CUE_VALUES) \
	/* Countries (ISO 3166), words for their money and its codes. */ \
	ROLE(COUNTRY_MONEY, "country-money", 1, \
	    FORM_LETTERS | FORM_SHORT | FORM_TEXT, NO_VALUES) \
	/* What begins a phrase for somebody named before: the, his. */ \
	ROLE(DEFINITE, "definite", 1, \
	    FORM_LOWER | FORM_NO_STOP, DEFINITE_VALUES) \
	/* What turns the meaning round where it is put: not. */ \
	ROLE(DISTINCTIONS, "distinctions", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_SHORT, NO_VALUES) \
	/* Nouns for what is written and speaks: report. */ \
	ROLE(DOCUMENT_NOUNS, "document-nouns", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What is written with an apostrophe in front: 'em, here em. */ \
	ROLE(ELISIONS, "elisions", 1, \
	    FORM_LOWER | FORM_LETTERS, NO_VALUES) \
	/* Family names that stand before the given name: kim. */ \
	ROLE(FAMILY_FIRST, "family-first", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* Given names, and whether he or she bears them. */ \
	ROLE(GIVEN_GENDERS, "given-genders", 1, \
	    FORM_LOWER | FORM_NO_STOP | FORM_VALUE, GENDERS) \
	/* Names with a mark of their own, as written: Yahoo!, Panic! At. */ \
	ROLE(MARKED_NAMES, "marked-names", 2, \
	    0, NO_VALUES) \
	/* Who hears what others say: court, jury. */ \
	ROLE(HEARING_NOUNS, "hearing-nouns", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What makes a report something else than that it was said: not. */ \
	ROLE(HEDGES, "hedges", 1, \
	    FORM_LOWER | FORM_VALUE, HEDGE_VALUES) \
	/* What begins a noun phrase that brings in somebody: a, another. */ \
	ROLE(INDEFINITE, "indefinite", 1, \
	    FORM_LOWER | FORM_LETTERS, NO_VALUES) \
	/* What may stand before a colon at the beginning of a line. */ \
	ROLE(LABELS, "labels", 4, \
	    FORM_LOWER | FORM_NO_STOP | FORM_VALUE, LABEL_VALUES) \
	/* The months, as written. */ \
	ROLE(MONTHS, "months", 1, \
	    0, NO_VALUES) \
	/* Small words inside a person's name: van, bin. */ \
	ROLE(NAME_PARTICLES, "name-particles", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What follows a surname, as written: Jr, MP. */ \
	ROLE(NAME_SUFFIXES, "name-suffixes", 1, \
	    FORM_CUT, SUFFIX_VALUES) \
	/* What stands between somebody and his name: identified (as). */ \
	ROLE(NAMING_WORDS, "naming-words", 1, \
	    FORM_LOWER | FORM_NO_STOP, NAMING_VALUES) \
	/* What is written behind figures: 1990s. */ \
	ROLE(NUMBER_ENDINGS, "number-endings", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_VALUE, NUMBER_ENDING_VALUES) \
	/* What an ordinal with its stop goes on with: 3. Oktober. */ \
	ROLE(NUMBERED, "numbered", 1, \
	    0, NO_VALUES) \
	/* Numbers, what multiplies them and their units, and what each is. */ \
	ROLE(NUMERALS, "numerals", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_SHORT | FORM_VALUE | \
	    FORM_TEXT, \
	    NUMERAL_VALUES) \
	/* Words that exclude each other, with axis:pole: rose, fell. */ \
	ROLE(OPPOSITES, "opposites", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_SHORT | FORM_TEXT, \
	    NO_VALUES) \
	/* What follows the name of a publication: newspaper. */ \
	ROLE(PAPERS, "papers", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* Nouns for one person, beside titles: neighbour. */ \
	ROLE(PERSON_NOUNS, "person-nouns", 1, \
	    FORM_LOWER | FORM_NO_STOP, GENDERS) \
	/* Places in datelines and their countries (ISO 3166). */ \
	ROLE(PLACE_COUNTRIES, "place-countries", 5, \
	    FORM_LOWER | FORM_NO_STOP | FORM_TEXT, NO_VALUES) \
	/* The last letter of a plural that owns: the traders' union. */ \
	ROLE(PLURAL_ENDINGS, "plural-endings", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_ONE, NO_VALUES) \
	/* Pronouns, and whom they may stand for. */ \
	ROLE(PRONOUNS, "pronouns", 1, \
	    FORM_LOWER | FORM_NO_STOP | FORM_VALUE, PRONOUN_VALUES) \
	/* An ASCII mark that is a question mark in this language: Greek ;. */ \
	ROLE(QUESTION_MARKS, "question-marks", 1, \
	    0, NO_VALUES) \
	/* Where something is said: in a statement. */ \
	ROLE(SAYING_PLACES, "saying-places", 1, \
	    FORM_LOWER | FORM_NO_STOP | FORM_VALUE, SAYING_VALUES) \
	/* Small words that begin a sentence, before a name: although. */ \
	ROLE(SENTENCE_OPENERS, "sentence-openers", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* Names in small letters even where a sentence begins: bell hooks. */ \
	ROLE(SMALL_NAMES, "small-names", 2, \
	    0, NO_VALUES) \
	/* What a transcript has in brackets: (Applause), [Crowd chanting]. */ \
	ROLE(STAGE_WORDS, "stage-words", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* What an agency puts around a story: update, correction. */ \
	ROLE(STORY_MARKS, "story-marks", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_SHORT | FORM_VALUE, \
	    STORY_MARK_VALUES) \
	/* What tells whether a day named is past or to come: will. */ \
	ROLE(TENSES, "tenses", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_VALUE, TENSE_VALUES) \
	/* What tells when, behind this or last: week. */ \
	ROLE(TIME_NOUNS, "time-nouns", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* Titles that are short for others, and these: sgt, sergeant. */ \
	ROLE(TITLE_FORMS, "title-forms", 1, \
	    FORM_LOWER | FORM_NO_STOP | FORM_TEXT, NO_VALUES) \
	/* What else who bears a title may be called: constable, officer. */ \
	ROLE(TITLE_KINDS, "title-kinds", 1, \
	    FORM_LOWER | FORM_NO_STOP | FORM_TEXT, NO_VALUES) \
	/* What stands behind a time of day, or behind its day: gmt, was. */ \
	ROLE(TIME_WORDS, "time-words", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_VALUE, TIME_VALUES) \
	/* What stands before a person's name: mr, president, analyst. */ \
	ROLE(TITLES, "titles", 1, \
	    FORM_LOWER | FORM_NO_STOP, TITLE_VALUES) \
	/* What a verb ends in, * for any, and how its forms are made. */ \
	ROLE(VERB_ENDINGS, "verb-endings", 1, \
	    FORM_LOWER | FORM_TEXT, NO_VALUES) \
	/* Letters without one of which hardly a word is made. */ \
	ROLE(VOWELS, "vowels", 1, \
	    FORM_LOWER | FORM_LETTERS | FORM_ONE, NO_VALUES) \
	/* Days of the week, and words that tell the day, as written. */ \
	ROLE(WEEKDAYS, "weekdays", 1, \
	    0, NO_VALUES) \
	/* What stands before a title in marks: the film. */ \
	ROLE(WORK_NOUNS, "work-nouns", 1, \
	    FORM_LOWER | FORM_NO_STOP, NO_VALUES) \
	/* Places and peoples by their names, of one word or more. */ \
	ROLE(CAPITALS, "gazetteer/capitals", 8, \
	    0, NO_VALUES) \
	ROLE(COUNTRIES, "gazetteer/countries", 8, \
	    0, NO_VALUES) \
	ROLE(DEMONYMS, "gazetteer/demonyms", 8, \
	    FORM_LOWER, NO_VALUES) \
	ROLE(US_STATES, "gazetteer/us-states", 8, \
	    0, NO_VALUES)

enum lexicon_role {
#define ROLE(name, file, words, form, values)	ROLE_##name,
	LEXICON_ROLES(ROLE)
#undef ROLE
	LEXICON_ROLE_COUNT
};
/* A set of roles is a uint64_t, a bit for each. */
_Static_assert(LEXICON_ROLE_COUNT <= 64, "roles are bits");
#define ROLE_BIT(role)	((uint64_t)1 << (role))

/* The bits of value words; GENDERS are the first of TITLE_VALUES. */
#define LEXICON_PLACE(name, word)	name##_PLACE,
#define LEXICON_BITS(name, word)	name = 1 << name##_PLACE,
#define LEXICON_VALUES(values) \
	enum { values(LEXICON_PLACE) }; \
	enum { values(LEXICON_BITS) };
LEXICON_VALUES(CUE_VALUES)
LEXICON_VALUES(HEDGE_VALUES)
LEXICON_VALUES(SAYING_VALUES)
LEXICON_VALUES(LABEL_VALUES)
LEXICON_VALUES(NUMERAL_VALUES)
LEXICON_VALUES(STORY_MARK_VALUES)
LEXICON_VALUES(TITLE_VALUES)
LEXICON_VALUES(PRONOUN_VALUES)
LEXICON_VALUES(DEFINITE_VALUES)
LEXICON_VALUES(NAMING_VALUES)
LEXICON_VALUES(SUFFIX_VALUES)
LEXICON_VALUES(NUMBER_ENDING_VALUES)
LEXICON_VALUES(TENSE_VALUES)
LEXICON_VALUES(TIME_VALUES)

enum abbreviation {
	ABBREV_NONE,
#define LEXICON_NAME(name, word)	name,
	ABBREVIATION_KINDS(LEXICON_NAME)
};

#endif
