/*
 * train_model.h -- write the model file of model.h, and read one from a path
 */
#ifndef COMMON_LEARN_TRAIN_MODEL_H
#define COMMON_LEARN_TRAIN_MODEL_H

#include <stdbool.h>
#include <stddef.h>

struct model;

/* A section to be written. */
struct model_section {
	const char	*name;		/* shorter than 24 bytes */
	const void	*data;
	size_t		 len;
};

/*
 * The bytes of a model file, which the caller frees; NULL when there is no
 * memory.
 */
void		*model_layout(const struct model_section *, size_t n,
		    size_t *len);
/* Write a model file: true, or false with errno set.  No partial file stays. */
bool		 model_write(const char *path, const struct model_section *,
		    size_t n);
/*
 * Read a model file, checksum and all: false, with why in *error, if it cannot
 * be read or is none.  Its bytes, m->bytes, are the caller's to free.
 */
bool		 model_read(struct model *, const char *path,
		    const char **error);

#endif
