#include "common/learn/wordmap.h"

#include "common/learn/wordmap_cells.h"

bool
wordmap_use(struct wordmap *m, const void *section, size_t len)
{
	const unsigned char *p = section;

	if (p == NULL || len < WORDMAP_HEADER)
		return false;
	m->segment = model_get32(p);
	m->seed = model_get32(p + 4);
	m->cells = p + WORDMAP_HEADER;
	return m->segment > 0 && (len - WORDMAP_HEADER) / 6 == m->segment &&
	    (len - WORDMAP_HEADER) % 6 == 0;
}

bool
wordmap_open(struct wordmap *m, const struct model *model,
    const char *section)
{
	size_t len;
	const void *p = model_section(model, section, &len);

	return wordmap_use(m, p, len);
}

int
wordmap_get(const struct wordmap *m, const char *word, size_t len)
{
	uint64_t h = wordmap_hash(word, len, m->seed);
	unsigned i, v = 0;
	const unsigned char *c;

	for (i = 0; i < 3; i++) {
		c = m->cells + 2 * (size_t)wordmap_cell(h, m->segment, i);
		v ^= c[0] | (unsigned)c[1] << 8;
	}
	return v >> 8 == wordmap_fingerprint(h) ? (int)(v & 0xFF) : -1;
}
