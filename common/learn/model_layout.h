/*
 * model_layout.h -- where things stand in a model file: see model.h
 *
 * The inside of model.h, for what reads it and what writes it.
 */
#ifndef COMMON_LEARN_MODEL_LAYOUT_H
#define COMMON_LEARN_MODEL_LAYOUT_H

#define MODEL_MAGIC	"CDMODEL"	/* with its NUL */
#define MODEL_HEADER	24	/* bytes before the sections' entries, */
#define MODEL_ENTRY	32	/* of each, */
#define MODEL_NAME	24	/* and of the name in it */

/* Where a number stands, in the header and in an entry. */
#define MODEL_AT_VERSION	8
#define MODEL_AT_SECTIONS	12
#define MODEL_AT_SUM		16
#define MODEL_AT_OFFSET		24
#define MODEL_AT_LENGTH		28

#define MODEL_CHECKED	MODEL_HEADER	/* the checksum covers what follows */

#endif
