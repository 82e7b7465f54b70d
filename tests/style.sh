#!/bin/bash
# style.sh -- is the source in the one style that can be checked by a script?
#
# Every header begins with a comment "NAME.h -- what it is" and is guarded by its
# path; no line of C is wider than 80 columns; a struct, union or enum of a library's
# or filter's means one thing; a word list is known by its role, so that its class
# LEX_... is nobody's business outside common/lexicon.  Says what is not so.
set -u
cd "$(dirname "$0")/.." || exit 1
bad=0

complain() {
	echo "$1"
	bad=1
}

for h in common/*/*.h filters/*/*.h tests/*/*.h; do
	guard=$(tr 'a-z/.-' 'A-Z___' <<< "$h")
	sed 2q "$h" | tr -d '\n' | grep -q "^/\* \* ${h##*/} -- " ||
	    complain "$h: does not begin with a comment \"${h##*/} -- what it is\""
	[ "$(grep -c "^#\(ifndef\|define\) $guard\$" "$h")" -eq 2 ] ||
	    complain "$h: not guarded by $guard"
done

# A tab goes on to the next multiple of 8; bytes that continue a character are none.
wide=$(LC_ALL=C awk '
	{
		gsub(/[\200-\277]/, "")
		for (n = i = 0; i < length($0); )
			n += substr($0, ++i, 1) == "\t" ? 8 - n % 8 : 1
		if (n > 80) print FILENAME ":" FNR ": " n " columns"
	}' common/*/*.[ch] filters/*/*.[ch] tests/*/*.[ch])
[ -z "$wide" ] || complain "$wide"

# What trains is a program by itself.
twice=$(awk '
	FILENAME !~ /\/train_/ && match($0, /^(static )?(const )?(struct|union|enum) [a-z_0-9]+ \{/) {
		tag = substr($0, RSTART, RLENGTH - 2)
		gsub(/static |const /, "", tag)
		if (tag in where && where[tag] != FILENAME)
			print tag ": " where[tag] " and " FILENAME
		where[tag] = FILENAME
	}' common/*/*.[ch] filters/*/*.[ch])
[ -z "$twice" ] || complain "$twice"

lex=$(grep -n 'LEX_' common/*/*.[ch] filters/*/*.[ch] | grep -v '^common/lexicon/')
[ -z "$lex" ] || complain "$lex"
exit "$bad"
