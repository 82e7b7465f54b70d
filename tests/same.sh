#!/bin/bash
# same.sh OLD [NEW] -- what does a build print that an older one did not?
#
# OLD and NEW are folders of programs (build/bin is NEW unless given).  Every text
# in the tree is put through both, each program with several options, and so is
# every golden case with its own; what differs is told a line each: the program and
# its options, and the input.  Ends with how many outputs were compared, status 1 if
# some differ.  For changes that are to change nothing:
#
#	git worktree add ../before HEAD && make -C ../before
#	tests/same.sh ../before/build/bin
#
# SAME_INPUTS, a list of files, is read instead of all texts; then no cases are.
set -u
[ -d "${1-}" ] || { echo "usage: same.sh OLD [NEW]" >&2; exit 2; }
old=$(cd "$1" && pwd)
cd "$(dirname "$0")/.." || exit 2
new=$(cd "${2:-${B:-build}/bin}" && pwd) || exit 2
export LC_ALL=C
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
compared=0 differ=0

# same PROGRAM FILE OPTION ... : are output, messages and status the same?
same() {
	local program=$1 file=$2 bin
	shift 2
	for bin in "$old" "$new"; do
		"$bin/$program" "$@" < "$file" > "$scratch/out" 2> "$scratch/err"
		echo "status $?" >> "$scratch/err"
		cat "$scratch/out" "$scratch/err" > "$scratch/${bin//\//_}"
	done
	compared=$((compared + 1))
	cmp -s "$scratch/${old//\//_}" "$scratch/${new//\//_}" && return
	differ=$((differ + 1))
	echo "$program${*:+ $*} < $file"
}

# Texts of every kind: articles, marked ones, pages, what fuzzers begin with.
texts() {
	git ls-files 'tests/cases/*.in' 'tests/fuzz/*' 'tests/sample/*' 'tests/quotes/*' 'tests/entities/*' \
	    'tests/sentences/*' 'man/*' '*.md' 'common/languages/en/recipe/*-own*.txt' |
	    grep -v '\.[ch]$\|\.sh$'
}

while IFS= read -r f; do
	[ -f "$f" ] || continue
	while read -r line; do
		read -ra words <<< "$line"
		same "${words[0]}" "$f" "${words[@]:1}"
	done <<-EOF
		dedup
		dedup -p -a
		dedup -w -c
		dedup --near
		sentence-split
		sentence-split -p -o tsv
		sentence-split -z --quotes=keep
		sentence-split -o json
		tag-entities
		tag-entities -p -o tsv
		tag-entities -z -o conll
		tag-entities -o html
		tag-entities --caseless -o json
		quote-extract -u
		quote-extract -p -u -o json
		quote-extract -z -u -c
		quote-extract -o html
	EOF
done < <(if [ -n "${SAME_INPUTS-}" ]; then tr ' ' '\n' <<< "$SAME_INPUTS"; else texts; fi)

for f in tests/cases/*/*.args; do
	[ -z "${SAME_INPUTS-}" ] || break
	args=()
	eval "args=($(cat "$f"))"
	pushd "$(dirname "$f")" > /dev/null || exit 2
	same "$(basename "$PWD")" "$(basename "${f%.args}").in" "${args[@]}"
	popd > /dev/null || exit 2
done

echo "$compared outputs compared, $differ differ"
[ "$differ" -eq 0 ]
