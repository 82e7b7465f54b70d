/*
 * mklexicon -- turn a language's folder into C: mklexicon FOLDER OUTDIR
 * or print what a list says of every word in it: mklexicon -l LIST FOLDER
 *
 * FOLDER is common/languages/CODE.  OUTDIR/lexicon_CODE.c will define
 * lexicon_CODE (table.h) of its word lists, and OUTDIR/language_CODE.c
 * language_CODE (language.h), with the name in the file FOLDER/name.
 *
 * The lists are the roles of roles.h.  A line is an entry:
 *
 *	word[<tab>value words][<tab>text]
 *
 * with the columns that the role has.  Of a verb (FORM_VERB) all forms are
 * entries, made as forms.h says, and it is their text.  '#' at the beginning of
 * a line makes it a comment.  What the code could not use (an entry of another
 * form than the role's, a value word that is none, the same word twice, a list
 * that is no role's) is said with its file and line, all of it, and then
 * nothing is written.
 */
#include <ctype.h>
#include <dirent.h>
#include <err.h>
#include <search.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <utf8proc.h>

#include "common/base/base.h"
#include "common/lexicon/forms.h"
#include "common/lexicon/mklist.h"
#include "common/lexicon/roles.h"
#include "common/lexicon/table.h"

#define WORDS_MAX	64		/* value words of a role, as bits */

static const struct role {
	const char	*file;
	unsigned	 words;		/* of an entry, at most */
	unsigned	 form;
	const char	*values[WORDS_MAX + 1];	/* ended by NULL */
} roles[] = {
#define VALUE(name, word)	word,
#define ROLE(name, file, words, form, values) \
	{ file, words, form, { values(VALUE) NULL } },
	LEXICON_ROLES(ROLE)
#undef ROLE
#undef VALUE
};

/* A word and what each of its lists says of it. */
struct lexeme {
	char		*word;
	uint64_t	 lists;
	struct {
		char		*text;
		unsigned	 set;
	}		 value[LEXICON_ROLE_COUNT];
};

static struct lexeme	*entries;
static size_t		 nentries, capacity;
static uint32_t		*slots;		/* index + 1 */
static size_t		 nslots;

/* Sets of value words; the first is empty. */
static struct lexicon_set sets[UINT16_MAX];
static unsigned		 nsets = 1;

static char		 name[64];	/* of the language, in English */

/* What is being read, for messages, and what was wrong so far. */
static char		 list[4096];
static unsigned		 line_number, faults;

static void
rehash(void)
{
	size_t i, j;

	nslots = nslots ? nslots * 2 : 256;
	free(slots);
	if ((slots = calloc(nslots, sizeof(*slots))) == NULL)
		err(1, NULL);
	for (i = 0; i < nentries; i++) {
		j = lexicon_hash(entries[i].word, strlen(entries[i].word));
		while (slots[j &= nslots - 1] != 0)
			j++;
		slots[j] = i + 1;
	}
}

/* The slot of a word, or the free one where it would be. */
static uint32_t *
slot_of(const char *word)
{
	size_t j;

	for (j = lexicon_hash(word, strlen(word)); slots[j &= nslots - 1]; j++)
		if (strcmp(entries[slots[j] - 1].word, word) == 0)
			break;
	return &slots[j];
}

static struct lexeme *
entry(const char *word)
{
	uint32_t *slot;

	if (nentries * 2 >= nslots)
		rehash();
	if (*(slot = slot_of(word)) != 0)
		return &entries[*slot - 1];
	entries = array_grow(entries, &capacity, nentries + 1,
	    sizeof(*entries));
	memset(&entries[nentries], 0, sizeof(*entries));
	if ((entries[nentries].word = strdup(word)) == NULL)
		err(1, NULL);
	*slot = nentries + 1;
	return &entries[nentries++];
}

/* A fault of the line at hand. */
static void
fault(const char *format, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%u: ", list, line_number);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	faults++;
}

/* Whether what the form asks for is true of every character of a word. */
static void
check_characters(const char *word, unsigned form)
{
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)word;
	utf8proc_ssize_t n;
	utf8proc_int32_t c;

	for (; *p != '\0'; p += n) {
		if ((n = utf8proc_iterate(p, -1, &c)) <= 0) {
			fault("\"%s\" is not UTF-8", word);
			return;
		}
		if ((form & FORM_LOWER) && utf8proc_tolower(c) != c) {
			fault("\"%s\" has a capital: words are looked up here "
			    "in lower case", word);
			return;
		}
		if ((form & FORM_LETTERS) && (c >= 0x80 || !isalpha(c))) {
			fault("\"%s\": only the letters a to z can be matched",
			    word);
			return;
		}
	}
}

/* The bytes that an entry of a role can have. */
static size_t
longest(const struct role *r)
{
	return (r->form & FORM_SHORT) ? LEXICON_SHORT :
	    r->words == 1 ? LEXICON_WORD : LEXICON_PHRASE;
}

static void
check_clitic(const char *word)
{
	size_t before = strcspn(word, "'");
	const char *behind = word + before + (word[before] != '\0');

	if (word[before] == '\0' || strchr(behind, '\'') != NULL ||
	    before > LEXICON_CLITIC || strlen(behind) > LEXICON_CLITIC)
		fault("\"%s\": a clitic has one apostrophe and up to %d bytes "
		    "before and behind it", word, LEXICON_CLITIC);
}

static void
check_word(const char *word, const struct role *r)
{
	size_t len = strlen(word), most = longest(r);
	unsigned words = 1;
	const char *p;

	if (len == 0 || word[0] == ' ' || word[len - 1] == ' ' ||
	    strstr(word, "  ") != NULL) {
		fault("\"%s\": an entry is words with one space between", word);
		return;
	}
	for (p = word; (p = strchr(p, ' ')) != NULL; p++)
		words++;
	if (words > r->words)
		fault("\"%s\" has %u words: in this list it can have %u", word,
		    words, r->words);
	if (len > most)
		fault("\"%s\" has %zu bytes: it can have %zu", word, len, most);
	if ((r->form & FORM_ONE) && len > 1)
		fault("\"%s\": in this list an entry is one letter", word);
	if (r->form & FORM_CLITIC)
		check_clitic(word);
	if ((r->form & FORM_NO_STOP) && strchr(word, '.') != NULL)
		fault("\"%s\" has a full stop: words are looked up here "
		    "without", word);
	if ((r->form & FORM_CUT) && word[len - 1] == '.')
		fault("\"%s\": words are looked up here without the full "
		    "stop at their end", word);
	check_characters(word, r->form);
}

/* The number of a value word of a role, from 1; 0 if it is none. */
static unsigned
value_number(const struct role *r, const char *s, size_t n)
{
	unsigned i;

	for (i = 0; r->values[i] != NULL; i++)
		if (strlen(r->values[i]) == n &&
		    memcmp(r->values[i], s, n) == 0)
			return i + 1;
	return 0;
}

/* The set of the value words in a column. */
static unsigned
read_set(const struct role *r, const char *s)
{
	struct lexicon_set set = { 0, 0 };
	unsigned number, i;
	size_t n;

	for (; *s != '\0'; s += n + (s[n] == ' ')) {
		n = strcspn(s, " ");
		if ((number = value_number(r, s, n)) == 0) {
			fault("\"%.*s\" is no value of %s "
			    "(common/lexicon/roles.h)", (int)n, s, r->file);
			return 0;
		}
		if (set.first == 0)
			set.first = number;
		set.bits |= (uint64_t)1 << (number - 1);
	}
	for (i = 0; i < nsets; i++)
		if (sets[i].bits == set.bits && sets[i].first == set.first)
			return i;
	if (nsets == sizeof(sets) / sizeof(sets[0]))
		errx(1, "too many sets of values: widen lexicon_value.set");
	sets[nsets] = set;
	return nsets++;
}

static const char *
text_of(const struct lexeme *e, int role)
{
	return e->value[role].text != NULL ? e->value[role].text : "";
}

/* What a list says of a word so far, as verb_forms() asks. */
static const char *
text_in(enum lexicon_role role, const char *word, size_t len)
{
	char key[LEXICON_PHRASE + 1];
	const struct lexeme *e;
	uint32_t slot;

	if (len >= sizeof(key))
		return NULL;
	memcpy(key, word, len);
	key[len] = '\0';
	if ((slot = *slot_of(key)) == 0)
		return NULL;
	e = &entries[slot - 1];
	return e->lists & ROLE_BIT(role) ? text_of(e, role) : NULL;
}

/* What a line says of its entry, or of all forms of its verb. */
struct list_line {
	enum lexicon_role role;
	unsigned	 set;
	const char	*text;
};

static void
add(const char *word, const struct list_line *l)
{
	struct lexeme *e = entry(word);

	if (e->lists & ROLE_BIT(l->role))
		fault("\"%s\" is in this list twice", word);
	e->lists |= ROLE_BIT(l->role);
	e->value[l->role].set = l->set;
	if (l->text != NULL &&
	    (e->value[l->role].text = strdup(l->text)) == NULL)
		err(1, NULL);
}

/* A form, which may be one already: "hit" is the past, too. */
static void
add_form(const char *form, size_t len, void *arg)
{
	const struct list_line *l = arg;
	const char *known = text_in(l->role, form, len);
	char word[2 * LEXICON_WORD];

	if (known != NULL && strcmp(known, l->text) == 0)
		return;
	if (len > LEXICON_WORD) {
		fault("\"%.*s\" has %zu bytes: a form can have %d", (int)len,
		    form, len, LEXICON_WORD);
		return;
	}
	memcpy(word, form, len);
	word[len] = '\0';
	add(word, l);
}

/* The forms of a verb, or of the first of its words. */
static void
add_forms(const char *verb, const char *own, struct list_line *l)
{
	struct verb_forms to = { text_in, add_form, l };
	const char *wrong;
	size_t len = strcspn(verb, " ");

	l->text = verb;
	if (len > LEXICON_WORD) {
		fault("\"%s\": a verb has %d bytes at most", verb,
		    LEXICON_WORD);
		return;
	}
	wrong = verb_forms(&to, verb, len, own != NULL ? own : "");
	if (wrong != NULL)
		fault("\"%s\" leaves out what is no form of it: %s", verb,
		    wrong);
}

static void
read_line(char *line, enum lexicon_role role)
{
	const struct role *r = &roles[role];
	struct list_line l = { role, 0, NULL };
	char *values = NULL, *text = NULL, *more;

	more = mklist_column(line);
	if (r->values[0] != NULL) {
		values = more;
		more = mklist_column(values);
	}
	if (r->form & (FORM_TEXT | FORM_VERB)) {
		text = more;
		more = mklist_column(text);
	}
	if (more != NULL)
		fault("\"%s\": \"%s\" is one column too many", line, more);
	if ((r->form & FORM_VALUE) && (values == NULL || *values == '\0'))
		fault("\"%s\" has no value", line);
	if ((r->form & FORM_TEXT) && (text == NULL || *text == '\0'))
		fault("\"%s\" has nothing behind it", line);
	check_word(line, r);
	if (values != NULL)
		l.set = read_set(r, values);
	if (r->form & FORM_VERB) {
		add_forms(line, text, &l);
		return;
	}
	l.text = text;
	add(line, &l);
}

/* A role without a file is an empty list. */
static void
read_list(const char *folder, enum lexicon_role role)
{
	struct mklist l;
	char *line;

	snprintf(list, sizeof(list), "%s/%s.txt", folder, roles[role].file);
	if (access(list, F_OK) == -1)
		return;
	mklist_open(&l, list);
	while ((line = mklist_next(&l)) != NULL) {
		line_number = l.number;
		read_line(line, role);
	}
	faults += mklist_close(&l);
}

/* Lists that the code does not know, in the folder itself. */
static void
check_folder(const char *folder)
{
	struct dirent **found;
	const struct role *r;
	size_t len;
	int i, n;

	if ((n = scandir(folder, &found, NULL, alphasort)) == -1)
		err(1, "%s", folder);
	for (i = 0; i < n; i++, free(found[i - 1])) {
		len = strlen(found[i]->d_name);
		if (len < 4 || strcmp(found[i]->d_name + len - 4, ".txt") != 0)
			continue;
		for (r = roles; r < roles + LEXICON_ROLE_COUNT; r++)
			if (strlen(r->file) == len - 4 &&
			    memcmp(r->file, found[i]->d_name, len - 4) == 0)
				break;
		if (r < roles + LEXICON_ROLE_COUNT)
			continue;
		warnx("%s/%s: no role has this list (common/lexicon/roles.h)",
		    folder, found[i]->d_name);
		faults++;
	}
	free(found);
}

/* The language's name in English, the first line of FOLDER/name. */
static void
read_name(const char *folder)
{
	FILE *f;

	snprintf(list, sizeof(list), "%s/name", folder);
	if ((f = fopen(list, "r")) == NULL)
		err(1, "%s", list);
	line_number = 1;
	if (fgets(name, sizeof(name), f) == NULL)
		name[0] = '\0';
	name[strcspn(name, "\n")] = '\0';
	if (name[0] == '\0')
		fault("a language has a name");
	fclose(f);
}

static void
print_string(FILE *f, const char *s)
{
	putc('"', f);
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			putc('\\', f);
		if ((unsigned char)*s < ' ' || (unsigned char)*s > '~')
			fprintf(f, "\\%03o", (unsigned char)*s);
		else
			putc(*s, f);
	}
	putc('"', f);
}

/* Strings as they are written, each once: search.h's tree of struct text. */
struct text {
	const char	*s;
	size_t		 offset;
};

static void	*texts;
static size_t	 texts_len;

static int
compare_texts(const void *a, const void *b)
{
	return strcmp(((const struct text *)a)->s, ((const struct text *)b)->s);
}

/* Where the string is in the table's text; written there if it is new. */
static size_t
text_offset(FILE *f, const char *s)
{
	struct text *t, **found;

	if ((t = malloc(sizeof(*t))) == NULL)
		err(1, NULL);
	t->s = s;
	if ((found = tsearch(t, &texts, compare_texts)) == NULL)
		err(1, NULL);
	if (*found != t) {
		free(t);
		return (*found)->offset;
	}
	t->offset = texts_len;
	texts_len += strlen(s) + 1;
	putc('\t', f);
	print_string(f, s);
	fprintf(f, " \"\\0\"\n");
	return t->offset;
}

/* Where each entry stands in the table, of which a third at least is free. */
static uint32_t	*places;
static size_t	 nplaces;

static void
find_places(void)
{
	bool *taken;
	uint32_t at;
	size_t i, len;

	for (nplaces = 16; nplaces * 2 < nentries * 3; )
		nplaces *= 2;
	places = calloc(nentries + 1, sizeof(*places));
	taken = calloc(nplaces, sizeof(*taken));
	if (places == NULL || taken == NULL)
		err(1, NULL);
	/* Short words are asked for most, and so have the first choice. */
	for (len = 1; len <= LEXICON_PHRASE; len++)
		for (i = 0; i < nentries; i++) {
			if (strlen(entries[i].word) != len)
				continue;
			at = lexicon_hash(entries[i].word, len);
			while (taken[at &= nplaces - 1])
				at++;
			taken[at] = true;
			places[i] = at;
		}
	free(taken);
}

static bool
has_value(const struct lexeme *e, int role)
{
	return e->value[role].text != NULL || e->value[role].set != 0;
}

static void
write_text(FILE *f)
{
	size_t i;
	int role;

	fprintf(f, "static const char text[] =\n");
	text_offset(f, "");
	for (i = 0; i < nentries; i++) {
		text_offset(f, entries[i].word);
		for (role = 0; role < LEXICON_ROLE_COUNT; role++)
			if (has_value(&entries[i], role))
				text_offset(f, text_of(&entries[i], role));
	}
	fprintf(f, ";\n");
}

static void
write_values(FILE *f)
{
	size_t i;
	int role;

	fprintf(f, "static const struct lexicon_set sets[] = {\n");
	for (i = 0; i < nsets; i++)
		fprintf(f, "\t{ 0x%llxu, %u },\n",
		    (unsigned long long)sets[i].bits, sets[i].first);
	fprintf(f, "};\nstatic const struct lexicon_value values[] = {\n");
	for (i = 0; i < nentries; i++)
		for (role = 0; role < LEXICON_ROLE_COUNT; role++)
			if (has_value(&entries[i], role))
				fprintf(f, "\t{ %u, %d, %u, %zu },\n",
				    places[i], role,
				    entries[i].value[role].set,
				    text_offset(f, text_of(&entries[i], role)));
	fprintf(f, "\t{ UINT32_MAX, 0, 0, 0 }\n};\n");
}

/* One entry, at its place. */
static void
write_entry(FILE *f, const struct lexeme *e, size_t value)
{
	size_t len = strlen(e->word), i;

	fprintf(f, "\t[%u] = { 0x%llxu, %zu, %zu, %u, %zu, {",
	    places[e - entries], (unsigned long long)e->lists,
	    text_offset(f, e->word), value,
	    LEXICON_PRINT(lexicon_hash(e->word, len)), len);
	for (i = 0; i < len && i < LEXICON_HEAD; i++)
		fprintf(f, " '\\%03o',", (unsigned char)e->word[i]);
	fprintf(f, " } },\n");
}

static void
write_entries(FILE *f)
{
	size_t i, values = 0;
	int role;

	fprintf(f, "static const struct lexicon_entry entries[%zu] = {\n",
	    nplaces);
	for (i = 0; i < nentries; i++) {
		write_entry(f, &entries[i], values);
		for (role = 0; role < LEXICON_ROLE_COUNT; role++)
			values += has_value(&entries[i], role);
	}
	/* A language may have no lists: C wants an element. */
	if (nentries == 0)
		fprintf(f, "\t{ 0 }\n");
	fprintf(f, "};\n");
}

static uint32_t
sieve_bits(void)
{
	return nentries > LEXICON_FEW ? LEXICON_SIEVE : LEXICON_SIEVE_SMALL;
}

static void
write_sieve(FILE *f)
{
	static uint32_t sieve[LEXICON_SIEVE / 32];
	uint32_t bit;
	size_t i;

	for (i = 0; i < nentries; i++) {
		bit = LEXICON_BIT(lexicon_hash(entries[i].word,
		    strlen(entries[i].word)), sieve_bits());
		sieve[bit / 32] |= 1u << bit % 32;
	}
	fprintf(f, "static const uint32_t sieve[] = {");
	for (i = 0; i < sieve_bits() / 32; i++)
		fprintf(f, "%s%uu,", i % 8 == 0 ? "\n\t" : " ", sieve[i]);
	fprintf(f, "\n};\n");
}

static FILE *
create(const char *dir, const char *what, const char *code, const char *folder)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s_%s.c", dir, what, code);
	if ((f = fopen(path, "w")) == NULL)
		err(1, "%s", path);
	fprintf(f, "/* Made by mklexicon from %s. */\n", folder);
	return f;
}

static void
finish(FILE *f, const char *dir)
{
	if (ferror(f) || fclose(f) != 0)
		err(1, "%s", dir);
}

static void
write_lexicon(const char *dir, const char *folder, const char *code)
{
	FILE *f = create(dir, "lexicon", code, folder);

	find_places();
	fprintf(f, "#include \"common/lexicon/table.h\"\n");
	write_text(f);
	write_values(f);
	write_entries(f);
	write_sieve(f);
	fprintf(f, "extern const struct lexicon lexicon_%s;\n", code);
	fprintf(f, "const struct lexicon lexicon_%s = {\n"
	    "\tsieve, entries, values, sets, text, %zu, %u\n"
	    "};\n", code, nplaces - 1, (unsigned)sieve_bits());
	finish(f, dir);
}

static void
write_language(const char *dir, const char *folder, const char *code)
{
	FILE *f = create(dir, "language", code, folder);

	fprintf(f, "#include \"common/lexicon/language.h\"\n");
	fprintf(f, "extern const struct lexicon lexicon_%s;\n", code);
	fprintf(f, "extern const unsigned char model_%s_sentences[], "
	    "model_%s_sentences_end[];\n", code, code);
	fprintf(f, "extern const struct language language_%s;\n", code);
	fprintf(f, "const struct language language_%s = {\n\t", code);
	print_string(f, code);
	fprintf(f, ", ");
	print_string(f, name);
	fprintf(f, ",\n\t&lexicon_%s, model_%s_sentences, "
	    "model_%s_sentences_end\n};\n", code, code, code);
	finish(f, dir);
}

/* The endings of verbs are known when forms are made. */
static void
read_lists(const char *folder)
{
	int role, verbs;

	for (verbs = 0; verbs < 2; verbs++)
		for (role = 0; role < LEXICON_ROLE_COUNT; role++)
			if (((roles[role].form & FORM_VERB) != 0) == verbs)
				read_list(folder, role);
}

/* The words of a list with their value words and texts, a line each. */
static void
print_list(const char *file)
{
	const struct lexeme *e;
	const struct role *r;
	uint64_t bits;
	unsigned i;
	int role;

	for (r = roles; strcmp(r->file, file) != 0;)
		if (++r == roles + LEXICON_ROLE_COUNT)
			errx(1, "%s: no such list", file);
	role = (int)(r - roles);
	for (e = entries; e < entries + nentries; e++) {
		if (!(e->lists & ROLE_BIT(role)))
			continue;
		printf("%s\t", e->word);
		bits = sets[e->value[role].set].bits;
		for (i = 0; bits != 0; i++, bits >>= 1)
			if (bits & 1)
				printf("%s%s", r->values[i],
				    bits > 1 ? " " : "");
		printf("\t%s\n", text_of(e, role));
	}
}

int
main(int argc, char *argv[])
{
	const char *code, *print = NULL;

	if (argc == 4 && strcmp(argv[1], "-l") == 0) {
		print = argv[2];
		argv += 2;
	} else if (argc != 3)
		errx(1, "usage: mklexicon FOLDER OUTDIR | -l LIST FOLDER");
	code = strrchr(argv[1], '/') ? strrchr(argv[1], '/') + 1 : argv[1];
	rehash();
	read_lists(argv[1]);
	check_folder(argv[1]);
	read_name(argv[1]);
	if (faults > 0)
		return 1;
	if (print != NULL) {
		print_list(print);
		return 0;
	}
	write_lexicon(argv[2], argv[1], code);
	write_language(argv[2], argv[1], code);
	return 0;
}
