/*
 * json.h -- JSON Lines: objects in, the same objects with one member more out
 *
 * A line is checked where it stands (json_syntax.h); what is copied through is
 * the line's own bytes, so that numbers, escapes, order and spacing stay as
 * they were.  Offsets told in JSON are code points of the decoded text.
 */
#ifndef COMMON_IO_JSON_H
#define COMMON_IO_JSON_H

#include <stdbool.h>
#include <stddef.h>

struct output;
struct record;
struct json_record;

/*
 * Check one line.  On success the record holds the line (which must stay where
 * it is) and its text, the string member text_field, as UTF-8 that may hold
 * NULs.  What stands for no character, a byte that is no UTF-8 or half of a
 * surrogate pair, is read as U+FFFD and copied through as it is.  On failure
 * returns false with why in error.  One json_record serves line after line.
 */
struct json_record *json_record_new(const char *text_field);
/*
 * Optional: an object without text is none the worse, its text is empty.  As it
 * is: the text is as json_record_string() gives it.
 */
void		 json_record_text_rules(struct json_record *, bool optional,
		    bool as_it_is);
bool		 json_record_parse(struct json_record *, const char *line,
		    size_t len, char *error, size_t error_size);
const char	*json_record_text(const struct json_record *, size_t *len);
/*
 * The string member of that name, or NULL; valid until the next parse.  What
 * stands for no character stays what it is, so that different strings stay
 * different: bytes as they are, half of a surrogate pair as if it were a
 * character.
 */
const char	*json_record_string(struct json_record *, const char *name,
		    size_t *len);
/*
 * The raw bytes of the value of a member, or NULL; the value itself, a json_t,
 * valid until the next call, or NULL where jansson takes exception to it.
 */
const char	*json_record_raw(struct json_record *, const char *name,
		    size_t *len);
void		*json_record_value(struct json_record *, const char *name);
void		 json_record_free(struct json_record *);

/*
 * Write the object without its member of that name, up to where a member's
 * value may stand: {"id":1,"text":"...","sentences":  -- then the caller
 * writes the value, and json_member_end() closes object and record.
 */
void		 json_member_begin(struct output *, struct json_record *,
		    const char *name);
void		 json_member_end(struct output *, const struct json_record *);

/*
 * The object with another value of its text member, as one record.  The text
 * is as json_record_string() gives it.
 */
void		 json_replace_text(struct output *, struct json_record *,
		    const char *text, size_t len);

#endif
