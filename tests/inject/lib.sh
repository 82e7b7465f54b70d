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

# Records of which none is like another; $1 of them.
unlike() {
	awk -v n="$1" 'BEGIN { srand(3)
		for (i = 0; i < n * 12; i++) {
			for (k = 0; k < 6; k++) printf "%c", 97 + 26 * rand()
			printf i % 12 == 11 ? "\n" : " " } }'
}

# The option sets of a program, one a line, at most $SETS; with $1, -J, those for
# objects.  What begins with J is for objects alone, with T for text alone.
option_sets() {
	case $2 in
	dedup) printf '%s\n' "" "-i --ignore=[0-9]+" "-a -k 1-3 -t i" --near --contained -c -u --seen=s --report=r \
	    --memory=16M "J --by-field=id" "J --by-field=none" "J --by=paragraph" -d -e -n "T -z" "T -p" \
	    --keep=last --keep=longest "--keep=last --seen=s" --groups "--near --groups" "--near --report=r" "--near --seen=s" \
	    "--near -c" "--contained --seen=s" "--seen=s --forget=1d" --min-length=9 \
	    "-e --partition=1/2" "T --header-lines=2 --header --report=r" "--memory=16M --when-full=spill" \
	    --stats "--near=.5 --near-ignore=dates,numbers" "J --mark=m" "J --near --mark=m" \
	    "J --id=id --report=r" "J --near --by=paragraph --seen=s" ;;
	sentence-split) printf '%s\n' "" -p "-a own" --quotes=keep "T -o json" "-l auto" "-l none" "-l de -p" \
	    --max-length=20 "-p --max-length=20" "T -b -p" "-o tsv -f start,end,text,confidence,by" "T -z" \
	    "T -H" ;;
	quote-extract) printf '%s\n' "" -p -c -u "T -o json" --people=own --verbs=own --summary "T -o html -p" \
	    "T -o text -H" "-o tsv -f speaker,context,quote,role,spans,id" "-k direct --min-speaker=0" "T -z" ;;
	tag-entities) printf '%s\n' "" -p --caseless --gazetteer=ORG:own "T -o json" "T -o html" "T -o brat" \
	    "T -o conll" "-o tsv -f type,name,value,unit,mod,id" --stop=own --gazetteer=PERSON,i,a:own \
	    --date=2014-03-30 --scheme=conll "-t PERSON,DATE" --min-confidence=.5 "T --color=always" "T -z" ;;
	esac | if [ "$1" = -J ]; then sed -n '/^T/!{s/^J //; s/^/-J /; p}'
	else sed -n '/^J/!{s/^T //; p}'; fi | head -n "${SETS:-100}"
}

fault() {
	faults=$((faults + 1))
	echo "fault: $*"
}

finish() {
	echo "$runs runs, $faults faults"
	[ "$runs" -gt 0 ] && [ "$faults" -eq 0 ]
}
