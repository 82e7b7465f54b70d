#!/bin/bash
# quote-extract.sh -- CPU time and memory on press.txt, beside programs that
# only read it; and that time is linear on odd input, and what memory that takes
set -eu
: "${B:=build}" "${CORPORA:=../shared/corpora}"
[ -d "$CORPORA" ] || { echo "no corpora at $CORPORA (CORPORA=DIR)"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
xz -dc "$CORPORA/press/press.txt.xz" > "$work/press.txt"
mb=$(($(stat -c %s "$work/press.txt") / 1000000))

# CPU seconds, peak memory and speed of a command on the press releases.
measure() {	# label, command...
	local label=$1 u s kb
	shift
	/usr/bin/time -f '%U %S %M' -o "$work/time" "$@" > "$work/out" 2> /dev/null || true
	read -r u s kb < <(tail -n 1 "$work/time")
	awk -v l="$label" -v u="$u" -v s="$s" -v kb="$kb" -v mb="$mb" -v n="$(wc -l < "$work/out")" \
	    'BEGIN { t = u + s; printf "%-44s %8.2f %8.1f %8.1f %9d\n", l, t, t ? mb / t : 0, kb / 1024, n }'
}

printf '%-44s %8s %8s %8s %9s\n' "press.txt, $mb MB" "CPU s" MB/s "MiB" lines
measure "wc -w" wc -w "$work/press.txt"
measure "grep '\"' (lines with a mark)" grep '"' "$work/press.txt"
measure "gawk, words counted" gawk '{ n += NF } END { print n }' "$work/press.txt"
measure "quote-extract" "$B/bin/quote-extract" "$work/press.txt"
measure "quote-extract -o json" "$B/bin/quote-extract" -o json "$work/press.txt"
measure "quote-extract -z (names of the whole first)" "$B/bin/quote-extract" -z "$work/press.txt"

echo
printf '%-44s %8s %8s %8s\n' "one line of" "1 MB, s" "2 MB, s" "MiB"
for what in '"' "'" ', ' 'said ' 'said that ' 'he said that ' '"a" ' 'according to ' 'John Roe '; do
	t=()
	for n in 1000000 2000000; do
		awk -v w="$what" -v n=$n 'BEGIN { while (c < n) { printf "%s", w; c += length(w) } print "" }' > "$work/odd.txt"
		/usr/bin/time -f '%U %S %M' -o "$work/time" "$B/bin/quote-extract" -u "$work/odd.txt" > /dev/null
		read -r u s kb < "$work/time"
		t+=("$(awk -v u="$u" -v s="$s" 'BEGIN { printf "%.2f", u + s }')")
	done
	printf '%-44s %8s %8s %8s\n' "[$what]" "${t[@]}" $((kb / 1024))
done
