/*
 * model.h -- the model file: named sections behind a checked header
 *
 * What a trainer learned is one file, common/languages/en/NAME.model, which the
 * build turns into read-only bytes in the binaries (model_NAME to
 * model_NAME_end).  All numbers are little-endian.
 *
 *	bytes 0-7	magic, "CDMODEL" and a NUL
 *	8-11		version of this layout
 *	12-15		number of sections
 *	16-23		XXH64 of everything from byte 24 on
 *	then, for each section, 32 bytes:
 *	  0-23		name, padded with NULs
 *	  24-27		offset of its bytes in the file, a multiple of 64
 *	  28-31		their number
 *	then the sections' bytes
 *
 * A section is whatever its user wants: weights (logistic.h), a table of word
 * statistics.  Nothing is copied or decoded at start-up.  It is written by
 * train_model.h.
 */
#ifndef COMMON_LEARN_MODEL_H
#define COMMON_LEARN_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MODEL_VERSION	1
#define MODEL_ALIGN	64	/* of sections, if the file itself is */

struct model {
	const unsigned char *bytes;
	size_t		 len;
	uint32_t	 sections;
};

/*
 * Look at len bytes as a model, which must outlive it.  False, with why in
 * *error, if the magic, version, lengths or checksum are wrong.
 */
bool		 model_open(struct model *, const void *bytes, size_t len,
		    const char **error);
/*
 * The same for one built in, but for the checksum: ends the program with a
 * message if it is bad.
 */
void		 model_builtin(struct model *, const void *begin,
		    const void *end);
/* The bytes of a section, or NULL (*len 0) if there is none of that name. */
const void	*model_section(const struct model *, const char *name,
		    size_t *len);

/*
 * Numbers in sections are little-endian, wherever they stand (one that is
 * aligned can be read as it stands, with le32() of byte_order.h).
 */
static inline uint32_t
model_get32(const void *p)
{
	const unsigned char *b = p;

	return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 |
	    (uint32_t)b[3] << 24;
}

static inline void
model_put16(void *p, uint16_t v)
{
	unsigned char *b = p;

	b[0] = (unsigned char)v;
	b[1] = (unsigned char)(v >> 8);
}

static inline void
model_put32(void *p, uint32_t v)
{
	unsigned char *b = p;

	b[0] = (unsigned char)v;
	b[1] = (unsigned char)(v >> 8);
	b[2] = (unsigned char)(v >> 16);
	b[3] = (unsigned char)(v >> 24);
}

#endif
