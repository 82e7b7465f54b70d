/*
 * json.h -- JSON Lines: objects in, the same objects with one member more out
 *
 * A line is decoded and checked by jansson; what is copied through is the
 * line's own bytes, so that numbers, escapes, order and spacing stay as they
 * were.  Offsets told in JSON are code points of the decoded text.
 */
#ifndef COMMON_IO_JSON_H
#define COMMON_IO_JSON_H

#include <stdbool.h>
#include <stddef.h>

struct output;
struct record;
struct json_record;

/*
 * Decode one line.  On success the record holds the line (which must stay
 * where it is) and its text, the string member text_field, as UTF-8 that may
 * hold NULs.  What stands for no character, a byte that is no UTF-8 or half of
 * a surrogate pair, is read as U+FFFD and copied through as it is.  On failure
 * returns false with why in error.  One json_record serves line after line.
 */
struct json_record *json_record_new(const char *text_field);
bool		 json_record_parse(struct json_record *, const char *line,
		    size_t len, char *error, size_t error_size);
const char	*json_record_text(const struct json_record *, size_t *len);
/* The decoded string member of that name, or NULL; valid until the next parse. */
const char	*json_record_string(const struct json_record *,
		    const char *name, size_t *len);
/* The raw bytes of the value of a member, or NULL; and the decoded value. */
const char	*json_record_raw(const struct json_record *, const char *name,
		    size_t *len);
void		*json_record_value(const struct json_record *, const char *name); /* json_t *, borrowed */
void		 json_record_free(struct json_record *);

/*
 * Write the object without its member of that name, up to where a member's
 * value may stand: {"id":1,"text":"...","sentences":  -- then the caller
 * writes the value, and json_member_end() closes object and record.
 */
void		 json_member_begin(struct output *, const struct json_record *,
		    const char *name);
void		 json_member_end(struct output *, const struct json_record *);

/* The object with the value of its text member replaced, as one record. */
void		 json_replace_text(struct output *, const struct json_record *,
		    const char *text, size_t len);

#endif
