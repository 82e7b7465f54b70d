/*
 * entities -- learn the model of names
 *
 *	entities [-e EPOCHS] [-s SCALE] [-m LEAST] [-M MARGIN] [-c COUNT]
 *	    [-o MODEL] [-g CLASS:LIST] ... -w WORDS -t TOPICS TEXT ...
 *
 * A TEXT is marked as train_texts.h says.
 *
 * WORDS has a line a word: the word, its class, topic, usual case and signs, by
 * tabs (train_clusters.c, entities-topics.py, entities-signs.txt); TOPICS one a
 * topic: its number and the wider ones it is part of.  A LIST of names goes
 * into the gazetteer as class CLASS.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/entities/features.h"
#include "common/entities/train_texts.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"

static struct marked_document	*documents;
static size_t		 ndocuments, documents_cap;

/* Hashes of features, counted, then numbered. */
static struct feature_slot {
	uint32_t hash;
	uint32_t count;			/* then number + 1, or 0 */
}			*table;
static size_t		 table_cap, table_n;
static size_t		 nfeatures;

static struct feature_slot *
slot(uint32_t hash)
{
	size_t i;

	for (i = hash * 0x9E3779B97F4A7C15u >> 20;
	    table[i &= table_cap - 1].count != 0; i++)
		if (table[i].hash == hash)
			return &table[i];
	return &table[i];
}

static void
count_feature(uint32_t hash)
{
	struct feature_slot *s, *old = table;
	size_t i, cap = table_cap;

	if (table_n * 2 >= table_cap) {
		table_cap = cap != 0 ? cap * 2 : 1 << 22;
		table = xcalloc(table_cap, sizeof(*table));
		for (i = 0; i < cap; i++)
			if (old[i].count != 0)
				*slot(old[i].hash) = old[i];
		free(old);
	}
	s = slot(hash);
	table_n += s->count == 0;
	s->hash = hash;
	s->count++;
}

#define ANY_LABEL	(((uint64_t)1 << CHAIN_LABELS) - 1)

static uint64_t
bit(int label)
{
	return (uint64_t)1 << label;
}

/* The labels that token i of the n of a mark of these types may have. */
static uint64_t
labels_in(uint32_t types, size_t i, size_t n)
{
	uint64_t labels = 0;
	int type;

	for (type = 0; type < CHAIN_TYPES; type++) {
		if ((types >> type & 1) == 0)
			continue;
		if (n == 1)
			labels |= bit(CHAIN_UNIT(type));
		else if (i == 0)
			labels |= bit(CHAIN_BEGIN(type));
		else if (i == n - 1)
			labels |= bit(CHAIN_LAST(type));
		else
			labels |= bit(CHAIN_INSIDE(type));
	}
	return labels;
}

#define NAME_TYPES	((1u << CHAIN_TYPES) - 1)
#define LAW_TOKENS	4	/* "Act of 2003" and a word before, at least */

/* What a mark allows the n tokens from t that it is over, of these ranks. */
static void
allow_mark(const struct marked_span *m, const struct token *t, size_t n,
    const uint8_t *rank, uint64_t *may)
{
	bool reached = t[0].start == m->start && t[n - 1].end == m->end;
	size_t i;

	/* "of 2003" is put to a law's name afterwards */
	if (m->types == 1u << ENTITY_LAW && n >= LAW_TOKENS &&
	    (t[n - 1].flags & TOKEN_ALLDIGIT) != 0 &&
	    (t[n - 2].flags & TOKEN_LOWER) != 0) {
		may[n - 1] = may[n - 2] = bit(CHAIN_OUT);
		n -= 2;
	}
	for (i = 0; i < n; i++)
		reached &= rank[i] != CANDIDATE_NONE;
	for (i = 0; i < n; i++)
		if (m->types == 0)
			may[i] = ANY_LABEL;
		else if ((m->types & NAME_TYPES) == 0 || !reached)
			may[i] = bit(CHAIN_OUT);
		else
			may[i] = labels_in(m->types, i, n);
}

/* What labels each token may have, by the sentence's marks. */
static void
allow(const struct marked_document *d, const struct marked_sentence *s,
    const struct token *t, size_t n, const uint8_t *rank, uint64_t *may)
{
	uint64_t out = bit(CHAIN_OUT);
	const struct marked_span *m;
	size_t i, a, b;
	int type;

	for (type = 0; type < CHAIN_TYPES; type++)
		if (d->open >> type & 1)
			out |= bit(CHAIN_BEGIN(type)) | bit(CHAIN_UNIT(type)) |
			    bit(CHAIN_INSIDE(type)) | bit(CHAIN_LAST(type));
	for (i = 0; i < n; i++)
		may[i] = out;
	for (m = s->marks; m < s->marks + s->n; m++) {
		for (a = 0; a < n && t[a].end <= m->start; a++)
			continue;
		for (b = a; b < n && t[b].start < m->end; b++)
			continue;
		if (a < b)
			allow_mark(m, t + a, b - a, rank + a, may + a);
	}
}

/* The first label of each set: what to remember in the counting pass. */
static void
first_labels(const uint64_t *allowed, size_t n, uint8_t *labels)
{
	size_t i;

	for (i = 0; i < n; i++)
		labels[i] = allowed[i] & 1 ? CHAIN_OUT :
		    (uint8_t)__builtin_ctzll(allowed[i]);
}

static struct tokens		 tokens;
static struct numbers		 numbers;
static uint64_t			*allowed;
static size_t			 allowed_cap;

/* A pass over the documents: count features (c is NULL), or train. */
struct pass {
	struct entity_features *f;
	struct chain_trainer *c;
	int		 epoch;
	/* of the run at hand: each item's features by number, how many */
	uint32_t	 lists[CHAIN_RUN][ENTITY_FEATURES_MAX];
	size_t		 counts[CHAIN_RUN];
	/* what there was */
	size_t		 tokens, items, runs, wrong;
};

/* The features of item i of a run that begins at first: counted or numbered. */
static void
pass_item(struct pass *p, size_t first, size_t end, size_t i)
{
	uint32_t hashes[ENTITY_FEATURES_MAX], id;
	size_t n = entity_features_item(p->f, first, end, i, hashes), j;
	size_t *count = &p->counts[i - first];

	*count = 0;
	for (j = 0; j < n; j++)
		if (p->c == NULL)
			count_feature(hashes[j]);
		else if ((id = slot(hashes[j])->count) > 1)
			p->lists[i - first][(*count)++] = id - 2;
}

static void
pass_run(struct pass *p, size_t first, size_t end, int weight)
{
	const uint32_t *items[CHAIN_RUN];
	uint8_t labels[CHAIN_RUN];
	size_t i;

	for (i = first; i < end; i++) {
		pass_item(p, first, end, i);
		items[i - first] = p->lists[i - first];
	}
	p->items += end - first;
	p->runs++;
	if (p->c != NULL)
		p->wrong += !chain_train(p->c, items, p->counts, end - first,
		    allowed + first, weight, labels);
	/* what the weights know is nothing at first: remember what is right */
	if (p->epoch == 0)
		first_labels(allowed + first, end - first, labels);
	entity_features_remember(p->f, first, end, labels);
}

static void
pass_document(struct pass *p, const struct marked_document *d)
{
	const struct marked_sentence *s;
	size_t first, end;

	entity_features_forget(p->f);
	for (s = d->s; s < d->s + d->n; s++) {
		tokens.n = 0;
		tokens_scan(&tokens, s->text, (struct span){ 0, s->len });
		numbers.caseless = sentence_in_capitals(tokens.v, tokens.n) ||
		    sentence_in_small(tokens.v, tokens.n);
		numbers_find(&numbers, s->text, tokens.v, tokens.n);
		entity_features_sentence(p->f, s->text, tokens.v, tokens.n,
		    &numbers);
		allowed = array_grow(allowed, &allowed_cap, tokens.n + 1,
		    sizeof(*allowed));
		allow(d, s, tokens.v, tokens.n, p->f->c.rank, allowed);
		p->tokens += tokens.n;
		for (first = 0; (first = name_candidates_run(&p->f->c, first,
		    &end)) < tokens.n; first = end)
			pass_run(p, first, end, d->weight);
	}
}

#define CASELESS_EACH	16	/* now and then capitals mean nothing */

static void
pass(struct entity_features *f, const struct entities_tables *tables,
    struct chain_trainer *c, const uint32_t *order, int epoch)
{
	struct pass *p = xcalloc(1, sizeof(*p));
	size_t d;

	p->f = f;
	p->c = c;
	p->epoch = epoch;
	entity_features_init(f, tables);
	for (d = 0; d < ndocuments; d++) {
		f->caseless = (order[d] * 2654435761u + epoch) %
		    CASELESS_EACH == 0;
		pass_document(p, &documents[order[d]]);
	}
	entity_features_free(f);
	fprintf(stderr, "epoch %d: %zu documents, %zu tokens, %zu items, "
	    "%zu runs, %zu wrong\n", epoch, ndocuments, p->tokens,
	    p->items, p->runs, p->wrong);
	free(p);
}

/* The wider topics of each, a line "topic wider ..." for each, as a section. */
static void *
read_topics(const char *path, size_t *len)
{
	static uint16_t wider[TOPICS][TOPIC_LEVELS];
	FILE *f = fopen(path, "r");
	char line[256], *p;
	unsigned long topic;
	size_t k;

	if (f == NULL)
		err(1, "%s", path);
	while (fgets(line, sizeof(line), f) != NULL) {
		topic = strtoul(line, &p, 10);
		for (k = 0; topic < TOPICS && k < TOPIC_LEVELS; k++)
			wider[topic][k] = strtoul(p, &p, 10);
	}
	fclose(f);
	return topics_section(wider, len);
}

/* The words of a file and what is known of them, as a section. */
static void *
read_words(const char *path, size_t *len)
{
	void *section;
	FILE *f = fopen(path, "r");
	char *line = NULL, *p;
	uint32_t *hashes = NULL, *values = NULL, v[4];
	size_t cap = 0, n = 0, hcap = 0, vcap = 0, i;

	if (f == NULL)
		err(1, "%s", path);
	while (getline(&line, &cap, f) > 0) {
		if ((p = strchr(line, '\t')) == NULL)
			continue;
		hashes = array_grow(hashes, &hcap, n + 1, sizeof(*hashes));
		values = array_grow(values, &vcap, n + 1, sizeof(*values));
		hashes[n] = token_hash(line, p - line);
		for (i = 0; i < 4; i++)
			v[i] = strtoul(p, &p, 10);
		values[n++] = WORD_VALUE(v[0], v[1], v[2], v[3]);
	}
	fclose(f);
	free(line);
	section = word_table_section(hashes, values, n, len);
	fprintf(stderr, "words: %zu\n", n);
	free(hashes);
	free(values);
	return section;
}

static void
read_list(struct gazetteer_builder *b, char *arg)
{
	char *path = strchr(arg, ':'), *line = NULL;
	FILE *f;
	size_t cap = 0, n;

	if (path == NULL || (f = fopen(path + 1, "r")) == NULL)
		err(1, "%s", arg);
	while (getline(&line, &cap, f) > 0) {
		n = strcspn(line, "\t\n");
		if (line[0] != '#' && n > 0)
			gazetteer_builder_add(b, line, n, atoi(arg));
	}
	free(line);
	fclose(f);
}

/* Number the features that were seen count times or more; their hashes. */
static uint32_t *
choose_features(uint32_t count)
{
	uint32_t *hashes;
	size_t i;

	for (i = 0; i < table_cap; i++)
		if (table[i].count != 0)
			table[i].count = table[i].count >= count ?
			    2 + nfeatures++ : 1;
	hashes = xcalloc(nfeatures, sizeof(*hashes));
	for (i = 0; i < table_cap; i++)
		if (table[i].count > 1)
			hashes[table[i].count - 2] = table[i].hash;
	fprintf(stderr, "%zu features, %zu kept\n", table_n, nfeatures);
	return hashes;
}

/* Fisher and Yates, with the numbers of Numerical Recipes' generator. */
static void
shuffle(uint32_t *order, uint32_t *state)
{
	uint32_t tmp;
	size_t i, j;

	for (i = ndocuments - 1; i > 0; i--) {
		*state = *state * 1664525u + 1013904223u;
		j = (uint64_t)*state * (i + 1) >> 32;
		tmp = order[i];
		order[i] = order[j];
		order[j] = tmp;
	}
}

/* What the options say. */
struct training {
	int		 epochs, least, count, margin;
	double		 scale;
	const char	*path;
};

/* The weights that the documents teach, as a section. */
static void *
learn(const struct training *o, const struct model *tables_model, size_t *len)
{
	static struct entity_features f;
	struct entities_tables tables;
	struct chain_trainer *c;
	uint32_t *order, *hashes, state = 12345;
	void *section;
	size_t i;
	int e;

	if (!entities_tables_open(&tables, tables_model))
		errx(1, "tables");
	order = xcalloc(ndocuments, sizeof(*order));
	for (i = 0; i < ndocuments; i++)
		order[i] = i;
	pass(&f, &tables, NULL, order, 0);
	hashes = choose_features((uint32_t)o->count);
	c = chain_trainer_new(nfeatures, o->margin);
	for (e = 0; e < o->epochs; e++) {
		shuffle(order, &state);
		pass(&f, &tables, c, order, e);
	}
	section = chain_trainer_section(c, hashes, o->scale, o->least, len);
	chain_trainer_free(c);
	free(order);
	free(hashes);
	return section;
}

/* The tables alone, as a model to learn with: laid out as the file will be. */
static void
open_tables(struct model *m, const struct model_section *s, size_t n)
{
	const char *error;
	size_t len;
	void *bytes = model_layout(s, n, &len);

	if (bytes == NULL)
		err(1, NULL);
	if (!model_open(m, bytes, len, &error))
		errx(1, "tables: %s", error);
}

__attribute__((noreturn)) static void
usage(void)
{
	errx(1, "usage: entities [-e EPOCHS] [-s SCALE] [-m LEAST] [-M MARGIN] "
	    "[-c COUNT]\n    [-o MODEL] [-g CLASS:LIST] ... -w WORDS -t TOPICS "
	    "TEXT ...");
}

int
main(int argc, char *argv[])
{
	enum { WORDS, TOPIC, GAZETTEER, CHAIN, SECTIONS };
	struct model_section s[SECTIONS] = {
		{ .name = "words" }, { .name = "topics" },
		{ .name = "gazetteer" }, { .name = "chain" },
	};
	struct training o = { .epochs = 8, .least = 1, .count = 3, .scale = 4,
	    .path = "entities.model" };
	struct gazetteer_builder *g = gazetteer_builder_new();
	const char *words = NULL, *topics = NULL;
	struct model tables;
	int ch;

	while ((ch = getopt(argc, argv, "e:s:m:M:c:w:t:o:g:")) != -1)
		switch (ch) {
		case 'e': o.epochs = atoi(optarg); break;
		case 's': o.scale = atof(optarg); break;
		case 'm': o.least = atoi(optarg); break;
		case 'M': o.margin = atoi(optarg); break;
		case 'c': o.count = atoi(optarg); break;
		case 'w': words = optarg; break;
		case 't': topics = optarg; break;
		case 'o': o.path = optarg; break;
		case 'g': read_list(g, optarg); break;
		default: usage();
		}
	if (words == NULL || topics == NULL || optind == argc)
		usage();
	s[WORDS].data = read_words(words, &s[WORDS].len);
	s[TOPIC].data = read_topics(topics, &s[TOPIC].len);
	s[GAZETTEER].data = gazetteer_builder_section(g, &s[GAZETTEER].len);
	gazetteer_builder_free(g);
	open_tables(&tables, s, CHAIN);
	for (; optind < argc; optind++)
		documents = texts_read(argv[optind], documents, &ndocuments,
		    &documents_cap);
	s[CHAIN].data = learn(&o, &tables, &s[CHAIN].len);
	if (!model_write(o.path, s, SECTIONS))
		err(1, "%s", o.path);
	return 0;
}
