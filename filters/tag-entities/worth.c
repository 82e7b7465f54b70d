/*
 * worth.c -- a mention's value as people read it: see worth.h
 */
#include "filters/tag-entities/worth.h"

#include "common/io/io.h"

void
worth_write(struct output *out, const struct value *v)
{
	output_puts(out, v->text);
	if (v->unit[0] != '\0') {
		output_putc(out, ' ');
		output_puts(out, v->unit);
	}
	if (v->mod[0] != '\0') {
		output_puts(out, " (");
		output_puts(out, v->mod);
		output_putc(out, ')');
	}
}
