#include "filters/dedup/ignore.h"

#include <sys/types.h>

#include <err.h>
#include <errno.h>
#include <limits.h>
#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"

struct expression {
	const char	*text;
	regex_t		 regex;
};

struct ignore {
	struct expression *expressions;
	size_t		 n, cap;
	struct buffer	 left[2];	/* what one leaves, the next reads */
};

struct ignore *
ignore_new(void)
{
	return xcalloc(1, sizeof(struct ignore));
}

void
ignore_free(struct ignore *g)
{
	size_t i;

	for (i = 0; i < g->n; i++)
		regfree(&g->expressions[i].regex);
	free(g->expressions);
	buffer_free(&g->left[0]);
	buffer_free(&g->left[1]);
	free(g);
}

bool
ignore_add(struct ignore *g, const char *text, char *error, size_t error_size)
{
	struct expression *e;
	int status;

	g->expressions = array_grow(g->expressions, &g->cap, g->n + 1,
	    sizeof(*g->expressions));
	e = &g->expressions[g->n];
	e->text = text;
	status = regcomp(&e->regex, text, REG_EXTENDED | REG_NEWLINE);
	if (status != 0) {
		regerror(status, &e->regex, error, error_size);
		return false;
	}
	g->n++;
	return true;
}

const char *
ignore_expression(const struct ignore *g, size_t i)
{
	return i < g->n ? g->expressions[i].text : NULL;
}

/*
 * regexec(3), which either finds or does not: without memory for its search no
 * answer would be right, and glibc's says "not found" then, with an errno.
 */
static bool
found(const struct expression *e, const char *s, regmatch_t *m, int flags)
{
	char error[256];
	int status;

	errno = 0;
	status = regexec(&e->regex, s, 1, m, flags);
	if (errno == ENOMEM)
		status = REG_ESPACE;
	if (status == 0 || status == REG_NOMATCH)
		return status == 0;
	regerror(status, &e->regex, error, sizeof(error));
	errx(EXIT_TROUBLE, "--ignore=%s: %s", shown(e->text), error);
}

#ifdef REG_STARTEND

static bool
search(const struct expression *e, const char *s, size_t at, size_t len,
    int flags, regmatch_t *m)
{
	m->rm_so = (regoff_t)at;
	m->rm_eo = (regoff_t)len;
	return found(e, s, m, flags | REG_STARTEND);
}

#else			/* it reads up to a NUL: one part after another */

static bool
search(const struct expression *e, const char *s, size_t at, size_t len,
    int flags, regmatch_t *m)
{
	for (; at <= len; at += strlen(s + at) + 1) {
		if (found(e, s + at, m, flags)) {
			m->rm_so += (regoff_t)at;
			m->rm_eo += (regoff_t)at;
			return true;
		}
		flags |= REG_NOTBOL;
	}
	return false;
}

#endif

/* Where the first match from at on is; false if there is none. */
static bool
match(const struct expression *e, const char *s, size_t at, size_t len,
    size_t *from, size_t *to)
{
	/* The start is no start of a line but at 0. */
	int flags = at > 0 && s[at - 1] != '\n' ? REG_NOTBOL : 0;
	regmatch_t m;

	if (!search(e, s, at, len, flags, &m))
		return false;
	*from = (size_t)m.rm_so;
	*to = (size_t)m.rm_eo;
	return true;
}

/*
 * A NUL behind a text, which is no part of it: regexec(3) keeps to its end, but
 * not every checker of memory knows that.
 */
static void
end_text(struct buffer *b)
{
	buffer_add(b, "", 1);
	b->len--;
}

/* What one expression leaves of a text; NULL if that is all of it. */
static struct buffer *
leave_out(const struct expression *e, struct buffer *left, const char *s,
    size_t len)
{
	size_t at = 0, copied = 0, from, to;

	left->len = 0;
	while (at <= len && match(e, s, at, len, &from, &to)) {
		if (to > from) {
			buffer_add(left, s + copied, from - copied);
			copied = to;
		}
		at = to > from ? to : to + 1;
	}
	if (copied == 0)
		return NULL;
	buffer_add(left, s + copied, len - copied);
	end_text(left);
	return left;
}

const char *
ignore_apply(struct ignore *g, const char *s, size_t len, size_t *left)
{
	struct buffer *b = &g->left[0];
	size_t i, next = 1;

	*left = len;
	if (g->n == 0)
		return s;
	if (len > INT_MAX)	/* POSIX counts in int */
		errx(EXIT_TROUBLE, "--ignore: a record of %zu bytes, and the "
		    "most it can search is %d", len, INT_MAX);
	b->len = 0;
	buffer_add(b, s, len);
	end_text(b);
	s = b->data;
	for (i = 0; i < g->n; i++) {
		b = leave_out(&g->expressions[i], &g->left[next], s, len);
		if (b == NULL)
			continue;
		s = b->data;
		len = b->len;
		next = 1 - next;
	}
	*left = len;
	return s;
}
