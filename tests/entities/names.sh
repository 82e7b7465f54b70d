#!/bin/bash
# names.sh TAG-ENTITIES FILE ... [-v]: the name column on the cases of FILE.
#
# A case is a document, up to an empty line; behind it, each after a tab, stand
# mentions and their names, "Kerry = John Kerry", that must be found in this
# order among others.  "# kind" begins a kind of cases.  Prints how many cases
# of each kind are right, and of all; with -v what the wrong ones gave.
set -euo pipefail
program=$1
shift
verbose=0 files=()
for arg in "$@"; do
	if [ "$arg" = -v ]; then verbose=1; else files+=("$arg"); fi
done
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# Each case into two files: its text and what is wanted.
cat "${files[@]}" | awk -v dir="$tmp" '
/^# / { kind = substr($0, 3); next }
/^$/ { fresh = 1; next }
!/^\t/ && (fresh || n == 0) {
	fresh = 0
	close(text); close(want)
	text = sprintf("%s/%04d.text", dir, ++n)
	want = sprintf("%s/%04d.want", dir, n)
	print kind > want
}
/^\t/ { print substr($0, 2) > want; fresh = 1; next }
{ print > text }'
for text in "$tmp"/*.text; do
	# several lines are one text: what comes later counts, too
	"$program" -z -o tsv --no-filename "$text" | cut -f 2,5 > "${text%.text}.got"
done
for text in "$tmp"/*.text; do
	awk -F '\t' -v text="$text" -v verbose="$verbose" '
	FNR == 1 { file++ }
	file == 1 && FNR == 1 { kind = $0; next }
	file == 1 { want[++n] = $0; next }
	{ got = $2 " = " $1; all = all "\t\t" got "\n"; if (got == want[at + 1]) at++ }
	END {
		print kind "\t" (at == n)
		if (verbose && at < n) {
			while ((getline line < text) > 0)
				print "\t" line > "/dev/stderr"
			print "\t\twanted " want[at + 1] "; got\n" all > "/dev/stderr"
		}
	}' "${text%.text}.want" "${text%.text}.got"
done | awk -F '\t' '
!($1 in all) { order[++kinds] = $1 }
{ all[$1]++; right[$1] += $2; n++; ok += $2 }
END {
	for (i = 1; i <= kinds; i++)
		printf "%-32s %3d of %3d\n", order[i], right[order[i]], all[order[i]]
	printf "%-32s %3d of %3d\n", "all", ok, n
}'
