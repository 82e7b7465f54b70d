# dedup: what golden cases cannot show.

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	D=$BIN/dedup
}

# Lines with many repeats, the same every time: $1 of them, $2 different.
lines() {
	awk -v n="$1" -v d="$2" 'BEGIN {
		srand(7)
		for (i = 0; i < n; i++) {
			k = int(rand() * d)
			printf "line %d of %s\n", k, substr("abcdefghijklmnopqrstuvwxyz", k % 26 + 1)
		}
	}'
}

# Every one of these is refused: status 2, a message, the usage line, no output.
refused() {
	local s=0
	"$D" "$@" < /dev/null > out 2> err || s=$?
	[ "$s" -eq 2 ] && [ ! -s out ] && grep -q '^dedup: ' err && grep -q '^usage: dedup' err ||
	    { echo "not refused: $*"; cat err; return 1; }
}

@test "the same lines as awk's, over many growths of the table" {
	lines 400000 150000 > in
	awk '!seen[$0]++' in > want
	"$D" in | cmp - want
	"$D" < in | cmp - want
	"$D" -d in | sort > out
	sort in | uniq -d | cmp - out
	"$D" -u in | sort > out
	sort in | uniq -u | cmp - out
	"$D" -c in | sort -k 2 > out
	sort in | uniq -c | awk '{ n = $1; sub(/^ *[0-9]+ /, ""); print n "\t" $0 }' | sort -k 2 | cmp - out
	"$D" -n in | cut -f 2- | cmp - want
	awk '!seen[$0]++ { print NR "\t" $0 }' in | cmp - <("$D" -n in)
}

@test "-c and -u through a temporary file, and without one" {
	lines 300000 200000 > in
	"$D" -c in > want
	[ "$(wc -c < want)" -gt 4000000 ] || lines 600000 400000 > in
	"$D" -u in > want
	sort in | uniq -u | cmp - <(sort want)
	TMPDIR=/nonexistent "$D" -u in | cmp - want
	TMPDIR=$PWD "$D" -u in | cmp - want
	[ "$(ls)" = "$(printf 'in\nwant')" ]
}

@test "memory: at most 24 bytes a distinct record, and 4 MiB" {
	not_sanitized
	[ -x /usr/bin/time ] || skip "no /usr/bin/time"
	local n kib
	for n in 100000 1000000 3000000; do
		seq "$n" > in
		kib=$(/usr/bin/time -f %M "$D" in 2>&1 > /dev/null)
		echo "$n records: $kib KiB"
		[ $((kib * 1024)) -le $((24 * n + 4 * 1024 * 1024)) ]
	done
}

@test "the report: what was dropped and which record it repeats" {
	printf 'one\ntwo\nONE\none\nTwo\n' > a
	printf 'three\ntwo\n' > b
	"$D" -i --report=r a > out
	printf '3\t1\t1.00\tkey\n4\t1\t1.00\texact\n5\t2\t1.00\tkey\n' | cmp - r
	"$D" -i --header --report=r a b > out
	printf 'record\tkept\tsimilarity\twhy\tfile\tkept_file\n' > want
	printf '3\t1\t1.00\tkey\ta\ta\n4\t1\t1.00\texact\ta\ta\n5\t2\t1.00\tkey\ta\ta\n2\t2\t1.00\texact\tb\ta\n' >> want
	cmp want r
	run -2 "$D" --report=/nonexistent/r a
}

@test "every line a report names is a repeat of the one it names" {
	lines 20000 5000 > in
	"$D" --report=r in > out
	[ "$(($(wc -l < r) + $(wc -l < out)))" -eq 20000 ]
	awk 'NR == FNR { line[NR] = $0; next } line[$1] != line[$2] || $1 <= $2 { exit 1 }' in r
}

@test "paragraphs of several files stay apart" {
	printf 'one\n\ntwo' > a
	printf 'two\n\nthree\n\none\n' > b
	printf 'three\n\nfour\n' > c
	printf 'one\n\ntwo\n\nthree\n\nfour\n' > want
	"$D" -p a b c | cmp - want
	"$D" -p want | cmp - want
}

@test "a byte order mark stays at the front only" {
	printf '\357\273\277one\ntwo\n' > a
	printf '\357\273\277two\nthree\n' > b
	printf '\357\273\277four\n' > c
	printf '\357\273\277one\ntwo\nthree\nfour\n' > want
	"$D" a b c | cmp - want
}

@test "output of dedup is not changed by dedup" {
	local o
	cat "$SAMPLE"/*.txt "$SAMPLE"/wire/*.txt > in
	for o in "" -i -w -a -e -p -z "-p -i -w -a"; do
		# shellcheck disable=SC2086
		"$D" $o in > one
		# shellcheck disable=SC2086
		"$D" $o one | cmp - one
	done
}

@test "-H names the file a record came from" {
	printf 'one\n\ntwo\n' > a
	printf 'two\n\nthree\n' > b
	printf 'a\tone\na\t\na\ttwo\nb\t\nb\tthree\n' > want
	"$D" -H a b | cmp - want
	"$D" a b | cmp - <(cut -f 2 want)
	"$D" -H -c -e a b > out
	printf 'a\t1\tone\na\t2\t\na\t2\ttwo\nb\t1\tthree\n' | cmp - out
}

@test "options that do not go together are refused" {
	refused -d -u
	refused -t ,
	refused -t ab -k 1
	refused -k 0
	refused -k 3-2
	refused -k a
	refused -k 1,
	refused -k -
	refused --by-field=x
	refused -p -J
	refused -p -z
	refused -z -J
	refused --header
	refused --report=r -c
	refused --report=r -d
	refused --min-length=3 -u
	refused --min-length=-1
	refused --min-length=x
	[ ! -e r ]
}
