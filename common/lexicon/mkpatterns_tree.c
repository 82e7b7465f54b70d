/*
 * mkpatterns_tree.c -- a pattern as it is written, to a tree
 */
#include <ctype.h>
#include <err.h>
#include <string.h>

#include <utf8proc.h>

#include "common/base/base.h"
#include "common/lexicon/mkpatterns.h"

struct pattern_text {
	struct source	*s;
	const char	*p;		/* what is still to read */
};

unsigned
tree_node(struct source *s, enum pattern_op op, unsigned a, unsigned b)
{
	if (s->nnodes >= UINT16_MAX)
		errx(1, "too many patterns: widen struct pattern_node");
	s->nodes = array_grow(s->nodes, &s->nodes_cap, s->nnodes + 1,
	    sizeof(*s->nodes));
	s->nodes[s->nnodes] = (struct pattern_node){ op, a, b, 0 };
	return s->nnodes++;
}

static unsigned
term(struct source *s, const struct terminal *t)
{
	size_t i;

	for (i = 0; i < s->nterms; i++)
		if (memcmp(&s->terms[i], t, sizeof(*t)) == 0)
			break;
	if (i == s->nterms) {
		s->terms = array_grow(s->terms, &s->terms_cap, s->nterms + 1,
		    sizeof(*s->terms));
		s->terms[s->nterms++] = *t;
	}
	return tree_node(s, PATTERN_TERM, i, 0);
}

static struct terminal
new_term(enum term_kind kind)
{
	struct terminal t;

	memset(&t, 0, sizeof(t));	/* terms are compared by their bytes */
	t.kind = kind;
	return t;
}

unsigned
name_add(struct source *s, const char *name, size_t n)
{
	size_t had = s->names.n;
	unsigned i = strings_add(&s->names, name, n);

	s->name = array_grow(s->name, &s->name_cap, s->names.n,
	    sizeof(*s->name));
	if (i == had) {
		memset(&s->name[i], 0, sizeof(s->name[i]));
		s->name[i].line = s->line;
		if ((s->name[i].file = strdup(s->file)) == NULL)
			err(1, NULL);
	}
	return i;
}

/* The character at p: its length in bytes. */
static size_t
character(const char *p, utf8proc_int32_t *c)
{
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)p, -1,
	    c);

	if (n <= 0) {
		*c = (unsigned char)*p;
		return 1;
	}
	return (size_t)n;
}

static bool
letter(const char *p)
{
	utf8proc_int32_t c;
	utf8proc_category_t k;

	character(p, &c);
	k = utf8proc_category(c);
	return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_NO &&
	    (c < '0' || c > '9');
}

/*
 * The end of the word at p, as the tokens of a text have them: letters, with
 * stops and apostrophes between.  A clitic is a word of its own.
 */
static const char *
word_end(const struct source *s, const char *p)
{
	const char *start = p, *mark = NULL;
	utf8proc_int32_t c;
	size_t n;

	if (*p == '\'')
		p++;
	while (letter(p) || ((*p == '.' || *p == '\'') && p > start &&
	    letter(p + 1))) {
		if (*p == '.' || *p == '\'')
			mark = p;
		p += character(p, &c);
	}
	if (mark != NULL && *mark == '.' && *p == '.')
		p++;			/* a.m. */
	n = mark != NULL ? (size_t)(p - mark) : 0;
	if (mark != NULL && *mark == '\'' && mark > start &&
	    strings_find(&s->clitics, mark, n) != NONE)
		p = mark;
	return p;
}

/* The atom of n bytes, and how it must be written. */
static unsigned
atom(struct source *s, const char *p, size_t n, bool word, unsigned *demand)
{
	char folded[ATOM_BYTES];
	unsigned upper = 0, letters = 0, i, had = s->atom_names.n;
	utf8proc_int32_t c, low;
	size_t k, len = 0, m;
	bool first = false;

	for (k = 0; k < n && len + 4 < sizeof(folded); k += m) {
		m = character(p + k, &c);
		low = utf8proc_tolower(c);
		letters += letter(p + k);
		upper += low != c;
		first |= low != c && k == 0;
		len += (size_t)utf8proc_encode_char(low,
		    (utf8proc_uint8_t *)folded + len);
	}
	*demand = letters > 0 && upper == letters && letters > 1 ?
	    DEMAND_UPPER : first ? DEMAND_CAPITAL : DEMAND_SMALL;
	i = strings_add(&s->atom_names, folded, len);
	s->atoms = array_grow(s->atoms, &s->atoms_cap, s->atom_names.n,
	    sizeof(*s->atoms));
	if (i == had)
		memset(&s->atoms[i], 0, sizeof(s->atoms[i]));
	s->atoms[i].word = word;
	return i;
}

/*
 * {1..31}, {01..12}, {10..90/10} in tens, {#} any, {##} of so many digits,
 * {#..###}, {#####..}, {0####} with a zero first
 */
static bool
read_figure(const char *p, struct terminal *t)
{
	size_t a = strspn(p, "#0123456789"), b = a, hashes;
	const char *last = p;

	if (a == 0)
		return false;
	if (strncmp(p + a, "..", 2) == 0) {
		last = p + a + 2;
		b = strspn(last, "#0123456789");
	}
	t->digits_least = a;
	t->digits_most = b == 0 ? PATTERN_LONG : b;
	t->zeros = true;
	t->most = -1;
	t->step = 1;
	hashes = strspn(p + (*p == '0'), "#");
	if (hashes > 0) {
		t->zero = *p == '0';
		if (a == 1 && last == p)
			t->digits_most = PATTERN_LONG;	/* any */
		return (*p == '0') + hashes == a && last[b] == '}' &&
		    strspn(last + (*last == '0'), "#") + (*last == '0') == b;
	}
	t->zeros = *p == '0' && a > 1;
	t->least = atol(p);
	t->most = atol(last);
	if (last[b] == '/') {
		t->step = atol(last + b + 1);
		b += 1 + strspn(last + b + 1, "0123456789");
	}
	return b > 0 && t->step > 0 && last[b] == '}';
}

static unsigned
figure(struct pattern_text *p)
{
	struct terminal t = new_term(TERM_FIGURE);
	size_t n = strcspn(p->p, "}");
	const char *text = p->p;

	p->p += n + (p->p[n] == '}');
	if (!read_figure(text, &t)) {
		fault(p->s, "\"{%.*s}\" is no range of figures", (int)n, text);
		return 0;
	}
	return term(p->s, &t);
}

static const char *const builtins[BUILTINS] = {
	"word", "Capital", "UPPER", "lower", "mark", "figure", "edge"
};

static unsigned
class_of(struct source *s, const char *name, size_t n)
{
	unsigned i;

	for (i = 0; i < BUILTINS; i++)
		if (strlen(builtins[i]) == n && memcmp(builtins[i], name, n)
		    == 0)
			return BUILTIN_BASE + i;
	i = name_add(s, name, n);
	s->name[i].used = true;
	return i;
}

/* <name>, <class&!class> */
static unsigned
reference(struct pattern_text *p)
{
	struct terminal t = new_term(TERM_CLASSES);
	size_t n = strcspn(p->p, ">"), k;
	const char *q = p->p, *end = p->p + n;
	unsigned c;

	if (*end != '>') {
		fault(p->s, "\"<%s\" has no end", p->p);
		p->p += strlen(p->p);
		return 0;
	}
	for (; q < end; q += k + (q[k] == '&')) {
		if (t.n == TERM_CLASSES_MOST) {
			fault(p->s, "\"<%.*s>\" has too many classes", (int)n,
			    p->p);
			break;
		}
		t.not[t.n] = *q == '!';
		q += *q == '!';
		k = strcspn(q, "&>");
		t.class[t.n++] = class_of(p->s, q, k);
	}
	c = t.class[0];
	p->p = end + 1;
	if (t.n == 1 && !t.not[0] && c < BUILTIN_BASE)
		return tree_node(p->s, PATTERN_NAME, 0, c);
	/* a word of the first class, for who asks for the parts */
	if (!t.not[0] && c < BUILTIN_BASE)
		return tree_node(p->s, PATTERN_CLASS, term(p->s, &t), c);
	return term(p->s, &t);
}

static unsigned	either(struct pattern_text *);

static unsigned
literal(struct pattern_text *p)
{
	struct terminal t = new_term(TERM_ATOM);
	const char *end = word_end(p->s, p->p);
	bool word = end > p->p && !(end == p->p + 1 && *p->p == '\'');
	utf8proc_int32_t c;

	if (!word) {
		p->p += *p->p == '\\' && p->p[1] != '\0';
		end = p->p + character(p->p, &c);
	}
	if (isdigit((unsigned char)*p->p))
		fault(p->s, "\"%s\": figures are written in braces", p->p);
	t.atom = atom(p->s, p->p, (size_t)(end - p->p), word, &t.demand);
	p->p = end;
	return term(p->s, &t);
}

static unsigned
enclosed(struct pattern_text *p, char close)
{
	unsigned node = either(p);

	if (*p->p == close)
		p->p++;
	else
		fault(p->s, "\"%c\" is missing before \"%s\"", close, p->p);
	return node;
}

static unsigned
item(struct pattern_text *p)
{
	struct terminal t = new_term(TERM_NO_BREAK);
	unsigned node;

	switch (*p->p++) {
	case '(':
		node = enclosed(p, ')');
		break;
	case '[':
		node = tree_node(p->s, PATTERN_MAYBE, enclosed(p, ']'), 0);
		break;
	case '{':
		node = figure(p);
		break;
	case '<':
		node = reference(p);
		break;
	case '_':
		node = term(p->s, &t);
		break;
	default:
		p->p--;
		node = literal(p);
	}
	for (;; p->p++)
		if (*p->p == '?')
			node = tree_node(p->s, PATTERN_MAYBE, node, 0);
		else if (*p->p == '*')
			node = tree_node(p->s, PATTERN_ANY, node, 0);
		else if (*p->p == '+')
			node = tree_node(p->s, PATTERN_SOME, node, 0);
		else
			return node;
}

static unsigned
sequence(struct pattern_text *p)
{
	unsigned node = 0, gap, next;
	bool space = false;

	for (;;) {
		while (*p->p == ' ') {
			space = true;
			p->p++;
		}
		if (*p->p == '\0' || strchr("|)]", *p->p) != NULL)
			break;
		if (space) {
			gap = tree_node(p->s, PATTERN_GAP, 0, 0);
			node = node == 0 ? gap :
			    tree_node(p->s, PATTERN_SEQUENCE, node, gap);
		}
		space = false;
		next = item(p);
		node = node == 0 ? next :
		    tree_node(p->s, PATTERN_SEQUENCE, node, next);
	}
	if (space) {
		gap = tree_node(p->s, PATTERN_GAP, 0, 0);
		node = node == 0 ? gap :
		    tree_node(p->s, PATTERN_SEQUENCE, node, gap);
	}
	return node;
}

static unsigned
either(struct pattern_text *p)
{
	unsigned node = sequence(p);

	if (*p->p != '|')
		return node;
	p->p++;
	return tree_node(p->s, PATTERN_EITHER, node, either(p));
}

unsigned
tree_parse(struct source *s, const char *text)
{
	struct pattern_text p = { s, text };
	unsigned node = either(&p);

	if (*p.p != '\0')
		fault(s, "\"%s\" closes nothing", p.p);
	return node;
}

/* A digit of a phrase: of km2. */
static unsigned
digit(struct source *s, char c)
{
	struct terminal t = new_term(TERM_FIGURE);

	t.digits_least = t.digits_most = 1;
	t.least = t.most = c - '0';
	t.step = 1;
	return term(s, &t);
}

/* A space of a phrase: in a text it may be a hyphen. */
static unsigned
gap_or_hyphen(struct source *s)
{
	struct terminal t = new_term(TERM_ATOM);

	t.atom = atom(s, "-", 1, false, &t.demand);
	return tree_node(s, PATTERN_EITHER, term(s, &t),
	    tree_node(s, PATTERN_GAP, 0, 0));
}

unsigned
tree_phrase(struct source *s, const char *text, unsigned *first,
    unsigned *demand)
{
	struct terminal t = new_term(TERM_ATOM);
	const char *p = text, *end;
	unsigned node = 0, next;
	utf8proc_int32_t c;
	bool space, word;

	for (; *p != '\0'; p = end) {
		space = *p == ' ';
		p += space;
		end = word_end(s, p);
		if (p == text && letter(p) && strchr(p, ' ') == NULL &&
		    text[strcspn(text, ",-/0123456789")] == '\0' &&
		    end[strspn(end, ".")] == '\0')
			end = p + strlen(p);	/* Sept. */
		word = end > p && !(end == p + 1 && *p == '\'');
		if (!word)
			end = p + character(p, &c);
		if (isdigit((unsigned char)*p))
			next = digit(s, *p);
		else {
			t.atom = atom(s, p, (size_t)(end - p), word,
			    &t.demand);
			next = 0;
		}
		if (next == 0 && p == text && *end == '\0') {
			*first = t.atom;
			*demand = t.demand;
			return 0;
		}
		if (next == 0)
			next = term(s, &t);
		if (space)
			node = tree_node(s, PATTERN_SEQUENCE, node,
			    gap_or_hyphen(s));
		node = node == 0 ? next :
		    tree_node(s, PATTERN_SEQUENCE, node, next);
	}
	return node;
}
