/*
 * train_model.h -- write the model file of model.h
 */
#ifndef COMMON_LEARN_TRAIN_MODEL_H
#define COMMON_LEARN_TRAIN_MODEL_H

#include <stdbool.h>
#include <stddef.h>

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

#endif
