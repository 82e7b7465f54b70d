#!/bin/bash
# layers.sh -- does every arrow between the parts of the source run one way?
#
# A folder of common/ is a module and uses only those before it in the list; a
# filter uses all of them and no other filter.  From outside, a module is its
# header common/NAME/NAME.h and nothing else; what trains models may also use
# common/learn/learn_train.h.  What trains is named train_*, and nothing else takes
# it in.  And no two files need each other, in a module or in a filter: asked of the
# objects in $B/obj.
set -u
cd "$(dirname "$0")/.." || exit 1
B=${B:-build}
modules="base io learn lexicon text sentences names syntax entities quotes"
bad=0

# Every include of the tree's own headers: file, then header.
includes() {
	grep -Ho '#include "\(common\|filters\)/[^"]*"' common/*/*.[ch] filters/*/*.[ch] \
	    tests/*/*.[ch] | sed 's/:#include "/ /; s/"$//'
}

includes | awk -v modules="$modules" '
	function place(path, part) {	# "io" of common/io/x.h, "dedup" of filters/dedup/x.h
		split(path, part, "/")
		return part[2]
	}
	function say(why) {
		print $1 ": " $2 ": " why
		bad = 1
	}
	BEGIN { n = split(modules, list, " "); for (i = 1; i <= n; i++) rank[list[i]] = i }
	{
		from = place($1); to = place($2); name = $2; sub(".*/", "", name)
		trains = $1 ~ /\/(learn_)?train[_.]/ || $1 ~ /^tests\//
		if ($1 ~ /^common\// && !(from in rank)) say("not in the list of modules")
		if ($1 ~ /^common\// && $2 ~ /^filters\//) say("common uses a filter")
		if ($1 ~ /^filters\// && $2 ~ /^filters\// && from != to) say("a filter uses another")
		if ($1 ~ /^common\// && $2 ~ /^common\// && rank[to] > rank[from]) say("an arrow up")
		if (name ~ /^(learn_)?train[_.]/ && !trains) say("what trains, in what does not")
		if ($2 ~ /^common\// && from != to && name != to ".h" &&
		    !(trains && name == "learn_train.h") && $1 !~ /^tests\//) say("not the door of " to)
	}
	END { exit bad }' || bad=1

# tsort says "-: input contains a loop:" and names the files in it.
loops() {	# OBJECT ...
	nm -A "$@" | awk '
		{ file = $1; sub(/:.*/, "", file); sub(/.*\//, "", file); sub(/\.o$/, "", file) }
		$(NF - 1) ~ /^[TDRBVW]$/ { def[$NF] = file }
		$(NF - 1) == "U" { use[++n] = file; what[n] = $NF }
		END { for (i = 1; i <= n; i++)
			if (what[i] in def && def[what[i]] != use[i]) print use[i], def[what[i]] }' |
	    sort -u | tsort 2>&1 > /dev/null | sed 's/^tsort: -:.*/;/; s/^tsort://' | tr -d '\n'
}
for d in common/*/ filters/*/; do
	objects=()
	for c in "$d"*.c; do	# objects whose source has gone are no part of it
		o=$B/obj/${c%.c}.o
		case $c in
		*/train_*) ;;
		*) [ ! -e "$o" ] || objects+=("$o") ;;
		esac
	done
	[ ${#objects[@]} -gt 0 ] || continue
	found=$(loops "${objects[@]}")
	[ -z "$found" ] || { echo "$d: files that need each other:$found"; bad=1; }
done
exit "$bad"
