#include "common/entities/memory.h"

#include <string.h>

#define PROBES		8		/* slots that a key can be in */
#define GENERATION_MAX	(1u << 30)
#define COUNT_MAX	255

void
entity_memory_init(struct entity_memory *m)
{
	if (m->generation != 0)
		memset(m, 0, sizeof(*m));
	m->generation = 2;
}

void
entity_memory_forget(struct entity_memory *m)
{
	if (m->generation > GENERATION_MAX)
		entity_memory_init(m);
	m->generation += 2;
	m->used = 0;
}

const struct memory_slot *
entity_memory_find(const struct entity_memory *m, uint32_t key)
{
	const struct memory_slot *s;
	uint32_t i;

	for (i = 0; i < PROBES; i++) {
		s = &m->slots[(key + i) % MEMORY_SLOTS];
		if (s->key == key && s->age + 1 >= m->generation && s->age != 0)
			return s;
	}
	return NULL;
}

/* The place for a new key: of those it can have the one touched longest ago. */
static struct memory_slot *
oldest_of(struct entity_memory *m, uint32_t key)
{
	struct memory_slot *s, *oldest = &m->slots[key % MEMORY_SLOTS];
	uint32_t i;

	for (i = 1; i < PROBES; i++) {
		s = &m->slots[(key + i) % MEMORY_SLOTS];
		if (s->age < oldest->age)
			oldest = s;
	}
	return oldest;
}

/* The slot of a key, made if need be. */
static struct memory_slot *
put(struct entity_memory *m, uint32_t key)
{
	const struct memory_slot *known = entity_memory_find(m, key);
	struct memory_slot *s;

	if (known != NULL)
		s = &m->slots[known - m->slots];
	else {
		s = oldest_of(m, key);
		memset(s, 0, sizeof(*s));
		s->key = key;
	}
	if (s->age != m->generation) {
		s->age = m->generation;
		if (++m->used >= MEMORY_SLOTS / 2) {
			m->generation++;
			m->used = 0;
		}
	}
	return s;
}

void
entity_memory_add(struct entity_memory *m, uint32_t key, int type, int label)
{
	struct memory_slot *s = put(m, key);
	int lead;

	s->kinds += s->counts[type] == 0;
	if (s->counts[type] < COUNT_MAX)
		s->counts[type]++;
	lead = s->counts[type] - s->counts[s->most];
	if (lead > 0 || (lead == 0 && type < s->most))
		s->most = type;
	s->label = label;
}

void
entity_memory_spell(struct entity_memory *m, uint32_t key, int type)
{
	put(m, key)->spelled = (uint8_t)(1 + type);
}

void
entity_memory_sign(struct entity_memory *m, uint32_t key, unsigned signs)
{
	const struct memory_slot *known = entity_memory_find(m, key);

	if (known != NULL)
		m->slots[known - m->slots].signs |= (uint8_t)signs;
}
