# What all programs have in common, one check run against each of them.

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	cp "$SAMPLE/article.txt" good.txt
}

# --- options ---------------------------------------------------------------

@test "--help: on standard output, status 0" {
	check() {
		"$BIN/$1" --help > out 2> err && [ -s out ] && [ ! -s err ] &&
		    head -n 1 out | grep -q "^usage: $1 "
	}
	for_each_program check
}

@test "--version: one line with the program's name" {
	check() {
		"$BIN/$1" --version > out && [ "$(wc -l < out)" -eq 1 ] &&
		    grep -q "^$1 (copydesk) [0-9]" out
	}
	for_each_program check
}

@test "unknown option: usage on standard error, status 2" {
	check() {
		local s=0 o
		for o in --no-such-option '-\'; do
			s=0
			"$BIN/$1" "$o" < good.txt > out 2> err || s=$?
			[ "$s" -eq 2 ] && [ ! -s out ] && grep -q "^usage: $1" err || return 1
		done
	}
	for_each_program check
}

@test "--help, usage and the manual name the same options" {
	check() {
		"$BIN/$1" --help > help
		grep -o -E '^  (-., |    )--[a-z-]+' help | grep -o -E -- '--[a-z-]+' | sort > in_help
		page "$TESTS/../man/$1.1" | sed '/^EXAMPLES/,$d' |
		    grep -o -E '^ +(-[A-Za-z]( [A-Z]+)?, )?--[a-z][a-z-]+' |
		    grep -o -E -- '--[a-z-]+' | sort > described
		diff in_help described
	}
	for_each_program check
}

@test "- is standard input, -- ends options" {
	check() {
		"$BIN/$1" < good.txt > want || return 1
		"$BIN/$1" - < good.txt | cmp - want || return 1
		"$BIN/$1" -- good.txt | cmp - want || return 1
		cp good.txt ./-x
		"$BIN/$1" -- -x | cmp - want
	}
	for_each_program check
}

# --- operands --------------------------------------------------------------

@test "a missing file among good ones: the rest is done, status 1" {
	check() {
		local s=0
		cp good.txt good2.txt
		"$BIN/$1" --no-filename good.txt good2.txt > want || return 1
		"$BIN/$1" --no-filename good.txt missing good2.txt > out 2> err || s=$?
		[ "$s" -eq 1 ] && cmp out want && grep -q "^$1: missing: No such file" err
	}
	for_each_program check
}

@test "a directory as operand: a message, status 1" {
	check() {
		local s=0
		"$BIN/$1" / > out 2> err || s=$?
		[ "$s" -eq 1 ] && [ ! -s out ] && grep -q "^$1: /: Is a directory" err
	}
	for_each_program check
}

@test "closed standard input: a message, status 1" {
	check() {
		local s=0
		"$BIN/$1" <&- > out 2> err || s=$?
		[ "$s" -eq 1 ] && grep -q "standard input: Bad file descriptor" err
	}
	for_each_program check
}

# --- bytes in --------------------------------------------------------------

@test "empty input: empty output, status 0" {
	check() {
		local m
		for m in "" -z -p -J; do
			# shellcheck disable=SC2086
			"$BIN/$1" $m < /dev/null > out 2> err || return 1
			[ ! -s out ] && [ ! -s err ] || return 1
		done
	}
	for_each_program check
}

@test "inputs of one, two and three bytes" {
	check() {
		local b m
		for b in a . '"' '\n' '\0' '\r' '\377' '\303' 'ab' '\n\n' '\r\n' 'a\n' \
		    '."' '\303\251' '\342\200' 'a.\n' '\342\200\234' '\357\273\277' '"a"' 'A. '; do
			for m in "" -z -p; do
				# shellcheck disable=SC2059,SC2086
				printf "$b" | "$BIN/$1" $m > out || { echo "$b $m"; return 1; }
			done
		done
	}
	for_each_program check
}

@test "no newline at the end is no difference" {
	check() {
		printf 'One is here.\nAnna Holm said "two."\n' | "$BIN/$1" > want &&
		    printf 'One is here.\nAnna Holm said "two."' | "$BIN/$1" | cmp - want
	}
	for_each_program check
}

@test "CR LF ends a line like LF" {
	check() {
		"$BIN/$1" < good.txt | tr -d '\r' > want
		{ cat good.txt; echo; } | sed 's/$/\r/' > crlf.txt
		"$BIN/$1" < crlf.txt | tr -d '\r' > out
		# The text is the same; offsets count the bytes there are.
		[ "$1" = quote-extract ] || cmp out want
		[ "$(wc -l < out)" -eq "$(wc -l < want)" ]
	}
	for_each_program check
}

@test "NUL, invalid UTF-8 and a byte order mark stop nothing" {
	check() {
		{ printf '\357\273\277'; head -n 3 good.txt; printf 'a\0b \377\376 c\303\n'
		  head -c 4096 /dev/urandom; printf '\n'; tail -n 3 good.txt; } > odd
		local m
		for m in "" -z -p; do
			# shellcheck disable=SC2086
			"$BIN/$1" $m < odd > out || return 1
			[ -s out ] || return 1
		done
	}
	for_each_program check
}

@test "-J: half a character in an object is no loss" {
	printf '%s\n' '{"text":"\ud83d\ude00 \ud83dHe said, \"We lost.\" \udc00","n":"\ud800"}' > cut.jsonl
	printf '{"text":"\xe2\x80 Bad \xff.","n":"\xc3"}\n' >> cut.jsonl
	check() {
		"$BIN/$1" -J cut.jsonl > out && [ "$(wc -l < out)" -eq 2 ] &&
		    sed 's/,"[a-z]*":\[.*\]//' out | cmp - cut.jsonl
	}
	for_each_program check
	"$BIN/quote-extract" -J cut.jsonl | grep -F '"start":13,"end":21,"quote":"We lost."'
}

@test "what the fuzzers begin with, and what they found" {
	check() {
		local m
		for m in "" -z -p; do
			# shellcheck disable=SC2086
			"$BIN/$1" $m "$BATS_TEST_DIRNAME"/fuzz/*/* > out || return 1
		done
	}
	for_each_program check
}

@test "the same from file, redirect, pipe and byte by byte" {
	check() {
		local m
		for m in "" -p -z; do
			# shellcheck disable=SC2086
			"$BIN/$1" $m good.txt > want && "$BIN/$1" $m < good.txt | cmp - want &&
			    cat good.txt | "$BIN/$1" $m | cmp - want &&
			    byte_by_byte < good.txt | "$BIN/$1" $m | cmp - want || return 1
		done
	}
	for_each_program check
}

@test "characters cut at the edges of the read buffer" {
	check() {
		local n
		for n in 262139 262140 262141 262142 262143 262144; do
			{ head -c "$n" /dev/zero | tr '\0' 'a' | fold -w 70
			  printf 'd\342\202\254\360\237\220\237 \342\200\234We agree,\342\200\235 said Ren\303\251e Holm.\n'; } > edge
			"$BIN/$1" < edge > want || return 1
			dd if=edge bs=9973 status=none | "$BIN/$1" | cmp - want || return 1
		done
	}
	for_each_program check
}

@test "the same in every locale" {
	check() {
		{ cat good.txt; printf '\342\200\234\303\211t\303\251,\342\200\235 said Ren\303\251e Holm. \304\260\n'; } > text
		LC_ALL=C "$BIN/$1" < text > want
		LC_ALL=C.UTF-8 "$BIN/$1" < text | cmp - want &&
		    LC_ALL=tr_TR.UTF-8 "$BIN/$1" < text | cmp - want
	}
	for_each_program check
}

@test "a line of 64 MiB" {
	check() {
		local n=64
		! is_sanitized || n=2
		{ yes 'and so it went on for days' | tr '\n' ' ' | head -c "${n}M"; echo .; } > long
		(ulimit -t 120; "$BIN/$1" < long > out) && [ -e out ] || return 1
		head -c "${n}M" /dev/zero | tr '\0' x | (ulimit -t 120; "$BIN/$1" > out)
	}
	for_each_program check
}

@test "a line longer than memory: the message names file and line, status 2" {
	not_sanitized
	{ cat good.txt; echo; head -c 256M /dev/zero | tr '\0' x; } > huge
	check() {
		local s=0
		(ulimit -t 60; ulimit -v 262144; "$BIN/$1" huge > out 2> err) || s=$?
		[ "$s" -eq 2 ] && grep -q "^$1: huge:30: no memory for a record" err
	}
	for_each_program check
}

# --- bytes out -------------------------------------------------------------

@test "a full disk: a message, status 2" {
	check() {
		local s=0
		"$BIN/$1" good.txt > /dev/full 2> err || s=$?
		[ "$s" -eq 2 ] && grep -q "^$1: standard output: No space left" err
	}
	for_each_program check
}

@test "closed standard output: a message, status 2" {
	check() {
		local s=0
		"$BIN/$1" good.txt >&- 2> err || s=$?
		[ "$s" -eq 2 ] && grep -q "^$1: standard output: Bad file descriptor" err
	}
	for_each_program check
}

@test "a closed pipe ends it silently" {
	check() {
		local s i
		for i in 1 2 3 4 5 6 7 8; do cat good.txt; done |
		    awk '{ print NR ": " $0 }' > many
		for i in 1 2 3 4 5 6 7 8 9; do awk -v i="$i" '{ print i $0 }' many; done > more
		set +o pipefail
		"$BIN/$1" more 2> err | true
		s=${PIPESTATUS[0]}
		[ "$s" -eq 141 ] && [ ! -s err ]
	}
	for_each_program check
}

@test "memory stays bounded on a long stream" {
	not_sanitized
	check() {
		# Where the records repeat, dedup's fingerprints do not grow either.
		(ulimit -t 120; ulimit -v 98304; yes "$(head -n 5 good.txt)" | head -c 48M |
		    "$BIN/$1" > /dev/null) &&
		    (ulimit -t 120; ulimit -v 98304; head -c 128M /dev/zero | tr '\0' '\n' |
		    "$BIN/$1" -p > /dev/null)
	}
	for_each_program check
}

@test "no memory: a message and status 2, whenever it ends" {
	not_sanitized
	$CC -shared -fPIC -o failmalloc.so "$TESTS/inject/failmalloc.c"
	check() {
		local i s
		for i in $(seq 1 40); do
			s=0
			FAIL_AT=$i LD_PRELOAD=./failmalloc.so "$BIN/$1" good.txt > out 2> err || s=$?
			if [ "$s" -eq 0 ]; then
				"$BIN/$1" good.txt | cmp - out || return 1
				break
			fi
			[ "$s" -eq 2 ] && [ -s err ] || { echo "at $i: $s"; return 1; }
		done
	}
	for_each_program check
}

# --- time ------------------------------------------------------------------

@test "what is done is shown before more comes" {
	check() {
		mkfifo in out
		"$BIN/$1" < in > out &
		exec 7> in 8< out
		head -n 6 good.txt >&7
		local line s=0
		read -r -t 10 line <&8 || s=1
		exec 7>&- 8<&-
		wait
		rm in out
		[ "$s" -eq 0 ] && [ -n "$line" ]
	}
	for_each_program check
}

@test "SIGUSR1 tells how far it is, and interrupts nothing" {
	check() {
		local pid i
		mkfifo in
		"$BIN/$1" < in > out 2> err &
		pid=$!
		exec 7> in
		head -n 6 good.txt >&7
		for i in 1 2 3 4 5 6 7 8 9 10; do
			sleep 0.1
			kill -USR1 "$pid" 2> /dev/null
			! grep -q "^$1: .*B/s" err || break
		done
		tail -n +7 good.txt >&7
		exec 7>&-
		wait "$pid" || return 1
		rm in
		grep -q "^$1: .*B/s" err && "$BIN/$1" good.txt | cmp - out
	}
	for_each_program check
}

@test "--progress draws on standard error only" {
	check() {
		"$BIN/$1" good.txt > want && "$BIN/$1" --progress good.txt 2> err | cmp - want &&
		    grep -q '100 %' err
	}
	for_each_program check
}

# --- trouble from the system -----------------------------------------------

can_trace() {
	strace -o /dev/null true 2> /dev/null || skip "cannot trace here"
	not_sanitized
}

@test "a read that is interrupted is tried again (EINTR)" {
	can_trace
	check() {
		"$BIN/$1" good.txt > want
		strace -o trace -P "$PWD/good.txt" -e trace=read \
		    -e inject=read:error=EINTR:when=1 "$BIN/$1" "$PWD/good.txt" | cmp - want &&
		    grep -q INJECTED trace
	}
	for_each_program check
}

@test "a read that fails: a message, status 1, what came before is done (EIO)" {
	can_trace
	check() {
		local s=0
		for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
			awk -v i=$((i += 1)) '{ print i ": " $0 }' good.txt
		done > big
		strace -o trace -P "$PWD/big" -e trace=read -e inject=read:error=EIO:when=2+ \
		    "$BIN/$1" "$PWD/big" > out 2> err || s=$?
		[ "$s" -eq 1 ] && [ -s out ] && grep -q "big: Input/output error" err
	}
	for_each_program check
}

@test "a write that is interrupted or short loses nothing" {
	can_trace
	check() {
		"$BIN/$1" good.txt > want
		strace -o trace -e trace=write,writev -e inject=write,writev:error=EINTR:when=1 \
		    "$BIN/$1" good.txt > out && cmp out want
	}
	for_each_program check
}

@test "no file is opened for writing, no socket, no program, once it reads" {
	not_sanitized
	$CC -shared -fPIC -o probe.so "$TESTS/inject/probe.c"
	check() {
		local what
		PROBE_FILE=$PWD/made LD_PRELOAD=./probe.so "$BIN/$1" good.txt > out 2> err
		for what in create append socket unlink exec; do
			grep -q "^probe: $what refused" err || { cat err; return 1; }
		done
		[ ! -e made ]
		# Several files: those to come can still be read, and no more.
		cp good.txt good2.txt
		PROBE_FILE=$PWD/made PROBE_READ=1 LD_PRELOAD=./probe.so \
		    "$BIN/$1" good.txt good2.txt > out 2> err
		! grep -v refused err | grep -v "^probe: read"
	}
	for_each_program check
}

# --- together --------------------------------------------------------------

@test "four writers into one pipe tear no line" {
	check() {
		local i
		mkdir -p many
		for i in $(seq 1 40); do
			awk -v i="$i" '{ print i ": " $0 }' good.txt > "many/$i"
		done
		find many -type f -print0 | sort -z | xargs -0 -n1 "$BIN/$1" | sort > want
		find many -type f -print0 | sort -z | xargs -0 -n1 -P4 "$BIN/$1" | sort | cmp - want
	}
	for_each_program check
}

@test "JSON Lines: the object's own bytes come back, malformed ones are told" {
	printf '%s\n' '{"id": 1.50, "text":"Anna Holm said it. \"Yes,\" she said.", "x":{"a":[1,2,{"b":"}"}]}}' \
	    'nonsense' '' '{"id":2}' '[1]' '{ "text" : "B\u00e9a \ud83d\ude00 said no." , "big":123456789012345678901234567890 }' > in
	check() {
		local s=0
		"$BIN/$1" -J < in > out 2> err || s=$?
		[ "$s" -eq 1 ] && [ "$(wc -l < out)" -eq 2 ] && jq -e . out > /dev/null || return 1
		grep -q "standard input:2: no JSON" err && grep -q 'standard input:4: no string member "text"' err &&
		    grep -q "standard input:5: no JSON object" err || return 1
		grep -q -F '{"id": 1.50, "text":"Anna Holm said it. \"Yes,\" she said.", "x":{"a":[1,2,{"b":"}"}]}' out &&
		    grep -q -F '"big":123456789012345678901234567890' out
	}
	for_each_program check
}
