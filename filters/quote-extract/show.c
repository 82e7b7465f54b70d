/*
 * show.c -- quotations for a person at a terminal: see show.h
 */
#include "filters/quote-extract/show.h"

#include <sys/ioctl.h>

#include <string.h>
#include <unistd.h>

#include "common/text/text.h"

#define INDENT		4	/* of the words, in characters */
#define NARROWEST	24
#define WIDEST		92	/* lines that are longer are hard to read */

#define BOLD		"\033[1;36m"
#define DIM		"\033[2m"
#define PLAIN		"\033[0m"

size_t
show_width(void)
{
	struct winsize size;
	size_t width = 80;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		width = size.ws_col;
	return width < NARROWEST ? NARROWEST : width > WIDEST ? WIDEST : width;
}

/* Nothing that a terminal would obey. */
static void
put_shown(struct quote_show *s, const char *text, size_t n)
{
	s->part.len = 0;
	shown_add(&s->part, text, n);
	output_write(s->io->out, s->part.data, s->part.len);
}

/* In a colour, if colours are wanted. */
static void
put(struct quote_show *s, const char *colour, const char *text, size_t n)
{
	struct output *out = s->io->out;

	if (s->io->color)
		output_puts(out, colour);
	put_shown(s, text, n);
	if (s->io->color)
		output_puts(out, PLAIN);
}

/* Who, as written where that is another, and what reports it. */
static void
put_speaker(struct quote_show *s, const struct paragraph_text *t,
    const struct quote *q)
{
	const char *mention = t->text + q->mention.start;
	size_t n = q->mention.end - q->mention.start;
	bool same = q->speaker != NULL && q->speaker_len == n &&
	    memcmp(q->speaker, mention, n) == 0;

	if (q->speaker != NULL)
		put(s, BOLD, q->speaker, q->speaker_len);
	else
		put(s, DIM, "(nobody is named)", strlen("(nobody is named)"));
	if (n > 0 && !same) {
		output_puts(s->io->out, " [");
		put(s, DIM, mention, n);
		output_putc(s->io->out, ']');
	}
	if (q->cue.end > q->cue.start) {
		output_putc(s->io->out, ' ');
		put(s, DIM, t->text + q->cue.start, q->cue.end - q->cue.start);
	}
	if (q->negated)
		put(s, DIM, " (not)", strlen(" (not)"));
	if (q->hypothetical)
		put(s, DIM, " (if)", strlen(" (if)"));
	if (q->question)
		put(s, DIM, " (asked)", strlen(" (asked)"));
	output_putc(s->io->out, '\n');
}

/* Words in lines, each as long as the width allows; in marks or without. */
static void
put_lines(struct quote_show *s, const char *words, size_t n, bool marks)
{
	struct output *out = s->io->out;
	size_t at, end, column = 0, chars;
	bool first = marks;

	for (at = space_skip(words, 0, n); at < n;
	    at = space_skip(words, end, n)) {
		for (end = at; end < n &&
		    !byte_is((unsigned char)words[end], CHAR_SPACE); end++)
			;
		chars = utf8_count(words + at, end - at) + first;
		if (column > 0 && column + 1 + chars > s->width) {
			output_putc(out, '\n');
			column = 0;
		}
		if (column == 0) {
			output_puts(out, "    ");
			column = INDENT;
		} else {
			output_putc(out, ' ');
			column++;
		}
		if (first)
			output_puts(out, "\u201C");
		first = false;
		put_shown(s, words + at, end - at);
		column += chars;
	}
	output_puts(out, marks && !first ? "\u201D\n" : "\n");
}

void
show_quote(struct quote_show *s, const struct paragraph_text *t,
    const struct quote *q, const char *words, size_t n)
{
	struct output *out = s->io->out;

	if (s->io->show_name && s->file != t->file) {
		put(s, "\033[35m", t->file, strlen(t->file));
		output_puts(out, "\n\n");
		s->file = t->file;
	}
	put_speaker(s, t, q);
	put_lines(s, words, n, q->kind == QUOTE_DIRECT);
	output_putc(out, '\n');
	output_end_record(out);
}

void
show_free(struct quote_show *s)
{
	buffer_free(&s->part);
}
