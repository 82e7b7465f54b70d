/*
 * fields.h -- what was found, as rows: columns of TSV, members of JSON
 *
 * A program that finds things has one table of what it can tell of each: a
 * name, which is the heading of the column and the name of the member, and how
 * to write it.  Which of them are written, and in which order, is a list of
 * pointers into that table:
 *
 *	static const struct field table[] = {
 *		[F_START] = FIELD_OFFSET("start", struct found, start),
 *		[F_TEXT] = FIELD("text", put_text, NULL), ..., { 0 }
 *	};
 *	static const struct field *const columns[] = {
 *		&table[F_START], &table[F_TEXT], NULL
 *	};
 *
 *	struct fields f = { .io = io, .form = FIELDS_TSV, .list = columns };
 *	fields_header(&f);
 *	fields_record(&f, &record);
 *	fields_row(&f, &found);		for each thing found
 *	fields_record_end(&f, &record);
 *
 * The table ends with a field without name; given to struct program (options.h)
 * it makes -f, whose columns then are the list.
 *
 * A value that stands in the row as it is needs but the name of its member; for
 * others a function put() is written.  What is written is the same in all
 * forms; how is for the functions below, which put() writes its value with:
 * escaped for TSV or as a JSON string, an offset in bytes or in code points.
 */
#ifndef COMMON_IO_FIELDS_H
#define COMMON_IO_FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"

struct fields;
struct io;
struct record;

struct field {
	const char	*name;
	const char	*member;	/* ,"name": */
	size_t		 member_len;
	/*
	 * Writes the value; context and row are the caller's.  Fields that
	 * differ little can share one: fields.field is the one asked for.
	 */
	void		(*put)(struct fields *, const void *row);
	/*
	 * Has the row such a value?  NULL: always.  Without it a column is
	 * empty and a member is left out.
	 */
	bool		(*has)(const struct fields *, const void *row);
	size_t		 at;		/* bytes of the row before its value, */
	size_t		 len_at;	/* and before that value's length */
};

#define FIELD_OF(name, put, has, at, len_at) \
	{ name, ",\"" name "\":", sizeof(",\"" name "\":") - 1, put, has, \
	    at, len_at }
/* Where part is in the struct; no other type than "is" can stand there. */
#define FIELD_PART(row, part, is) \
	(offsetof(row, part) + 0 * sizeof(&((row *)0)->part == (is *)0))

/*
 * What a struct field is initialised with; the name is a string literal.  One
 * that put() writes, and one that is the part of the row of that type:
 * bool, true or left out; size_t, a number or an offset in bytes; unsigned,
 * thousandths; char * with its length in part_len, null where it is NULL.
 */
#define FIELD(name, put, has)	FIELD_OF(name, put, has, 0, 0)
#define FIELD_FLAG(name, row, part) \
	FIELD_OF(name, field_flag, field_is_set, FIELD_PART(row, part, bool), 0)
#define FIELD_NUMBER(name, row, part) \
	FIELD_OF(name, field_number, NULL, FIELD_PART(row, part, size_t), 0)
#define FIELD_OFFSET(name, row, part) \
	FIELD_OF(name, field_offset, NULL, FIELD_PART(row, part, size_t), 0)
#define FIELD_PERMILLE(name, row, part, has) \
	FIELD_OF(name, field_permille, has, FIELD_PART(row, part, unsigned), 0)
#define FIELD_TEXT(name, row, part, has) \
	FIELD_OF(name, field_text, has, FIELD_PART(row, part, const char *), \
	    FIELD_PART(row, part##_len, size_t))

enum fields_form {
	FIELDS_TSV,		/* a line each, escaped; offsets are bytes */
	FIELDS_JSON,		/* an object on a line each */
	FIELDS_ARRAY		/* objects with a comma between, for a member */
};

struct fields {			/* set the first four, the rest to 0 */
	struct io	*io;
	enum fields_form form;
	const struct field *const *list;	/* ends with NULL */
	void		*context;	/* for put() */

	const struct field *field;	/* that is asked for */
	const char	*file;		/* that the text is of */
	const char	*text;		/* that offsets are into */
	size_t		 len;
	uint64_t	 bytes;		/* where it begins in its document, */
	uint64_t	 points;	/* and in code points: JSON only */
	/*
	 * Where the document has a CR that the text is without: before each of
	 * these bytes of it, in order.  The caller sets them, behind
	 * fields_text().
	 */
	const size_t	*returns;
	size_t		 nreturns;
	struct utf8_cursor cursor;
	bool		 more;		/* of the array was written */
	/* Of a table of objects: which member begins a row, and this one's. */
	const char	*id_field;	/* NULL: none does */
	const char	*id;
	size_t		 id_len;
};

/* One line with the names of all columns, for TSV. */
void	fields_header(struct fields *);

/*
 * The rows that follow are of the text of this record, and then of it no more.
 * A document's records are to be told in order, from its first.
 */
void	fields_record(struct fields *, const struct record *);
void	fields_record_end(struct fields *, const struct record *);
/*
 * The same of any text that begins at this byte and code point of its document.
 */
void	fields_text(struct fields *, const char *file, const char *text,
	    size_t len, uint64_t bytes, uint64_t points);

/*
 * The same of the text of a JSON object, from its first byte; where id_field is
 * set, for TSV, its rows begin with that member: as it is in the object, but a
 * string without its marks, and nothing if there is none.
 */
void	fields_object(struct fields *, const struct record *);

/* One thing found; it ends an output record, but in an array. */
void	fields_row(struct fields *, const void *row);

/* put() and has() of the fields that are a part of their row. */
void	field_flag(struct fields *, const void *row);
bool	field_is_set(const struct fields *, const void *row);
void	field_number(struct fields *, const void *row);
void	field_offset(struct fields *, const void *row);
void	field_permille(struct fields *, const void *row);
void	field_text(struct fields *, const void *row);
bool	field_has_text(const struct fields *, const void *row);

/* The value of a field: offsets are bytes into the text. */
void	fields_put_offset(struct fields *, size_t byte);
void	fields_put_string(struct fields *, const char *, size_t);
void	fields_put_number(struct fields *, uint64_t);
void	fields_put_null(struct fields *);	/* TSV: nothing at all */
/* The bytes of a span of the text. */
void	fields_put_span(struct fields *, struct span);

/* For JSON alone: "start":12,"end":34 of a span, within an object. */
void	fields_put_offsets(struct fields *, struct span);

#endif
