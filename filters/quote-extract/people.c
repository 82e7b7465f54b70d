/*
 * people.c -- the user's own persons: see people.h
 */
#include "filters/quote-extract/people.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/io/io.h"
#include "common/names/names.h"
#include "common/text/text.h"

struct called {			/* a name of one of them */
	char		*key;
	size_t		 len;
	size_t		 person;	/* index */
};

struct people_list {
	struct known_person	*v;
	size_t		 n, cap;
	struct called	*names;
	size_t		 nnames, names_cap;
	uint32_t	*slots;		/* of names, + 1; by the key's hash */
	size_t		 nslots;	/* a power of two */
	struct buffer	 key;
};

void
name_key(struct buffer *key, const char *name, size_t len)
{
	size_t room = len * 2 + 8, n, i, out = 0;
	char *folded;

	buffer_reserve(key, 1);
	key->len = 0;
	folded = xmalloc(room);
	n = token_fold(name, len, folded, room);
	for (i = 0; i < n; i++) {
		if (byte_is((unsigned char)folded[i], CHAR_SPACE)) {
			if (out == 0 || folded[out - 1] == ' ')
				continue;
			folded[out++] = ' ';
		} else
			folded[out++] = folded[i];
	}
	while (out > 0 && folded[out - 1] == ' ')
		out--;
	for (i = 0; i < out && folded[i] != ' '; i++)
		;
	if (i + 1 < out &&
	    (word_bits(ROLE_DEFINITE, folded, i) & DEFINITE_ARTICLE))
		buffer_add(key, folded + i + 1, out - i - 1);
	else
		buffer_add(key, folded, out);
	free(folded);
}

static void
add_name(struct people_list *l, const char *name, size_t len)
{
	struct called *c;

	name_key(&l->key, name, len);
	if (l->key.len == 0)
		return;
	l->names = array_grow(l->names, &l->names_cap, l->nnames + 1,
	    sizeof(*l->names));
	c = &l->names[l->nnames++];
	c->key = xstrndup(l->key.data, l->key.len);
	c->len = l->key.len;
	c->person = l->n - 1;
}

static void
add_person(struct people_list *l, const char *line)
{
	size_t len = strcspn(line, "\t"), n;
	const char *others = line + len, *id;
	struct known_person *p;

	if (len == 0)
		return;
	others += *others == '\t';
	id = others + strcspn(others, "\t");
	l->v = array_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
	p = &l->v[l->n++];
	p->name = xstrndup(line, len);
	p->id = *id == '\t' ? xstrndup(id + 1, strcspn(id + 1, "\t")) :
	    xstrndup("", 0);
	add_name(l, line, len);
	for (; others < id; others += n + (others[n] == '|')) {
		n = strcspn(others, "|\t");
		add_name(l, others, n);
	}
}

/* The slot of a key: free, or the one that has it. */
static uint32_t *
slot_of(struct people_list *l, const char *key, size_t len)
{
	size_t i = token_hash(key, len);
	const struct called *c;

	for (;; i++) {
		i &= l->nslots - 1;
		if (l->slots[i] == 0)
			break;
		c = &l->names[l->slots[i] - 1];
		if (c->len == len && memcmp(c->key, key, len) == 0)
			break;
	}
	return &l->slots[i];
}

static void
index_names(struct people_list *l)
{
	uint32_t *slot;
	size_t i;

	for (l->nslots = 16; l->nslots < l->nnames * 2; l->nslots *= 2)
		;
	l->slots = xcalloc(l->nslots, sizeof(*l->slots));
	for (i = 0; i < l->nnames; i++) {
		slot = slot_of(l, l->names[i].key, l->names[i].len);
		if (*slot == 0)
			*slot = (uint32_t)i + 1;
	}
}

struct people_list *
people_list_read(const char *file)
{
	struct people_list *people = xcalloc(1, sizeof(*people));
	struct list l;

	list_open(&l, file);
	while (list_next(&l))
		add_person(people, l.text);
	if (!list_close(&l))
		exit(EXIT_TROUBLE);
	index_names(people);
	return people;
}

void
people_list_free(struct people_list *l)
{
	size_t i;

	if (l == NULL)
		return;
	for (i = 0; i < l->n; i++) {
		free(l->v[i].name);
		free(l->v[i].id);
	}
	for (i = 0; i < l->nnames; i++)
		free(l->names[i].key);
	free(l->v);
	free(l->names);
	free(l->slots);
	buffer_free(&l->key);
	free(l);
}

const struct known_person *
people_list_find(struct people_list *l, const char *name, size_t len)
{
	uint32_t at;

	name_key(&l->key, name, len);
	if (l->key.len == 0)
		return NULL;
	at = *slot_of(l, l->key.data, l->key.len);
	return at == 0 ? NULL : &l->v[l->names[at - 1].person];
}
