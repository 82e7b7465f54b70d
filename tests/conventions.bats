# What all programs have in common, one check run against each of them.

load helper

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
	cp "$SAMPLE/article.txt" good.txt
}

# Every output format of a program, as an option.
formats() {
	"$BIN/$1" --help | sed -n '/what to write/,/^  -/{s/.*default)://;/^  -/d;p}' |
	    grep -o '[a-z]*' | sed 's/^/-o/'
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

@test "a wrong option: two lines that name it and point to --help, status 2" {
	check() {
		local s=0 o
		for o in --no-such-option '-\' --header=x --text-field --he=1 -o --p; do
			s=0
			"$BIN/$1" "$o" < good.txt > out 2> err || s=$?
			[ "$o" != -o ] || [ "$1" != dedup ] || grep -q "no such option" err || return 1
			[ "$s" -eq 2 ] && [ ! -s out ] && [ "$(wc -l < err)" -eq 2 ] &&
			    head -n 1 err | grep -q -F -e "$1: $o" -e "$1: ${o%%=*}" &&
			    tail -n 1 err | grep -q -x "Try '$1 --help'." || { cat err; return 1; }
		done
	}
	for_each_program check
	run -2 "$BIN/tag-entities" --text-field
	[[ $output == *": needs a value: --text-field=NAME"* ]]
	run -2 "$BIN/tag-entities" --header=x
	[[ $output == *": takes no value"* ]]
	run -2 "$BIN/dedup" --rep
	[[ $output == *"--repeated or --report?"* ]]
	run -2 "$BIN/tag-entities" --min-confidence=x
	[[ $output == *"--min-confidence=x: not a number"* ]]
	run -2 "$BIN/tag-entities" -t PERSONS
	[[ $output == *"-t PERSONS: not one of: PERSON NORP "* ]]
	run -2 "$BIN/tag-entities" -f type,,name
	[[ $output == *"-f '': not one of: type name "* ]]
	run -2 "$BIN/tag-entities" -t PERSON,,DATE
	[[ $output == *"-t '': not one of: PERSON "* ]]
}

@test "hard-wrapped text: -p is hinted at, once, to a terminal alone" {
	command -v script > /dev/null || skip "no script(1)"
	fold -s -w 72 "$SAMPLE/article.txt" > wrapped.txt
	check() {
		[ "$1" != dedup ] || return 0
		script -qec "$BIN/$1 wrapped.txt wrapped.txt > /dev/null" /dev/null < /dev/null > told
		[ "$(grep -c "wrapped.txt: lines look broken .*: -p joins" told)" -eq 1 ] || return 1
		script -qec "$BIN/$1 -p wrapped.txt; $BIN/$1 $SAMPLE/article.txt" /dev/null < /dev/null > told
		! grep -q 'look broken' told || return 1
		"$BIN/$1" wrapped.txt 2>&1 > /dev/null | cmp - /dev/null
	}
	for_each_program check
}

@test "a long option may be cut, -h is --help" {
	check() {
		"$BIN/$1" --vers | cmp - <("$BIN/$1" --version) || return 1
		"$BIN/$1" -h | cmp - <("$BIN/$1" --help)
	}
	for_each_program check
}

@test "a value that is not joined is hinted at" {
	run -2 "$BIN/dedup" --near 0.9 good.txt
	[[ $output == *"--near 0.9: there is no such file; a value is joined: --near=0.9"* ]]
	"$BIN/dedup" --near good.txt | cmp - <("$BIN/dedup" --near < good.txt)
}

@test "every option with an argument takes an empty and a very long one" {
	local long
	long=$(printf '%*s' 100000 '' | tr ' ' x)
	check() {
		local o s v
		for o in $("$BIN/$1" --help | grep -o -E '^ +(-., )?--[a-z-]+(\[?=)' | grep -o -E -- '--[a-z-]+'); do
			for v in "" "$long" , ,, : - -1 0 99999999999999999999 '%s%n' 1e999 nan; do
				[ "$o=$v" != --report=- ] || continue
				s=0
				(ulimit -t 10; "$BIN/$1" "$o=$v" < good.txt > out 2> err) || s=$?
				[ "$s" -le 2 ] || { echo "$1 $o=${v:0:20}: $s"; return 1; }
				[ "$s" -ne 2 ] || grep -q "^$1: " err || { echo "$1 $o=${v:0:20} says nothing"; return 1; }
			done
		done
		[ "$1" = dedup ] || { s=0; "$BIN/$1" -o '' < good.txt 2> err || s=$?; [ "$s" -eq 2 ]; }
	}
	for_each_program check
	run -2 "$BIN/tag-entities" -t ''
	run -2 "$BIN/dedup" -k 1 -t ''
	run -2 "$BIN/quote-extract" -k ''
	rm -f ./-* 0 , : x*
}

@test "messages show no escape sequence and no second line" {
	local bad=$'no\033[31m\nsuch\302\233file\r\177'
	check() {
		local w
		for w in "$bad" "--text-field=$bad" "-o$bad" "--$bad" "-$bad" "-k$bad" "-t$bad" "-l$bad" \
		    "-a$bad" "--gazetteer=PERSON:$bad" "--report=/none/$bad" "--seen=/none/$bad" "--by=$bad" \
		    "--near=$bad" "--memory=$bad" "--partition=$bad" "--color=$bad" "--scheme=$bad" \
		    "--quotes=$bad" "--min-confidence=$bad"; do
			"$BIN/$1" "$w" < /dev/null > out 2> err || :
			! LC_ALL=C grep -q "$(printf '[\033\177\r]')\|$(printf '\302\233')" err &&
			    [ "$(grep -c "^$1: " err)" -le 1 ] && ! grep -q '^such' err ||
			    { echo "$1 $w"; cat -v err; return 1; }
		done
		printf 'x\033[2J\n{"text":"\033]0;x"}\n' | "$BIN/$1" -J > out 2> err || :
		[ "$(wc -l < err)" -eq 2 ] && ! grep -q "$(printf '\033')" err
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

@test "the table of letters in copydesk-formats(5) is what the programs have" {
	local p
	for p in $PROGRAMS; do
		"$BIN/$p" -h | sed -n "s/^  -\([a-zA-Z]\), --\([a-z-]*\).*/\1 $p \2/p"
	done | grep -v ' [a-z-]* \(fields\|with-filename\|help\|json-lines\|output-format\|paragraphs\|zero-terminated\)$' |
	    sort > have
	page "$TESTS/../man/copydesk-formats.5" | sed -n '/Letters of options/,/^EXIT/p' |
	    sed -n 's/^ *\(-[a-z]\)\{0,1\} \{1,\}\(dedup\|sentence-split\|quote-extract\|tag-entities\)  *\([a-z-]*\).*/\1 \2 \3/p' |
	    awk '$1 ~ /^-/ { l = substr($1, 2); print l, $2, $3; next } { print l, $1, $2 }' | sort | diff have -
}

@test "-f: the columns of a table, any of them in any order" {
	check() {
		local all column n=0 o s
		"$BIN/$1" --help | grep -q -e '-f, --fields=' || return 0
		"$BIN/$1" -o tsv --header good.txt > table
		all=$("$BIN/$1" -f no-such good.txt 2>&1 | sed -n 's/.*not one of: //p')
		[ -n "$all" ] && [ "$(wc -l < table)" -gt 2 ] || return 1
		for column in $(head -n 1 table); do
			n=$((n + 1))
			"$BIN/$1" -f "$column" --header good.txt | cmp - <(cut -f "$n" table) || return 1
		done
		"$BIN/$1" --fields="$column,start,$column" -o tsv good.txt | cmp - <(awk -F '\t' -v OFS='\t' '
		    NR == 1 { while ($(++i) != "start"); next } { print $NF, $i, $NF }' table) || return 1
		"$BIN/$1" -f "${all// /,}" --header good.txt | head -n 1 | cmp - <(tr ' ' '\t' <<< "$all") || return 1
		s=0
		"$BIN/$1" -f start -o json good.txt > out 2> err || s=$?
		[ "$s" -eq 2 ] && grep -q "^$1: -f and -o json" err || return 1
		s=0
		"$BIN/$1" -f "$(yes start | head -n 33 | paste -sd ,)" good.txt 2> err || s=$?
		[ "$s" -eq 2 ] && grep -q "^$1: -f: more than 32" err
	}
	for_each_program check
	"$BIN/tag-entities" -H -f text good.txt | head -n 1 | grep -q "^good.txt$(printf '\t')"
}

@test "-J -o tsv: the table of all objects, the id in front; other formats are refused" {
	check() {
		local s o
		case $1 in dedup) return ;; esac
		# the rows of each text, as of any other that is known as a whole
		"$BIN/$1" -z -o tsv good.txt > rows
		[ "$(wc -l < rows)" -gt 1 ] || return 1
		jq -Rsc '{key: 7, id: "a\tb", text: .}' good.txt > objects
		jq -Rsc '{key: [true], text: .}' good.txt >> objects
		{ sed 's/^/a\\tb\t/' rows; sed 's/^/\t/' rows; } > want
		"$BIN/$1" -J -o tsv objects | diff want - || return 1
		{ sed 's/^/7\t/' rows; sed 's/^/[true]\t/' rows; } > want
		"$BIN/$1" -J -o tsv --id=key objects | diff want - || return 1
		"$BIN/$1" -J -f start --id=key --header objects |
		    diff <(printf 'key\tstart\n'; "$BIN/$1" -z -f start good.txt | sed 's/^/7\t/'
		    "$BIN/$1" -z -f start good.txt | sed 's/^/[true]\t/') - || return 1
		"$BIN/$1" -J -o tsv objects objects | cut -f 1 | sort -u | grep -qx objects || return 1
		for o in $("$BIN/$1" -o no-such 2>&1 | sed -n 's/.*not one of: //p'); do
			s=0
			"$BIN/$1" -J -o "$o" objects > out 2> err || s=$?
			case $o in
			tsv) [ "$s" -eq 0 ] ;;
			*) [ "$s" -eq 2 ] && grep -q "^$1: -J and -o $o" err && [ ! -s out ] ;;
			esac || return 1
		done
	}
	for_each_program check
	names() {
		local s=0
		echo '{"text":"A line."}' | "$BIN/$1" -J -H > out 2> err || s=$?
		[ "$s" -eq 2 ] && grep -q "^$1: -J and -H" err
	}
	for_each_program names
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

@test "output onto an input is refused, and the rest is done" {
	cp good.txt other.txt
	check() {
		local s=0 m
		for m in "" -p -z; do
			cp good.txt f
			# shellcheck disable=SC2086
			(ulimit -t 10; ulimit -f 1000; "$BIN/$1" $m f >> f 2> err) || s=$?
			[ "$s" -eq 1 ] && cmp f good.txt && grep -q "^$1: f: input file is output file" err || return 1
		done
		s=0
		(ulimit -t 10; ulimit -f 1000; "$BIN/$1" < f >> f 2> err) || s=$?
		[ "$s" -eq 1 ] && cmp f good.txt && grep -q "standard input: input file is output file" err || return 1
		s=0
		ln -f f hard
		(ulimit -t 10; ulimit -f 1000; "$BIN/$1" --no-filename hard other.txt 1<> f 2> err) || s=$?
		"$BIN/$1" other.txt > want
		[ "$s" -eq 1 ] && grep -q "hard: input file is output file" err &&
		    head -c "$(stat -c %s want)" f | cmp - want
	}
	for_each_program check
}

@test "the user's lists: a byte order mark, CR LF, NUL, standard input once, never written over" {
	local option
	printf 'Ann Roe wrote "yes" in fasc. Roe on Monday, Ann Roe said.\n' > in
	while read -r p option entry; do
		printf '%s\n' "$entry" > plain
		printf '\357\273\277%s\r\n' "$entry" > marked
		"$BIN/$p" "${option}plain" in > want
		"$BIN/$p" "${option}marked" in | cmp - want
		"$BIN/$p" "${option}-" in < marked | cmp - want
		! cmp -s want <("$BIN/$p" in) || { echo "$p $option is not heard"; return 1; }
		printf 'one\0two\n%s\n' "$entry" > nul
		run "$BIN/$p" "${option}nul" in
		[ "$status" -ne 0 ] && [[ $output == *"$p: nul:1: one: has a NUL byte"* ]]
		run -2 "$BIN/$p" "${option}-" < plain
		[[ $output == *"standard input is a list, so it cannot be the text"* ]]
		run -2 "$BIN/$p" "${option}-" in - < plain
		[[ $output == *"standard input is a list, so it cannot be the text"* ]]
		run -2 bash -c '"$1" "$2plain" in >> plain' sh "$BIN/$p" "$option"
		[[ $output == *"plain: input file is output file"* ]]
		printf '%s\n' "$entry" | cmp - plain
	done <<- 'EOF'
		sentence-split --abbreviations= fasc.
		quote-extract --people= Alina Moss	Ann Roe
		quote-extract --verbs= said	none
		tag-entities --gazetteer=ORG: Ann Roe
		tag-entities --stop= Ann Roe
	EOF
	run -2 "$BIN/tag-entities" --stop=- --gazetteer=ORG:- in < plain
	[[ $output == *"standard input is one list, not two"* ]]
}

@test "a file of ours never becomes descriptor 0, 1 or 2" {
	check() {
		local s
		"$BIN/$1" good.txt > want
		"$BIN/$1" good.txt <&- > out && cmp out want || return 1
		"$BIN/$1" good.txt 2>&- > out && cmp out want || return 1
		s=0
		"$BIN/$1" good.txt missing 2>&- > out || s=$?
		[ "$s" -eq 1 ] || return 1
		s=0
		"$BIN/$1" good.txt <&- >&- 2>&- || s=$?
		[ "$s" -eq 2 ] && cmp good.txt "$SAMPLE/article.txt"
	}
	for_each_program check
}

@test "what is no text is named, with what makes text of it" {
	check() {
		gzip -c good.txt > g.gz
		"$BIN/$1" g.gz > out 2> err && grep -q "^$1: g.gz: looks like gzip.*'zcat g.gz'" err || return 1
		{ printf '\377\376'; sed 's/./&\x00/g' good.txt; } > u
		"$BIN/$1" < u > out 2> err && grep -q "standard input: looks like UTF-16" err || return 1
		printf '\050\265\057\375\0\0\n' | "$BIN/$1" 2>&1 > out | grep -q zstd || return 1
		printf '\3757zXZ\0\n' | "$BIN/$1" 2>&1 > out | grep -q xzcat || return 1
		printf '%%PDF-1.4\n' | "$BIN/$1" 2>&1 > out | grep -q 'pdftotext' || return 1
		! "$BIN/$1" good.txt 2>&1 > out | grep -q 'looks like'
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
			for m in "" -z -p $(formats "$1"); do
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

# What is printed, without offsets and with \n for whatever ends a line.
without_offsets() {
	case $1 in
	quote-extract) cut -f 1-4,7 ;;
	tag-entities) cut -f 1,2,5 ;;
	*) cut -f 3- ;;
	esac | sed 's/\\r\\n/\\n/g'
}

@test "CR LF ends a line like LF: the same is found, in every mode" {
	{ cat good.txt; echo; printf '"We will wait," said John\nKerry.\n\nKerry said it\nwas late.\n'
		printf '\nIt weighs 8\noz. or so.\n\na \n ! b it is.\n\nThey met Mr.\n       Roe. See vol.\n       5.\n'; } > lf.txt
	sed 's/$/\r/' lf.txt > crlf.txt
	local f
	for f in lf crlf; do
		jq -Rsc '{text: .}' $f.txt > $f.json
	done
	check() {
		local o tsv=
		[ "$1" = dedup ] || tsv='-o tsv'
		for o in "" -p -z; do
			# shellcheck disable=SC2086
			"$BIN/$1" $o $tsv lf.txt | without_offsets "$1" > want
			# shellcheck disable=SC2086
			"$BIN/$1" $o $tsv crlf.txt | tr -d '\r' | without_offsets "$1" | cmp - want ||
			    { echo "$1 $o"; return 1; }
		done
		[ "$1" != dedup ] || return 0
		# What is cut out of either text by its own offsets is the same.
		local cut='.text as $t | (.sentences // .entities // .quotes)[] |
		    [.name, .speaker, .type, $t[.start:.end]] | map(. // "" | gsub("\r"; ""))'
		for o in "" -p; do
			# shellcheck disable=SC2086
			"$BIN/$1" -J $o lf.json | jq -c "$cut" > want
			[ -s want ] || return 1
			# shellcheck disable=SC2086
			"$BIN/$1" -J $o crlf.json | jq -c "$cut" | cmp - want || { echo "$1 -J $o"; return 1; }
		done
	}
	for_each_program check
}

@test "a last line without newline gets that of the file's other lines" {
	printf 'Anna Holm left.\r\nShe is here.' > crlf
	printf 'Anna Holm left.\nShe is here.' > lf
	printf 'Anna Holm left.\r\nShe is here.\r' > cut
	check() {
		[ "$1" != quote-extract ] || return 0	# prints no lines of its input
		"$BIN/$1" crlf > out && [ "$(tail -c 2 out | od -An -c | tr -d ' ')" = '\r\n' ] &&
		    "$BIN/$1" cut | cmp - out &&
		    "$BIN/$1" lf > out && ! grep -q "$(printf '\r')" out && [ "$(tail -c 1 out)" = "" ]
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

@test "memory: a few times the longest line" {
	not_sanitized
	yes 'He said "no, never" to Ann Roe in Paris, and it rained for days.' | tr '\n' ' ' | head -c 24M > long
	check() {
		(ulimit -t 240; ulimit -v 300000; "$BIN/$1" long > out) && [ -s out ]
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
		local s o
		for o in good.txt --help --version; do
			s=0
			"$BIN/$1" $o > /dev/full 2> err || s=$?
			[ "$s" -eq 2 ] && grep -q "^$1: standard output: No space left" err || return 1
		done
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

# Wait until the process with this number catches SIGUSR1, which is the tenth.
until_caught() {
	local mask=0
	[ -e /proc/self/status ] || { sleep 1; return; }
	until (((0x$mask & 0x200) != 0)); do
		[ -e "/proc/$1" ] || return 1
		mask=$(sed -n 's/^SigCgt:[^0-9a-f]*//p' "/proc/$1/status" 2> /dev/null)
		mask=${mask:-0}
	done
}

@test "SIGUSR1 tells how far it is, and interrupts nothing" {
	check() {
		local pid i
		mkfifo in
		"$BIN/$1" < in > out 2> err &
		pid=$!
		exec 7> in
		head -n 6 good.txt >&7
		until_caught "$pid" || return 1
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

@test "SIGUSR1 before it reads kills nothing" {
	# From the first line of main on; what the loader does before is not ours.
	check() {
		local i
		mkfifo in
		for i in 1 2 3 4 5 6 7 8 9 10; do
			"$BIN/$1" < in > out 2> err &
			exec 7> in
			until_caught $! || return 1
			kill -USR1 $!
			cat good.txt >&7
			exec 7>&-
			wait $! || return 1
		done
		rm in
	}
	[ -e /proc/self/status ] || skip "no /proc"
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
		for what in create append socket unlink exec tiocsti kill owner; do
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

@test "where Landlock takes no rule, later files are read all the same" {
	can_trace
	check() {
		cp good.txt good2.txt
		"$BIN/$1" good.txt good2.txt > want
		strace -f -o trace -e trace=landlock_add_rule -e inject=landlock_add_rule:error=EINVAL \
		    "$BIN/$1" good.txt good2.txt | cmp - want
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

@test "JSON Lines: of many malformed lines ten are told, then how many there were" {
	{ yes nonsense | head -n 30; echo '{"text":"Anna Holm left."}'; yes '{"id":1}' | head -n 5; } > in
	check() {
		local s=0
		"$BIN/$1" -J in > out 2> err || s=$?
		[ "$s" -eq 1 ] && [ "$(wc -l < out)" -eq 1 ] && [ "$(wc -l < err)" -eq 11 ] &&
		    grep -q "in:1: no JSON object: does a line of plain text" err &&
		    tail -n 1 err | grep -q "in: 35 lines are no JSON" || return 1
		echo '{"body":"x"}' | "$BIN/$1" -J 2>&1 > out | grep -q -- --text-field
	}
	for_each_program check
}

@test "JSON Lines: what Python and jq take is taken, and comes back as it was" {
	local deep t='"text":"Anna Holm left."'
	deep=$(printf '%*s' 5000 '' | tr ' ' '[')$(printf '%*s' 5000 '' | tr ' ' ']')
	printf '%s\n' "{$t,\"n\":1e400}" "{$t,\"n\":-1E-400}" "{$t,\"n\":-0.0}" "{$t,\"a\\u0000b\":1}" \
	    "{$t,\"d\":$deep}" "{$t,\"n\":123456789012345678901234567890}" " { $t , \"x\" : [ ] } " \
	    "{\"text\":1,$t}" "{$t,\"\":0}" "{$t,\"\\u0074\":\"\\ud800\"}" "{\"\\u0074ext\":\"Anna Holm left.\"}" \
	    "{$t,\"s\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}" > good
	printf '%s\n' "{$t,\"n\":01}" "{$t,\"n\":1.}" "{$t,\"n\":.5}" "{$t,\"n\":+1}" "{$t,\"n\":-}" "{$t,\"n\":1e}" \
	    "{$t,}" "{$t" "{$t}x" "{$t}{}" "{,$t}" "{$t \"x\":1}" "{$t,\"x\"}" "{$t,\"x\":}" "{$t,x:1}" "{$t,'x':1}" \
	    "{$t,\"x\":[1,]}" "{$t,\"x\":[1 2]}" "{$t,\"x\":[}" "{$t,\"x\":{]}}" "{$t,\"x\":\"\\x\"}" \
	    "{$t,\"x\":\"\\u12\"}" "{$t,\"x\":nul}" "{$t,\"x\":True}" "{$t,\"x\":\"a	b\"}" "[$t]" '"text"' > bad
	check() {
		"$BIN/$1" -J good > out || return 1
		sed 's/,"[a-z]*":\[[^]]*\] *}$/}/' out | tr -d ' ' > got
		[ "$1" = dedup ] || tr -d ' ' < good | sed 's/,"x":\[\]}/}/' | cmp - <(sed 's/,"x":\[\]}/}/; s/,"\(sentences\|entities\|quotes\)":\[[^]]*\]//' got) || return 1
		local line n=0
		while IFS= read -r line; do
			n=$((n + 1))
			! printf '%s\n' "$line" | "$BIN/$1" -J > out 2> err && [ ! -s out ] && grep -q 'no JSON' err ||
			    { echo "taken: $line"; return 1; }
		done < bad
		! printf '{%s,"n":1\0}\n' "$t" | "$BIN/$1" -J > out 2> err && [ ! -s out ]
	}
	for_each_program check
	# dedup prints objects as they came.
	sed 's/Anna/&&/' good | awk '{ sub(/Anna/, NR) } 1' > each
	"$BIN/dedup" -J each | cmp - each
}

@test "offsets in JSON are code points for all: mark, invalid bytes, beyond 16 bits" {
	printf '\357\273\277\360\237\220\237 caf\351 \342\200\234We won,\342\200\235 said Ren\303\251e Holm in Paris.\377\n\360\220\200\200 Anna Holm left Berlin.\n' > odd.txt
	sed 's/$/\r/' odd.txt > odd2.txt
	cat > cut.py <<-'EOF'
	import json, sys
	text = open(sys.argv[1], "rb").read().decode("utf-8", "surrogateescape")
	n = 0
	for line in sys.stdin:
	    o = json.loads(line)
	    for x in [o] + [o[k] for k in ("mention", "cue") if o.get(k)] if "quote" in o else [o]:
	        was = text[x["start"]:x["end"]]
	        want = x.get("text", x.get("quote"))
	        fold = lambda s: "".join(c for c in s if not (0xDC80 <= ord(c) <= 0xDCFF or c == "\ufffd" or c.isspace()))
	        if fold(was) != fold(want):
	            sys.exit("%r is not %r" % (was, want))
	        n += 1
	sys.exit(n == 0)
	EOF
	command -v python3 > /dev/null || skip "no python3"
	check() {
		local f m
		[ "$1" != dedup ] || return 0
		for f in odd.txt odd2.txt; do
			for m in "" -p; do
				# shellcheck disable=SC2086
				"$BIN/$1" $m -o json "$f" | python3 -I cut.py "$f" || { echo "$1 $m $f"; return 1; }
			done
		done
	}
	for_each_program check
}
