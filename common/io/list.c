/*
 * list.c -- the user's lists: see list.h
 */
#include "common/io/list.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/files.h"
#include "common/io/shown.h"

#define FAULTS_TOLD	10
#define BOM		"\xEF\xBB\xBF"
#define SHOWN_MAX	60	/* bytes of an entry in a message */

static bool	took_input;	/* a list was on standard input */

void
list_open(struct list *l, const char *file)
{
	memset(l, 0, sizeof(*l));
	l->file = file;
	if (strcmp(file, "-") == 0) {
		if (took_input)
			errx(EXIT_TROUBLE, "standard input is one list, "
			    "not two");
		took_input = true;
		l->f = stdin;
	} else
		l->f = fopen(file, "r");
	if (l->f == NULL)
		err(EXIT_TROUBLE, "%s", shown_file(file));
	if (files_is_claimed(fileno(l->f)))
		errx(EXIT_TROUBLE, "%s: input file is output file",
		    shown_file(file));
}

bool
list_took_input(void)
{
	return took_input;
}

bool
list_next(struct list *l)
{
	char *s;
	ssize_t got;
	size_t n;

	while ((got = getline(&l->line, &l->cap, l->f)) > 0) {
		s = l->line;
		n = (size_t)got;
		if (l->number++ == 0 && n >= strlen(BOM) &&
		    memcmp(s, BOM, strlen(BOM)) == 0) {
			s += strlen(BOM);
			n -= strlen(BOM);
		}
		if (n > 0 && s[n - 1] == '\n')
			n--;
		if (n > 0 && s[n - 1] == '\r')
			n--;
		if (line_is_empty(s, n) || *s == '#')
			continue;
		if (n > 1 && *s == '\\' && (s[1] == '#' || s[1] == '\\'))
			s++, n--;
		s[n] = '\0';
		l->text = s;
		l->len = n;
		if (memchr(s, '\0', n) == NULL)
			return true;
		list_fault(l, "has a NUL byte");
	}
	if (ferror(l->f))
		err(EXIT_TROUBLE, "%s", shown_file(l->file));
	return false;
}

void
list_fault(struct list *l, const char *why)
{
	char entry[SHOWN_MAX + 4];
	size_t n = l->len < SHOWN_MAX ? l->len : SHOWN_MAX;

	if (l->faults++ >= FAULTS_TOLD)
		return;
	while (n > 0 && n < l->len && (l->text[n] & 0xC0) == 0x80)
		n--;
	memcpy(entry, l->text, n);
	entry[n] = '\0';
	if (n < l->len)
		strlcat(entry, "...", sizeof(entry));
	warnx("%s:%llu: %s: %s", shown_file(l->file),
	    (unsigned long long)l->number, shown(entry), why);
}

bool
list_close(struct list *l)
{
	if (l->faults > FAULTS_TOLD)
		warnx("%s: %llu lines could not be used; the first %d are told "
		    "above", shown_file(l->file),
		    (unsigned long long)l->faults, FAULTS_TOLD);
	free(l->line);
	if (l->f != stdin)
		fclose(l->f);
	return l->faults == 0;
}
