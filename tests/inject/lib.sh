# lib.sh -- what the loops of this folder share: counts of runs and of faults
#
# A loop is given the folder with the programs in BIN, works in a folder of its
# own, and ends with "N runs, M faults"; its status says whether M is 0.
# shellcheck shell=bash disable=SC2034 # variables are for those that take it in

INJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
: "${BIN:=$(cd "$INJECT/../.." && pwd)/build/bin}"
: "${CC:=cc}"
runs=0 faults=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

# Texts with what the programs look for; $1 times.
text() {
	local i
	for ((i = 0; i < $1; i++)); do
		printf 'He said "no %d" to John Kerry in Paris on Monday, May %d.\n\n' "$i" $((i % 28 + 1))
		printf 'Helen Marsh, the mayor, agreed. \342\200\234We paid $%d,\342\200\235 Marsh said, \303\251t\303\251.\n' "$i"
	done
}

# The option sets of a program, one a line, at most $SETS; with $1 those for
# objects.
option_sets() {
	case $2 in
	dedup) printf '%s\n' "" -i "-a -k 1-3 -t i" --near --contained -c -u "--seen=s" "--report=r" \
	    "--memory=16M" "--by-field=id" "--by-field=none" ;;
	sentence-split) printf '%s\n' "" -p "-a own" --quotes=keep ;;
	quote-extract) printf '%s\n' "" -p -c -u ;;
	tag-entities) printf '%s\n' "" -p --caseless "--gazetteer=ORG:own" ;;
	esac | if [ "$1" = -J ]; then sed 's/^/-J /'; [ "$2" != dedup ] || echo "-J --by=paragraph"
	else grep -v by-field; [ "$2" = dedup ] || echo "-o json"; fi | head -n "${SETS:-100}"
}

fault() {
	faults=$((faults + 1))
	echo "fault: $*"
}

finish() {
	echo "$runs runs, $faults faults"
	[ "$runs" -gt 0 ] && [ "$faults" -eq 0 ]
}
