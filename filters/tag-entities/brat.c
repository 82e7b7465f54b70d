/*
 * brat.c -- mentions as stand-off annotation: see brat.h
 */
#include "filters/tag-entities/brat.h"

#include <string.h>

#include "common/base/base.h"
#include "common/text/text.h"
#include "filters/tag-entities/worth.h"

/*
 * The next stretch of [*at, end) without a line break, and without white space
 * round one; false if there is none.
 */
static bool
next_stretch(const char *text, size_t *at, size_t end, struct span *s)
{
	size_t i;

	s->start = space_skip(text, *at, end);
	if (s->start == end)
		return false;
	for (i = s->start; i < end &&
	    !byte_is((unsigned char)text[i], CHAR_NEWLINE); i++)
		;
	*at = i;
	s->end = space_before(text, s->start, i);
	return true;
}

/* Bytes that are no UTF-8, and NULs, as U+FFFD: nothing else reads them. */
static void
put_words(struct output *out, const char *s, size_t n)
{
	uint32_t cp;
	size_t i, k;

	for (i = 0; i < n; i += k) {
		k = utf8_decode(s + i, n - i, &cp);
		if (cp == UTF8_INVALID || cp == 0)
			output_puts(out, "\xEF\xBF\xBD");
		else
			output_write(out, s + i, k);
	}
}

/* Is it called as it is written, but for the white space at line breaks? */
static bool
is_called_so(const struct fields *f, const struct named_entity *v)
{
	size_t at = v->entity.start, n = 0, len;
	struct span s;

	while (next_stretch(f->text, &at, v->entity.end, &s)) {
		if (n > 0 && (n == v->name_len || v->name[n++] != ' '))
			return false;
		len = s.end - s.start;
		if (v->name_len - n < len ||
		    memcmp(v->name + n, f->text + s.start, len) != 0)
			return false;
		n += len;
	}
	return n == v->name_len;
}

/* Its name, where its words are not, and its value. */
static void
put_note(struct fields *f, uint64_t number, const struct named_entity *v)
{
	struct output *out = f->io->out;
	bool named = !is_called_so(f, v), has_worth = v->value.text[0] != '\0';

	if (!named && !has_worth)
		return;
	output_putc(out, '#');
	output_number(out, number);
	output_puts(out, "\tAnnotatorNotes T");
	output_number(out, number);
	output_putc(out, '\t');
	if (named)
		output_tsv(out, v->name, v->name_len);
	if (has_worth) {
		output_puts(out, named ? " = " : "= ");
		worth_write(out, &v->value);
	}
	output_putc(out, '\n');
}

void
brat_mention(struct fields *f, uint64_t number, const char *label,
    const struct named_entity *v)
{
	struct output *out = f->io->out;
	size_t at, end = v->entity.end;
	struct span s;

	output_putc(out, 'T');
	output_number(out, number);
	output_putc(out, '\t');
	output_puts(out, label);
	for (at = v->entity.start; next_stretch(f->text, &at, end, &s); ) {
		output_putc(out, s.start == v->entity.start ? ' ' : ';');
		fields_put_offset(f, s.start);
		output_putc(out, ' ');
		fields_put_offset(f, s.end);
	}
	output_putc(out, '\t');
	for (at = v->entity.start; next_stretch(f->text, &at, end, &s); ) {
		if (s.start > v->entity.start)
			output_putc(out, ' ');
		put_words(out, f->text + s.start, s.end - s.start);
	}
	output_putc(out, '\n');
	put_note(f, number, v);
	output_end_record(out);
}
