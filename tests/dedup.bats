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

# Every one of these is refused: status 2, a message, a line that points to --help, no output.
refused() {
	local s=0
	"$D" "$@" < /dev/null > out 2> err || s=$?
	[ "$s" -eq 2 ] && [ ! -s out ] && grep -q '^dedup: ' err && grep -q "^Try 'dedup --help'" err ||
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

# With --memory records are judged one by one, else many lines at a time.
@test "many lines at a time: the same as one by one" {
	awk 'BEGIN {
		srand(7)
		for (i = 0; i < 60000; i++) {
			eol = rand() < .2 ? "\r\n" : "\n"
			if (rand() < .25)
				printf "%s", eol
			else if (rand() < .001)
				printf "%0*d%s", 100000 * rand(), 0, eol
			else
				printf "%d%s", 20000 * rand(), eol
		}
		printf "no end" }' > body
	{ printf '\357\273\277'; cat body; } > bom
	printf '\n\na\r\n\r\n\n\na\n\n\n\r' > blank
	printf 'cut\r' > cr
	local options files
	for options in "" -e; do
		# shellcheck disable=SC2086 # none or one
		for files in body bom blank cr "bom blank cr body" "blank blank bom"; do
			"$D" $options --stats $files > out 2> err
			"$D" $options --stats --memory=100M $files > want 2> want.err
			cmp out want
			# The table's size depends on the seed.
			cmp <(sed 's/ distinct, .*//' err) <(sed 's/ distinct, .*//' want.err)
			cat $files | "$D" $options > out
			cat $files | "$D" $options --memory=100M | cmp out -
		done
	done
}

@test "-c and -u through a temporary file, and without one" {
	lines 300000 200000 > in
	"$D" -c in > want
	[ "$(wc -c < want)" -gt 4000000 ] || lines 600000 400000 > in
	"$D" -u in > want
	sort in | uniq -u | cmp - <(sort want)
	TMPDIR=/dev/null/none "$D" -u in | cmp - want
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

@test "a line of 1 GiB, twice" {
	not_sanitized
	[ "$(awk '/MemAvailable/ { print int($2 / 1048576) }' /proc/meminfo)" -ge 6 ] || skip "too little memory"
	long() { head -c 1G /dev/zero | tr '\0' x; }
	{ echo one; long; echo; echo two; long; } | "$D" | wc -c > n
	[ "$(cat n)" -eq $((1073741824 + 1 + 8)) ]
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
	run -2 "$D" --report=/dev/null/none/r a
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
	refused --near=2
	refused --near=x
	refused --near=0
	refused --near-ignore=dates
	refused --near --near-ignore=colours
	refused --near --near-ignore=
	refused --near-min-words=5
	refused --near --near-min-words=0
	refused --contained=0
	refused --near -c --report=r
	refused --keep=most
	refused --groups --seen=s
	refused --keep=last --memory=64M
	refused --near -u --seen=s
	refused --groups -c
	refused --groups --keep=last
	refused --groups --report=r
	refused -J -H
	refused -J --groups --by=line
	refused --mark=x
	refused -J --mark=text
	refused -J --mark=x --keep=last
	refused -J --mark=x -d
	refused --id=1
	refused --id=0 --report=r
	refused --id=name --report=r
	refused "--ignore=("
	refused -J --header-lines=1
	refused -p --header-lines=1
	refused --header-lines=-1
	refused --forget=30d
	refused --seen=s --forget=x
	refused --seen=s --forget=0d
	refused --seen=s --forget=3m
	refused --by=paragraph
	refused -J --by=word
	refused -J --by=paragraph -d
	refused -J --by=line -e
	refused -J --by=line --by-field=x
	refused --seen-only
	refused --seen=s -c
	refused --seen=s -d
	refused --memory=1M
	refused --memory=x
	refused --when-full=spill
	refused --memory=64M --when-full=burn
	refused --memory=64M --when-full=spill -u
	refused --memory=64M --when-full=spill --report=r
	refused --memory=64M --when-full=spill --seen=s
	refused --memory=64M --when-full=forget -c
	refused --memory=64M --near
	refused --partition=1/4
	refused -e --partition=0/4
	refused -e --partition=5/4
	refused -e --partition=4
	refused -e --partition=1/4 --near
	refused -J --partition=1/4 --by=line
	refused --merge
	refused --merge --seen=s
	refused --merge --seen=s -i a
	[ ! -e r ] && [ ! -e s ]
}

@test "every option that goes with another works with it" {
	# What is compared, what is printed and what a record is do not depend on
	# each other: all of it together, each result checked for what must hold.
	printf 'A b\n\na  B\n"A B."\nc d\nC D\ne\n' > in
	jq -c -R '{text: .}' in > in.json
	local key mode print n=0 file most=1200
	local keys=("" -i -w -a "-i -w" "-i -a" "-w -a" "-i -w -a" "-k 1"
	    "-k 1 -t b -i" --near --contained "--near -i -w -a")
	# With sanitizers a program takes long to start: each key once, no pairs.
	if is_sanitized; then
		keys=("" "-i -w -a" "-k 1 -t b -i" "--near -i -w -a" --contained)
		most=450
	fi
	for key in "${keys[@]}"; do
		for mode in "" -e -z -p -J "-e -z" "-J --by=paragraph" "-J --by=line"; do
			file=in
			[[ $mode != *J* ]] || file=in.json
			for print in "" -n -H "-n -H" -c -d -u "-c -d" "-c -u -n" "-d -n" "--report=r" \
			    "--seen=s" "--seen=s --report=r" "--memory=32M" "--memory=32M --when-full=forget" \
			    "--memory=64M --when-full=spill -n" --min-length=3 --stats \
			    --keep=last "--keep=longest --report=r" --groups "--groups -d -n" \
			    "--ignore=^[a-c]" "--seen=s --forget=1d"; do
				[[ $key == *--* && ($print == *--memory*) ]] && continue
				[[ $mode == -J* && $print == *-H* ]] && continue	# refused
				[[ $mode == *--by* && ($print == *-[cdu]* || $print == *spill* ||
				    $print == *--keep* || $print == *--groups*) ]] && continue
				rm -f s r
				# shellcheck disable=SC2086
				"$D" $key $mode $print "$file" > out 2> err || {
					echo "failed: $key $mode $print"; cat err; return 1; }
				[[ $print == *-d* || $print == *--ignore* || $key == *--contained* ]] || [ -s out ] || { echo "empty: $key $mode $print"; return 1; }
				n=$((n + 1))
			done
		done
	done
	echo "$n combinations"
	[ "$n" -gt "$most" ]
}

# --- near repeats ------------------------------------------------------------

@test "near repeats: a long text, edited a little; another one stays" {
	awk 'BEGIN { srand(3); for (d = 0; d < 3; d++) {
		for (i = 0; i < 1200; i++)
			printf "w%c%c%c ", 97 + rand() * 26, 97 + rand() * 26, 97 + rand() * 26
		print "" } }' > docs
	head -n 1 docs | awk '{ $100 = "changed"; $700 = "also"; print }' > edited
	cat docs edited > in
	"$D" --near --report=r in | cmp - docs
	cut -f 1,2,4 r | cmp - <(printf '4\t1\tnear\n')
	[ "$(cut -f 3 r | tr -d .)" -gt 95 ]
}

@test "near repeats do not depend on the run" {
	cat "$SAMPLE"/*.txt "$SAMPLE"/wire/*.txt "$SAMPLE"/article.txt > in
	"$D" --near --report=r1 in > out
	"$D" --near --report=r2 < in | cmp - out
	cmp r1 r2
}

@test "many lines that share one beginning: time is linear" {
	not_sanitized
	of_lines() {
		awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) {
			printf "the senator from the state said in a statement today that"
			for (j = 0; j < 12; j++) printf " w%d", (i * 7919 + j * 104729) % 9973
			print "" } }'
	}
	takes_linear_time of_lines 15000 "$D" --near
	takes_linear_time of_lines 15000 "$D" --contained
}

@test "near repeats: versions of one story are found, other stories are kept" {
	# tests/versions: a story, and a table of edits: kind, what is to be, sed(1).
	local story edits kind want script got n=0
	for edits in "$TESTS"/versions/*.edits; do
		story=${edits%.edits}.story
		while IFS=$'\t' read -r kind want script; do
			sed "$script" "$story" > edited
			! cmp -s "$story" edited
			printf '%s\0' "$(cat "$story")" "$(cat edited)" > in
			got=kept
			[ "$("$D" -z --near in | tr -cd '\0' | wc -c)" -eq 2 ] || got=found
			[ "$got" = "$want" ] || echo "$(basename "$story"), $kind: $got"
			[ "$got" = "$want" ] && n=$((n + 1))
		done < "$edits"
	done
	echo "$n as they should be"
	[ "$n" -eq "$(cat "$TESTS"/versions/*.edits | wc -l)" ]
}

@test "near repeats: one fact of a long text is another text, wherever it stands" {
	# 1500 words; in the copy one word is another one.
	awk 'BEGIN { srand(5)
		for (i = 1; i <= 1500; i++) {
			w = ""
			for (k = 0; k < 4 + rand() * 4; k++)
				w = w sprintf("%c", 97 + rand() * 26)
			print i % 100 == 50 ? "kill 12 of 30 in Brenna and profits rose by $5 million on Monday but" : w
		} }' | tr '\n' ' ' > one
	local line from to
	for line in "12 13" "30 31" "Brenna Tarn" "rose fell" '$5 €5' "million billion" "Monday Friday" "but not"; do
		from=${line% *} to=${line#* }
		for n in 1 7 14; do
			awk -v n=$n -v from="$from" -v to="$to" 'BEGIN { RS = ORS = " " }
				index($0, from) == 1 && ++k == n { sub(/.*/, to) } { print }' one > two
			{ cat one; echo; cat two; echo; } > in
			[ "$(wc -l < in)" -eq 2 ]
			"$D" --near in | cmp - in || { echo "$line, $n"; return 1; }
		done
	done
	# A hundred other words are not another text.
	awk 'BEGIN { RS = ORS = " " } NR % 20 == 5 && /^[a-z]+$/ && !/million/ { $0 = "x" $0 } { print }' one > two
	{ cat one; echo; cat two; echo; } | "$D" --near | wc -l | grep -qx 1
}

@test "near repeats: --near-ignore, --near-min-words" {
	cat > in <<-'EOF'
	The ferry leaves the old harbour on Monday at 10:15 and comes back at night.
	The ferry leaves the old harbour on Friday at 11:30 and comes back at night.
	The price of the old house by the lake is 500 and the garden comes with it.
	The price of the old house by the lake is 900 and the garden comes with it.
	A spokesman for Holm said that nobody had been hurt in the fire at the mill.
	A spokesman for Vane said that nobody had been hurt in the fire at the mill.
	EOF
	"$D" --near in | cmp - in
	"$D" --near --near-ignore=dates in | cmp - <(sed 2d in)
	"$D" --near --near-ignore=numbers in | cmp - <(sed 4d in)
	"$D" --near --near-ignore=names in | cmp - <(sed 6d in)
	"$D" --near --near-ignore=names,dates,numbers in | cmp - <(sed '2d;4d;6d' in)
	printf 'the road to the old mill\nthe road to the old mill again\n' > in
	"$D" --near in | cmp - in
	"$D" --near --near-min-words=5 in | cmp - <(sed 2d in)
	"$D" --near --near-min-words=7 in | cmp - in
}

# --- what is kept, and what it is called --------------------------------------

# Three stories of two versions each, and one alone; with ids.
stories() {
	cat <<-'EOF'
	id	text
	a1	The ferry to the island was late again on Monday, and nobody knew why.
	b1	The council of the old town will vote on the new bridge in the spring.
	c1	Nobody answered.
	a2	The ferry to the island was late again on Monday and nobody there knew why.
	b2	The council of the old town will soon vote on the new bridge in the spring.
	a3	The ferry to the island was late again on Monday, nobody knew why.
	EOF
}

@test "--keep: the first, the last, the longest" {
	stories > in
	set -- -k 2 --header-lines=1 --near
	"$D" "$@" in | cut -f 1 | tr '\n' ' ' | grep -qx 'id a1 b1 c1 '
	"$D" "$@" --keep=first in | cmp - <("$D" "$@" in)
	"$D" "$@" --keep=last in | cut -f 1 | tr '\n' ' ' | grep -qx 'id c1 b2 a3 '
	"$D" "$@" --keep=longest --id=1 --report=r in | cut -f 1 | tr '\n' ' ' | grep -qx 'id c1 a2 b2 '
	cut -f 1,2,4 r | cmp - <(printf 'a1\ta2\tnear\nb1\tb2\tnear\na3\ta2\tnear\n')
	# Exact repeats too, and the same through a temporary file as without one.
	printf 'A\nb\na\nB\nb\n' | "$D" -i --keep=last | cmp - <(printf 'a\nb\n')
	lines 200000 90000 > many
	tac many | awk '!seen[$0]++' | tac > want
	"$D" --keep=last many | cmp - want
	TMPDIR=/dev/null/none "$D" --keep=last many | cmp - want
	# Neither says less than the other where either may be dropped.
	printf 'A dog was found on the road near the old mill on the hill by 12 men.\n' > in
	printf 'A dog was found on the road near the old mill on the hill by men.\n' >> in
	"$D" --near in | cmp - <(head -n 1 in)
	"$D" --near --keep=last in | cmp - in
}

@test "--keep with --seen: among what no earlier run printed" {
	stories > in
	set -- -k 2 --header-lines=1 --near --keep=last --seen=s
	head -n 4 in | "$D" "$@" | cut -f 1 | tr '\n' ' ' | grep -qx 'id a1 b1 c1 '
	printf 'd1\tThe mayor of the old town will not stand again, she said on Friday.\n' >> in
	printf 'd2\tThe mayor of the old town will not stand again, she said late on Friday.\n' >> in
	"$D" "$@" --report=r in | cut -f 1 | tr '\n' ' ' | grep -qx 'id d2 '
	cut -f 1,2,4 r | sort -n | cmp - <(printf '2\t-\tseen\n3\t-\tseen\n4\t-\tseen\n5\t-\tnear\n6\t-\tnear\n7\t-\tnear\n8\t9\tnear\n')
	"$D" "$@" in | cut -f 1 | tr '\n' ' ' | grep -qx 'id '
	# Nothing is remembered that was not printed.
	rm s
	(printf 'a\nb\na\n'; sleep 3) | "$D" --keep=last --seen=s > out &
	sleep 1
	kill $! 2> /dev/null || true
	wait $! || true
	printf 'a\nb\na\n' | "$D" --keep=last --seen=s | cmp - <(printf 'b\na\n')
}

@test "--groups: what belongs together stands together" {
	stories > in
	set -- -k 2 --header-lines=1 --near --groups
	"$D" "$@" in | cut -f 1,2 | tr '\t\n' '= ' > out
	grep -qx '=id 2=a1 2=a2 2=a3 3=b1 3=b2 4=c1 ' out
	"$D" "$@" -d --id=1 in | cut -f 1,2 | tr '\t\n' '= ' | grep -qx '=id a1=a1 a1=a2 a1=a3 b1=b1 b1=b2 '
	"$D" "$@" -u in | cut -f 1,2 | tr '\t\n' '= ' | grep -qx '=id 4=c1 '
	sed 1d in | jq -c -R 'split("\t") | {id: .[0], text: .[1]}' > in.json
	"$D" -J --near --groups --id=id in.json | jq -r '.group + .id' | tr '\n' ' ' > out
	grep -qx 'a1a1 a1a2 a1a3 b1b1 b1b2 c1c1 ' out
	"$D" --groups /dev/null | cmp - /dev/null
	# From a file of the spool as from memory.
	lines 200000 90000 > many
	"$D" --groups many | cut -f 2 > out
	awk '{ n = seen[$0]++ ? first[$0] : first[$0] = NR; print n "\t" NR "\t" $0 }' many |
	    sort -n -k 1,1 -k 2,2 | cut -f 3 | cmp - out
}

@test "-c, -d and -u by what is alike" {
	stories | sed 1d > in
	"$D" -k 2 --near -c in | cut -f 1,2 | tr '\t\n' '= ' | grep -qx '3=a1 2=b1 1=c1 '
	"$D" -k 2 --near -d in | cut -f 1 | tr '\n' ' ' | grep -qx 'a1 b1 '
	"$D" -k 2 --near -u in | cut -f 1 | grep -qx c1
	"$D" -k 2 --near -c -d --keep=last in | cut -f 1,2 | tr '\t\n' '= ' | grep -qx '2=b2 3=a3 '
}

@test "--mark: nothing is dropped, and each object says what it repeats" {
	stories | sed 1d | jq -c -R 'split("\t") | {id: .[0], text: .[1]}' > in
	echo '{"id":7,"text":"Nobody answered.","of":{}}' >> in
	echo '{"text":"Nobody answered!"}' >> in
	echo '{"id":8}' >> in
	"$D" -J --near --mark=of --id=id in > out 2> err || [ "$?" -eq 1 ]
	jq -c 'del(.of)' out | cmp - <(head -n 8 in | jq -c 'del(.of)')
	jq -c .of out > of
	printf '%s\n' null null null '{"of":"a1","why":"near","similarity":0.96}' \
	    '{"of":"b1","why":"near","similarity":0.96}' '{"of":"a1","why":"near","similarity":0.96}' \
	    '{"of":"c1","why":"exact","similarity":1.00}' '{"of":"c1","why":"key","similarity":1.00}' |
	    jq -c . | cmp - <(jq -c . of)
	"$D" -J --near --mark=of in 2> err | jq -c .of.of | tail -n 2 | cmp - <(printf '3\n3\n')
}

@test "--id: the report names records by what they are called" {
	printf 'x,one\ny,two\nz,one\n,two\nlonely\n' > in
	"$D" -t , -k 2 --id=1 --report=r in > out
	cmp r <(printf 'z\tx\t1.00\tkey\n\ty\t1.00\tkey\n')
	"$D" -t , -k 2 --id=3 --report=r in > out
	cmp r <(printf -- '-\t-\t1.00\tkey\n-\t-\t1.00\tkey\n')
	printf '%s\n' '{"id":7,"text":"a"}' '{"id":"x\ty","text":"a"}' '{"text":"a"}' > in
	"$D" -J --id=id --report=r in > out
	cmp r <(printf 'x\\ty\t7\t1.00\texact\n-\t7\t1.00\texact\n')
}

@test "--ignore: what matches is not compared" {
	printf '10:15 one\n10:16 one\nRead more: two\ntwo\n10:17\n10:18\n' > in
	"$D" --ignore='^[0-9:]+ ?' --ignore='^Read more: ' in > out
	printf '10:15 one\nRead more: two\n10:17\n10:18\n' | cmp - out
	# ^ and $ are those of lines; a match that is empty changes nothing.
	printf 'a\nUpdated 10:15\n\na\nUpdated 11:20\n' > in
	"$D" -p --ignore='^Updated.*$' --ignore='x*' in | cmp - <(head -n 2 in)
	printf 'x1y\0x2y\0' | "$D" -z --ignore=[0-9] | tr '\0' '\n' | cmp - <(echo x1y)
	# Remembered as a rule.
	echo one | "$D" --seen=s --ignore=x > out
	run -2 "$D" --seen=s --ignore=y in
}

@test "--header-lines: they pass, in each file" {
	printf 'h\na\nh\n' > a
	printf 'h\nb\na\n' > b
	"$D" --header-lines=1 a b | cmp - <(printf 'h\na\nh\nh\nb\n')
	"$D" --header-lines=1 -d a b | cmp - <(printf 'h\nh\na\n')
	"$D" --header-lines=1 -c a b | cmp - <(printf '\th\n\th\n2\ta\n1\th\n1\tb\n')
	"$D" --header-lines=9 a b | cmp - <(cat a b)
	"$D" -e -n --header-lines=1 --partition=1/2 a > part.1
	"$D" -e -n --header-lines=1 --partition=2/2 a > part.2
	sort -m -n part.1 part.2 | cmp - <("$D" -e -n --header-lines=1 a)
}

@test "fields that are quoted are told of, once" {
	printf '1,"a, b",2\n2,"a, c",2\n' > in
	"$D" -t , -k 2 in > out 2> err
	[ "$(wc -l < err)" -eq 1 ]
	grep -q 'looks like CSV' err
	printf '1,"a b",2\n2,a "c, d" e,f\n' > in
	"$D" -t , -k 2 in 2> err | cmp - in
	[ ! -s err ]
	printf '"one, two"\n' | "$D" 2> err > out
	[ ! -s err ]
}

# --- from run to run ---------------------------------------------------------

@test "--seen remembers from run to run" {
	printf 'one\ntwo\none\n' | "$D" --seen=s > out
	printf 'one\ntwo\n' | cmp - out
	printf 'two\nthree\n' | "$D" --seen=s --report=r > out
	echo three | cmp - out
	printf '1\t-\t1.00\tseen\n' | cmp - r
	cp s before
	printf 'four\none\nfour\n' | "$D" --seen=s --seen-only > out
	echo four | cmp - out
	cmp s before
	printf 'four\n' | "$D" --seen=s | cmp - <(echo four)
	run -2 "$D" --seen=nothing --seen-only < /dev/null
	[ ! -e nothing ]
}

@test "--seen refuses other rules, other files, damage" {
	seq 100000 | "$D" --seen=s > /dev/null
	run -2 "$D" -i --seen=s < /dev/null
	[[ $output == *"what is compared is not the same"* ]]
	seq 10 > plain
	run -2 "$D" --seen=plain < /dev/null
	[[ $output == *"no file of --seen"* ]]
	seq 10 | cmp - plain
	# One byte in the first block, with another block behind it.
	cp s damaged
	printf '\377' | dd of=damaged bs=1 seek=5000 conv=notrunc 2> /dev/null
	cat damaged > big
	for i in 1 2 3; do cat s >> big; done
	cp big before
	run -2 "$D" --seen=big < /dev/null
	[[ $output == *"damaged from byte 256 to "*": up to "*" records"* ]]
	cmp big before
	printf 'x' | dd of=s bs=1 seek=40 conv=notrunc 2> /dev/null
	run -2 "$D" --seen=s < /dev/null
	[[ $output == *"header is damaged"* ]]
}

@test "--seen: a tail cut at any byte is cut off, and no more is lost" {
	seq 5 | "$D" --seen=s > /dev/null
	seq 6 9 | "$D" --seen=s > /dev/null
	local size n
	size=$(stat -c %s s)
	for n in $(seq 1 88); do
		head -c $((size - n)) s > cut
		seq 9 | "$D" --seen=cut > out 2> err
		if [ "$n" -lt 88 ]; then
			grep -q 'unfinished block, cut off' err
		fi
		seq 6 9 | cmp - out
		seq 9 | "$D" --seen=cut > out 2> err
		[ ! -s out ] && [ ! -s err ]
	done
}

@test "--seen: near repeats across runs, as in one" {
	cat "$SAMPLE"/*.txt "$SAMPLE"/wire/*.txt "$SAMPLE"/article.txt > all
	sed 's/ the / that /3' all >> all.2
	cat all.2 >> all
	"$D" -e --near all > want
	local n
	for n in 200 1 7 50; do
		rm -f s out
		head -n "$n" all | "$D" -e --near --seen=s > out
		tail -n +$((n + 1)) all | "$D" -e --near --seen=s --report=r >> out
		cmp out want
	done
	cut -f 2,4 r | grep -q '^-.near$'
	"$D" -e --near --seen=s all > out
	[ ! -s out ]
	# What is near is found in what was merged, too.
	"$D" -e --near --seen=base < /dev/null
	cp base a
	cp base b
	printf 'The ferry to the island was late again on Monday, and nobody knew why.\n' > one
	printf 'The ferry to the island was late again on Monday and nobody there knew why.\n' > two
	"$D" -e --near --seen=a one > out
	"$D" -e --near --seen=b all > out
	"$D" --merge --seen=m a b
	"$D" -e --near --seen=m two > out
	[ ! -s out ]
	run -2 "$D" -e --seen=m two
	[[ $output == *"what is compared is not the same"* ]]
}

@test "--seen: a tail of near texts cut at any byte is cut off; damage is told" {
	awk 'BEGIN { for (i = 0; i < 40; i++) {
		for (j = 0; j < 12; j++) printf "w%d ", i * 13 + j * j; print "" } }' > in
	head -n 30 in | "$D" --near --seen=s > out
	local first n
	first=$(stat -c %s s)
	tail -n 10 in | "$D" --near --seen=s > out
	for ((n = $(stat -c %s s) - 1; n > first; n -= 7)); do
		head -c "$n" s > cut
		"$D" --near --seen=cut in > out 2> err
		cmp out <(tail -n 10 in)
		grep -q 'unfinished block, cut off' err
		"$D" --near --seen=cut in > out 2> err
		[ ! -s out ] && [ ! -s err ]
	done
	# A byte in the first of two blocks: refused, and what is whole salvaged.
	for n in 256 270 300 $((first - 1)); do
		cp s d
		printf '\252' | dd of=d bs=1 seek="$n" conv=notrunc 2> /dev/null
		run -2 "$D" --near --seen=d in
		[[ $output == *"damaged from byte 256 to $first"* ]]
		rm -f new
		run -1 "$D" --merge --seen=new d
		"$D" --near --seen=new in | cmp - <(head -n 30 in)
	done
}

@test "--forget: what is old goes, and its space" {
	seq 1000 | "$D" --seen=s --forget=30d > out
	seq 1001 2000 | "$D" --seen=s --forget=30d > out
	seq 2000 | "$D" --seen=s --forget=1h | wc -l | grep -qx 0
	seq 2000 | "$D" --seen=s --forget=500 > out
	[ "$(wc -l < out)" -ge 1000 ]
	seq 2000 | "$D" --seen=s | wc -l | grep -qx 0
	# Many runs, and the file stays as small as what is remembered.
	local i
	rm -f s
	for i in $(seq 40); do
		seq $((i * 1000)) $((i * 1000 + 999)) | "$D" --seen=s --forget=3000 > out
		[ "$(wc -l < out)" -eq 1000 ]
		[ "$(stat -c %s s)" -le $((256 + 64 * 1024 + 3 * 3000 * 21 + 4096)) ]
	done
	seq 38000 40999 | "$D" --seen=s --seen-only | wc -l | grep -qx 0
	[ ! -e s.new ]
	# What was written two hours ago, by a clock that is set back.
	if ! is_sanitized; then
		printf '#include <stddef.h>\n#include <time.h>\ntime_t time(time_t *t) {\n
			struct timespec s; clock_gettime(CLOCK_REALTIME, &s);\n
			if (t != NULL) *t = s.tv_sec - 7200; return s.tv_sec - 7200; }\n' > clock.c
		"$CC" -shared -fPIC -o clock.so clock.c
		rm s
		seq 10000 | LD_PRELOAD=$PWD/clock.so "$D" --seen=s --forget=1h > out
		seq 10001 10010 | "$D" --seen=s > out
		seq 10010 | "$D" --seen=s --forget=3h | wc -l | grep -qx 0
		seq 10010 | "$D" --seen=s --seen-only --forget=1h | cmp - <(seq 10000)
		[ "$(stat -c %s s)" -gt 200000 ]
		"$D" --seen=s --forget=1h < /dev/null
		[ "$(stat -c %s s)" -lt 1000 ]
		seq 10010 | "$D" --seen=s | cmp - <(seq 10000)
	fi
	# A file that knows no times.
	seq 10 | "$D" --seen=plain > out
	run -2 "$D" --seen=plain --forget=1d /dev/null
	[[ $output == *"was begun without --forget"* ]]
}

@test "--forget: killed while the file is made smaller, nothing is lost" {
	not_sanitized
	local i
	seq 200000 | "$D" --seen=big --forget=1d > out
	seq 200001 300000 | "$D" --seen=big --forget=1d > out
	for i in $(seq 15); do
		cp big s
		"$D" --seen=s --forget=90000 < /dev/null > out 2>&1 &
		sleep "0.0$((RANDOM % 5))"
		kill -9 $! 2> /dev/null || true
		wait $! 2> /dev/null || true
		seq 220000 300000 | "$D" --seen=s --forget=90000 > out
		[ ! -s out ]
	done
}

@test "--seen: killed at any moment, no record is lost that was not printed" {
	not_sanitized
	local i pid
	seq 300000 > in
	for i in $(seq 20); do
		rm -f s
		: > printed
		"$D" --seen=s < in >> printed &
		pid=$!
		sleep "0.0$((RANDOM % 60))"
		kill -9 "$pid" 2> /dev/null || true
		wait "$pid" 2> /dev/null || true
		"$D" --seen=s < in >> printed 2> err
		# A record torn by the kill is printed whole by the second run.
		sort -u printed | comm -13 - <(sort in) > lost
		[ ! -s lost ] || { echo "run $i lost $(wc -l < lost)"; return 1; }
		[ "$("$D" --seen=s < in | wc -l)" -eq 0 ]
	done
}

@test "--seen: output that fails is not remembered" {
	seq 1000 > in
	run -2 bash -c '"$1" --seen=s in > /dev/full' - "$D"
	"$D" --seen=s in | cmp - in
}

@test "--seen: output that does not reach the disk is not remembered" {
	strace -o /dev/null true 2> /dev/null || skip "cannot trace here"
	not_sanitized
	seq 1000 > in
	strace -o trace -e trace=fdatasync -e inject=fdatasync:error=EINTR:when=1 \
	    "$D" --seen=s in > out
	grep -q INJECTED trace
	cmp in out
	[ "$("$D" --seen=s in | wc -l)" -eq 0 ]
	rm s
	run -2 strace -o trace -e trace=fdatasync -e inject=fdatasync:error=EIO:when=1 \
	    sh -c 'exec "$1" --seen=s in > out' sh "$D"
	[[ $output == *"standard output: Input/output error"* ]]
	"$D" --seen=s in | cmp - in
}

@test "--seen: two at a time wait for each other" {
	seq 1000 > in
	for i in 1 2 3 4 5 6; do echo in; done | xargs -P 6 -n 1 "$D" --seen=s > out 2> err
	sort -n out | cmp - in
}

@test "--seen: SIGUSR1 while another has the file does no harm" {
	command -v flock > /dev/null || skip "no flock(1)"
	seq 10 > in
	: > s
	exec 9<> s
	flock 9
	"$D" --seen=s in > out 2> err 9>&- &
	local pid=$! i
	for ((i = 0; i < 100; i++)); do
		! grep -q waiting err || break
		sleep 0.05
	done
	kill -USR1 "$pid"
	sleep 0.1
	exec 9>&-
	wait "$pid"
	cmp in out
	grep -q '/s$' err
}

@test "--merge joins what began from one file" {
	"$D" --seen=base < /dev/null
	cp base a
	cp base b
	seq 1 20 | "$D" --seen=a > /dev/null
	seq 15 30 | "$D" --seen=b > /dev/null
	"$D" --merge --seen=all a b
	seq 1 35 | "$D" --seen=all --seen-only | cmp - <(seq 31 35)
	"$D" --merge --seen=a a b
	seq 1 35 | "$D" --seen=a --seen-only | cmp - <(seq 31 35)
	echo x | "$D" --seen=other > /dev/null
	cp a before
	run -2 "$D" --merge --seen=a other
	[[ $output == *"not begun from one file"* ]]
	cmp a before
}

@test "--seen: damage anywhere is told, and what is whole is kept" {
	local i n at lost
	for i in 1 2 3 4 5; do
		seq $((i * 100)) $((i * 100 + 49)) | "$D" --seen=s > /dev/null
	done
	seq 100 549 | awk '$1 % 100 < 50' > in
	# Five blocks of 24 + 50 * 16 bytes; the last one, damaged, is a tail.
	for at in 256 264 272 280 700 1080 1500 2000 3400; do
		cp s damaged
		printf '\125' | dd of=damaged bs=1 seek="$at" conv=notrunc 2> /dev/null
		! cmp -s s damaged || continue
		cp damaged before
		run -2 "$D" --seen=damaged in
		[[ $output == *"damaged from byte "*": up to 50 records of it are not remembered"* ]]
		[[ $output == *"dedup --merge --seen=NEW damaged"* ]]
		cmp damaged before
		rm -f new
		run -1 "$D" --merge --seen=new damaged
		[[ $output == *"up to 50 records"* ]]
		"$D" --seen=new in > out 2> err
		[ "$(wc -l < out)" -eq 50 ] && [ ! -s err ]
	done
	# A length that points beyond the next block costs no more.
	cp s damaged
	printf '\200' | dd of=damaged bs=1 seek=264 conv=notrunc 2> /dev/null
	rm -f new
	run -1 "$D" --merge --seen=new damaged
	[ "$("$D" --seen=new in | wc -l)" -eq 50 ]
	# In the last block: cut off, and told how much.
	cp s damaged
	printf '\125' | dd of=damaged bs=1 seek=4000 conv=notrunc 2> /dev/null
	"$D" --seen=damaged in > out 2> err
	[ "$(wc -l < out)" -eq 50 ] && grep -q 'unfinished block, cut off: up to 50 records' err
}

@test "--seen takes over no file that is not its own, however short" {
	local n
	echo x | "$D" --seen=s > /dev/null
	for n in 1 2 5 9 13 15; do
		head -c "$n" s > short
		cp short before
		run -2 "$D" --seen=short < /dev/null
		[[ $output == *"no file of --seen"* ]]
		cmp short before
	done
	for n in 16 17 100 255; do
		head -c "$n" s > short
		echo x | "$D" --seen=short 2> err | cmp - <(echo x)
		grep -q 'begun anew' err
	done
	: > short
	echo x | "$D" --seen=short 2> err | cmp - <(echo x)
	[ ! -s err ]
	run -2 "$D" --seen=- < short
	[[ $output == *"a file to keep, not a stream"* ]] && [ ! -e ./- ]
}

@test "--seen, --report and spilled records never become a standard descriptor" {
	seq 10 | "$D" --seen=s > /dev/null
	cp s before
	run -2 bash -c 'seq 5 20 | "$1" --seen=s >&-' - "$D"
	cmp s before
	run -1 bash -c '"$1" --seen=s <&-' - "$D"
	cmp s before
	printf 'a\na\n' > in
	bash -c '"$1" --report=r --stats in missing 2>&-' - "$D" > out || [ $? -eq 1 ]
	printf '2\t1\t1.00\texact\tin\tin\n' | cmp - r
	run -2 bash -c 'seq 1000000 | "$1" --memory=8M --when-full=spill >&-' - "$D"
	[[ $output == *"standard output: Bad file descriptor"* ]]
}

@test "--report and --seen write over nothing that is read or written otherwise" {
	seq 20 | "$D" --seen=s > /dev/null
	seq 20 > f
	ln f hard
	cp s s.before
	cp f f.before
	whole() {
		cmp s s.before && cmp f f.before
	}
	run -2 "$D" --report=f f
	whole
	run -2 "$D" --report=hard f
	whole
	run -2 bash -c '"$1" --report=f < f' - "$D"
	whole
	run -2 "$D" --report=s --seen=s f
	whole
	run -2 "$D" --report=s --seen=s --seen-only f
	whole
	run -1 "$D" --seen=s s
	whole
	run -2 bash -c '"$1" --seen=s f >> s' - "$D"
	whole
	run -2 bash -c '"$1" --report=f f.before >> f' - "$D"
	[[ $output == *"--report=- is standard output"* ]]
	whole
	run -2 "$D" --merge --seen=f s
	whole
	run -2 "$D" --merge --seen=new f s
	[ ! -e new ]
	whole
}

@test "--merge that fails leaves nothing" {
	echo x | "$D" --seen=a > /dev/null
	echo y | "$D" --seen=b > /dev/null
	run -2 "$D" --merge --seen=new a b
	[ ! -e new ]
	run -2 "$D" --merge --seen=new a missing
	[ ! -e new ]
	cp a c
	seq 50000 | "$D" --seen=c > /dev/null
	run -2 bash -c 'trap "" XFSZ; ulimit -f 100; "$1" --merge --seen=new a c' - "$D"
	[ ! -e new ]
}

@test "--seen tells apart what is compared, not how it is written" {
	printf 'a\tb\n' | "$D" -k 1 --seen=s > /dev/null
	printf 'a\tc\n' | "$D" -k 1,1 --seen=s | cmp - /dev/null
	printf 'a\tc\n' | "$D" -k 1,1-1 --seen=s | cmp - /dev/null
	echo '{"body":"x"}' | "$D" -J --text-field=body --seen=j > /dev/null
	run -2 bash -c 'echo "{\"text\":\"x\"}" | "$1" -J --seen=j' - "$D"
	[[ $output == *"what is compared is not the same"* ]]
}

@test "--seen with -J into a pipe: as many bytes a record as without" {
	seq 20000 | sed 's/.*/{"text":"&"}/' > in.json
	"$D" -J --seen=s < in.json | cat > out
	cmp out in.json
	[ "$(stat -c %s s)" -le $((256 + 17 * 20000)) ]
}

# --- memory and partitions -----------------------------------------------------

@test "--memory: a clear end, or the oldest forgotten, never a new one dropped" {
	seq 400000 > in
	run -2 --separate-stderr "$D" --memory=8M in
	[[ $stderr == *"memory allowed is full after"* ]]
	"$D" --memory=8M --when-full=forget in 2> err | cmp - in
	grep -q 'oldest records are forgotten' err
	# What was seen a moment ago is still known.
	awk '{ print; print }' in | "$D" --memory=8M --when-full=forget 2> /dev/null | cmp - in
}

@test "--when-full=spill: the same bytes as without a limit" {
	{ lines 300000 250000; lines 1000 900; printf '\n\n'; lines 500000 490000; printf 'last'; } > in
	awk 'NR % 3 == 0 { print "" } { print }' in > in.p
	tr '\n' '\0' < in > in.z
	local o f
	for o in "" -e -n "-n -e" -i "-k 2 -t \ " -p -z; do
		f=in
		[[ $o != -[pz] ]] || f=in.${o#-}
		eval "set -- $o"
		"$D" "$@" $f > want
		"$D" "$@" --memory=8M --when-full=spill $f 2> err > out
		cmp out want || { echo "with $o"; return 1; }
		grep -q 'the rest is printed' err || { echo "$o was no test"; return 1; }
	done
	jq -c -R '{text: .}' in > in.json
	"$D" -J in.json > want
	"$D" -J --memory=8M --when-full=spill in.json 2> /dev/null | cmp - want
	TMPDIR=/dev/null/none run -2 "$D" --memory=8M --when-full=spill in
}

@test "--when-full=spill: more than memory in every partition" {
	not_sanitized
	seq 3000000 > in
	tac in >> in2
	cat in in2 > both
	"$D" --memory=8M --when-full=spill both 2> err | cmp - in
}

@test "--memory: what is no size is refused" {
	local size
	for size in "8 " " 8M" "8 M" 8MB 8.5M 1e9 0x800000 M "" -8M 99999999T; do
		run -2 "$D" --memory="$size" < /dev/null
		[[ $output == *"--memory=$size: "* ]]
	done
	"$D" --memory=8m < /dev/null
}

@test "--memory is kept to" {
	not_sanitized
	[ -x /usr/bin/time ] || skip "no /usr/bin/time"
	seq 5000000 > in
	local kib a
	for a in forget spill; do
		for m in 8 16 32 64; do
			kib=$(/usr/bin/time -f %M "$D" --memory=${m}M --when-full=$a in 2>&1 > /dev/null | tail -n 1)
			echo "$a $m MiB: $kib KiB"
			[ "$kib" -le $((m * 1024)) ]
		done
	done
}

@test "memory for words is that of one long text, not of many" {
	not_sanitized
	[ -x /usr/bin/time ] || skip "no /usr/bin/time"
	# One that makes room for many others, which stand anywhere among short ones.
	# A file: of a pipe no two long texts come at once.
	memory_of() {
		awk -v n="$1" 'BEGIN {
			for (i = 0; i < 4000000; i++)
				printf "a b "
			for (r = 0; r < n; r++) {
				for (i = 0; i < r * 7 % 120; i++)
					print "a short line", r, i
				for (i = 0; i < 300000; i++)
					printf "a%d b c d ", r
				print ""
			}
		}' > in
		/usr/bin/time -f %M "$D" --near in 2>&1 > /dev/null | tail -n 1
	}
	# Of each the 1.2 million words stay, of two bytes: 48 MB for twenty more,
	# in memory that doubles.  Were all kept that is made of a text to find
	# them, that would be 150 MB.  How much it is in all is the C library's
	# affair, the growth is ours.
	local few many
	few=$(memory_of 20)
	many=$(memory_of 40)
	echo "20: $few KiB, 40: $many KiB"
	[ "$many" -le $((few + 2 * 48 * 1024)) ]
}

@test "--memory: a record that is longer says so, and ends with 2" {
	not_sanitized
	{ echo one; head -c 100M /dev/zero | tr '\0' x; echo; } > in
	run -2 --separate-stderr "$D" --memory=16M in
	[[ $stderr == *"in:2: a record of over "*" bytes is more than the memory allowed"* ]]
	{ echo one; head -c 1M /dev/zero | tr '\0' x; echo; echo one; } > in
	[ "$("$D" --memory=16M in | wc -l)" -eq 2 ]
	# The one takes from the other, and both together keep to it.
	[ -x /usr/bin/time ] || skip "no /usr/bin/time"
	{ seq 2000000; head -c 3M /dev/zero | tr '\0' y; echo; seq 2000000; } > in
	local kib
	kib=$(/usr/bin/time -f %M "$D" -i --memory=32M --when-full=forget in 2>&1 > /dev/null | tail -n 1)
	echo "$kib KiB"
	[ "$kib" -le $((32 * 1024)) ]
}

@test "--stats counts what was spilled" {
	seq 300000 > in
	cat in in | "$D" --memory=8M --when-full=spill --stats 2>&1 > out | grep -q '^dedup: 300000 distinct'
	cat in in | "$D" --memory=8M --when-full=spill --stats 2>&1 > out | grep -q '600000 records read, 300000 printed'
	cat in in | "$D" --memory=8M --when-full=spill --stats 2>&1 > out | grep -q 'dropped: 300000 exact'
}

@test "-k with thousands of ranges takes linear time" {
	not_sanitized
	of_fields() {
		seq "$1" | tr '\n' '\t'
	}
	takes_linear_time of_fields 500000 "$D" -k "$(seq 2 1000 2000000 | paste -sd,)"
	of_w() {
		of_fields "$1"
	}
	takes_linear_time of_w 200000 "$D" -w -k "$(seq 2 100 800000 | paste -sd,)"
}

@test "--partition: a record without the key is printed by one of them" {
	printf 'a\tx\n\nb\n\nc\tx\n\nd\n\nb\n' > in.p
	seq 40 | sed 's/.*/{"text":"&"}/; 1~3s/}/,"u":null}/; 2~3s/}/,"u":"same"}/' > in.json
	local i o
	for i in 1 2 3; do
		"$D" -pn -k 2 --partition=$i/3 in.p > p.$i
		"$D" -Jn --by-field=u --partition=$i/3 in.json > j.$i
		"$D" -Jnu --by-field=u --partition=$i/3 in.json > u.$i
	done
	sort -m -n p.? | cmp - <("$D" -pn -k 2 in.p)
	sort -m -n j.? | cmp - <("$D" -Jn --by-field=u in.json)
	sort -m -n u.? | cmp - <("$D" -Jnu --by-field=u in.json)
	[ "$(cat j.? | wc -l)" -eq 28 ] && [ "$(cat u.? | wc -l)" -eq 27 ]
	"$D" -J --by-field=u --stats in.json 2>&1 > out | grep -q '^dedup: 27 without what is compared'
}

@test "--partition: the parts together are one pass, byte for byte" {
	lines 50000 20000 > in
	printf '\n\nlast' >> in
	local i o
	for o in "" -i "-c" "-d" "-u"; do
		# shellcheck disable=SC2086
		"$D" -e -n $o in > want
		for i in 1 2 3 4 5; do
			# shellcheck disable=SC2086
			"$D" -e -n $o --partition=$i/5 in > part.$i
		done
		case $o in
		-c) sort -n -k 2,2 part.? | cmp - want ;;
		*) sort -m -n part.? | cmp - want ;;
		esac
		[ -s part.1 ] && [ -s part.5 ]
	done
}

@test "an empty last line that ends in half of CR LF gets the other half" {
	local o
	for o in "" -e -i --near --contained; do
		printf '\r' | "$D" $o | cmp - <(printf '\r\n')
		printf 'a\r\n\r' | "$D" $o | cmp - <(printf 'a\r\n\r\n')
		# Of the block read before it nothing comes back.
		{ seq 200000; printf '\r'; } | "$D" $o | tail -c 9 | cmp - <(printf '200000\n\r\n')
	done
	printf '\r' | "$D" -n | cmp - <(printf '1\t\r\n')
}
