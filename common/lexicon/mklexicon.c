/*
 * mklexicon -- turn the word lists into C: mklexicon OUTDIR LIST.txt ...
 *
 * Writes OUTDIR/lexicon_classes.h (an enum with one LEX_ constant a list, in
 * the order given) and OUTDIR/lexicon.c: an open-addressed table of entries
 * with the classes they are in and, for those that have one, their values.
 */
#include <ctype.h>
#include <err.h>
#include <search.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/lexicon/lexicon_hash.h"
#include "common/lexicon/lexicon_table.h"

#define MAXCLASSES 64

struct lexeme {
	char		*word;
	uint64_t	 classes;
	char		*value[MAXCLASSES];
};

static struct lexeme	*entries;
static size_t		 nentries, capacity;
static uint32_t		*slots;		/* index + 1 */
static size_t		 nslots;

static void
rehash(void)
{
	size_t i, j;

	nslots = nslots ? nslots * 2 : 1024;
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

static struct lexeme *
entry(const char *word)
{
	struct lexeme *grown;
	size_t j;

	if (nentries * 2 >= nslots)
		rehash();
	for (j = lexicon_hash(word, strlen(word)); slots[j &= nslots - 1]; j++)
		if (strcmp(entries[slots[j] - 1].word, word) == 0)
			return &entries[slots[j] - 1];
	if (nentries == capacity) {
		capacity = capacity ? capacity * 2 : 1024;
		grown = realloc(entries, capacity * sizeof(*entries));
		if (grown == NULL)
			err(1, NULL);
		entries = grown;
	}
	memset(&entries[nentries], 0, sizeof(*entries));
	if ((entries[nentries].word = strdup(word)) == NULL)
		err(1, NULL);
	slots[j] = nentries + 1;
	return &entries[nentries++];
}

static void
read_list(const char *path, int class)
{
	FILE *f;
	char *line = NULL, *tab, *end;
	size_t cap = 0;
	ssize_t n;
	struct lexeme *e;

	if ((f = fopen(path, "r")) == NULL)
		err(1, "%s", path);
	while ((n = getline(&line, &cap, f)) > 0) {
		if (line[0] == '#')
			continue;
		for (end = line + n; end > line && isspace((unsigned char)end[-1]);)
			*--end = '\0';
		if (line[0] == '\0')
			continue;
		if ((tab = strchr(line, '\t')) != NULL)
			*tab++ = '\0';
		e = entry(line);
		e->classes |= (uint64_t)1 << class;
		if (tab != NULL && e->value[class] == NULL &&
		    (e->value[class] = strdup(tab)) == NULL)
			err(1, NULL);
	}
	if (ferror(f))
		err(1, "%s", path);
	free(line);
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

static FILE *
create(const char *dir, const char *name)
{
	char path[4096];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	if ((f = fopen(path, "w")) == NULL)
		err(1, "%s", path);
	fprintf(f, "/* Made by mklexicon from common/languages/en. */\n");
	return f;
}

static void
write_classes(const char *dir, int n, char *paths[])
{
	FILE *f = create(dir, "lexicon_classes.h");
	const char *p;
	int i;

	fprintf(f, "#ifndef LEXICON_CLASSES_H\n#define LEXICON_CLASSES_H\n\n");
	fprintf(f, "enum lexicon_class {\n");
	for (i = 0; i < n; i++) {
		p = strrchr(paths[i], '/') ? strrchr(paths[i], '/') + 1 : paths[i];
		fprintf(f, "\tLEX_");
		for (; *p != '\0' && *p != '.'; p++)
			putc(*p == '-' ? '_' : toupper((unsigned char)*p), f);
		fprintf(f, ",\n");
	}
	fprintf(f, "\tLEX_COUNT\n};\n\n#endif\n");
	if (fclose(f) != 0)
		err(1, "lexicon_classes.h");
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

/* Where the string is in lexicon_text; written there if it is new. */
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

static void
write_sieve(FILE *f)
{
	static uint32_t sieve[LEXICON_SIEVE / 32];
	uint32_t bit;
	size_t i;

	for (i = 0; i < nentries; i++) {
		bit = LEXICON_BIT(lexicon_hash(entries[i].word,
		    strlen(entries[i].word)));
		sieve[bit / 32] |= 1u << bit % 32;
	}
	fprintf(f, "const uint32_t lexicon_sieve[] = {");
	for (i = 0; i < LEXICON_SIEVE / 32; i++)
		fprintf(f, "%s%uu,", i % 8 == 0 ? "\n\t" : " ", sieve[i]);
	fprintf(f, "\n};\n");
}

static void
write_table(const char *dir)
{
	FILE *f = create(dir, "lexicon.c");
	size_t i, values = 0;
	int c;

	if (nentries > LEXICON_MOST)
		errx(1, "more than %d words: make slots wider", LEXICON_MOST);
	fprintf(f, "#include \"common/lexicon/lexicon_table.h\"\n");
	fprintf(f, "const char lexicon_text[] =\n");
	for (i = 0; i < nentries; i++) {
		text_offset(f, entries[i].word);
		for (c = 0; c < MAXCLASSES; c++)
			if (entries[i].value[c] != NULL)
				text_offset(f, entries[i].value[c]);
	}
	fprintf(f, ";\nconst struct lexicon_value lexicon_values[] = {\n");
	for (i = 0; i < nentries; i++)
		for (c = 0; c < MAXCLASSES; c++)
			if (entries[i].value[c] != NULL)
				fprintf(f, "\t{ %zu, %d, %zu },\n", i, c,
				    text_offset(f, entries[i].value[c]));
	fprintf(f, "\t{ UINT32_MAX, 0, 0 }\n};\n");
	fprintf(f, "const struct lexicon_entry lexicon_entries[] = {\n");
	for (i = 0; i < nentries; i++) {
		fprintf(f, "\t{ %zu, %zu, %zu, 0x%llxu },\n",
		    text_offset(f, entries[i].word), strlen(entries[i].word),
		    values, (unsigned long long)entries[i].classes);
		for (c = 0; c < MAXCLASSES; c++)
			values += entries[i].value[c] != NULL;
	}
	fprintf(f, "};\nconst uint32_t lexicon_count = %zu;\n", nentries);
	fprintf(f, "const uint32_t lexicon_slots[] = {");
	for (i = 0; i < nslots; i++)
		fprintf(f, "%s%uu,", i % 12 == 0 ? "\n\t" : " ", slots[i] == 0 ?
		    0 : LEXICON_SLOT(lexicon_hash(entries[slots[i] - 1].word,
		    strlen(entries[slots[i] - 1].word)), slots[i]));
	fprintf(f, "\n};\nconst uint32_t lexicon_mask = %zu;\n", nslots - 1);
	write_sieve(f);
	if (fclose(f) != 0)
		err(1, "lexicon.c");
}

int
main(int argc, char *argv[])
{
	int i;

	if (argc < 2 || argc - 2 > MAXCLASSES)
		errx(1, "usage: mklexicon OUTDIR LIST.txt ... (at most %d lists)", MAXCLASSES);
	rehash();
	for (i = 2; i < argc; i++)
		read_list(argv[i], i - 2);
	write_classes(argv[1], argc - 2, argv + 2);
	write_table(argv[1]);
	return 0;
}
