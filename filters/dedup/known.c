#include "filters/dedup/known.h"

#include <err.h>
#include <stdlib.h>

#include "common/base/base.h"
#include "common/io/io.h"

struct known {
	struct table	*young, *old;	/* old: NULL unless it forgets */
	enum when_full	 when_full;
	bool		 forgot;
};

struct known *
known_new(bool values, size_t max, enum when_full when_full)
{
	struct known *k = xcalloc(1, sizeof(*k));

	k->when_full = when_full;
	if (max > 0 && when_full == FULL_FORGET) {
		max /= 2;
		k->old = table_new(values, max);
	}
	k->young = table_new(values, max);
	return k;
}

void
known_free(struct known *k)
{
	table_free(k->young);
	if (k->old != NULL)
		table_free(k->old);
	free(k);
}

/* The younger half is full: what is older than it goes. */
static void
forget(struct known *k)
{
	struct table *t = k->old;

	if (!k->forgot)
		warnx("the memory allowed is full: from here on the oldest "
		    "records are forgotten");
	k->forgot = true;
	table_clear(t);
	k->old = k->young;
	k->young = t;
}

/* With an older half to look into, or none and no room. */
static enum table_result
add_or_forget(struct known *k, struct fingerprint f, uint64_t **value)
{
	enum table_result result;
	uint64_t *in_old = NULL, old_value = 0, *v = NULL;
	bool was_old;

	was_old = k->old != NULL &&
	    table_find(k->old, f, value != NULL ? &in_old : NULL);
	if (was_old && value != NULL)
		old_value = *in_old;
	result = table_add(k->young, f, value != NULL ? &v : NULL);
	if (result == TABLE_FULL && k->when_full == FULL_STOP)
		errx(EXIT_TROUBLE, "the memory allowed is full after %llu "
		    "distinct records (--when-full says what else to do)",
		    (unsigned long long)known_count(k));
	if (result == TABLE_FULL && k->when_full == FULL_FORGET) {
		forget(k);
		result = table_add(k->young, f, value != NULL ? &v : NULL);
	}
	if (result == TABLE_NEW && was_old) {
		if (value != NULL)
			*v = old_value;
		result = TABLE_FOUND;
	}
	if (value != NULL)
		*value = v;
	return result;
}

enum table_result
known_add(struct known *k, struct fingerprint f, uint64_t **value)
{
	enum table_result result = TABLE_FULL;

	if (k->old == NULL)
		result = table_add(k->young, f, value);
	return result == TABLE_FULL ? add_or_forget(k, f, value) : result;
}

bool
known_find(const struct known *k, struct fingerprint f, uint64_t **value)
{
	return table_find(k->young, f, value) ||
	    (k->old != NULL && table_find(k->old, f, value));
}

void
known_prefetch(const struct known *k, struct fingerprint f)
{
	table_prefetch(k->young, f);
	if (k->old != NULL)
		table_prefetch(k->old, f);
}

void
known_fetch(const struct known *k, const struct fingerprint *f, size_t n)
{
	table_fetch(k->young, f, n);
	if (k->old != NULL)
		table_fetch(k->old, f, n);
}

uint64_t
known_count(const struct known *k)
{
	return table_count(k->young) +
	    (k->old != NULL ? table_count(k->old) : 0);
}

void
known_limit(struct known *k, size_t max)
{
	if (k->old != NULL) {
		max /= 2;
		table_limit(k->old, max);
	}
	table_limit(k->young, max);
}

size_t
known_bytes(const struct known *k)
{
	return table_bytes(k->young) +
	    (k->old != NULL ? table_bytes(k->old) : 0);
}

struct table *
known_table(struct known *k)
{
	return k->young;
}
