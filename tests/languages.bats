# Languages beside English: sentences of our own in each of them, telling them
# apart, and what is asked of every folder of common/languages.

load helper

LANGUAGES=$TESTS/../common/languages
GOLD=$TESTS/sentences/languages

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
}

# A paragraph a line: the lines of each block of $1 joined, by a space but where
# there are none between words.
paragraphs() {
	local gap=" "
	case "$1" in */zh.gold|*/ja.gold) gap= ;; esac
	awk -v gap="$gap" 'BEGIN { RS = ""; FS = "\n" }
		{ s = $1; for (i = 2; i <= NF; i++) s = s gap $i; print s }' "$1"
}

codes() {
	for folder in "$LANGUAGES"/*/; do
		basename "$folder"
	done
}

@test "sentences of our own in every language" {
	local bad=0 code
	for code in $(codes | grep -vx -e en -e none); do
		paragraphs "$GOLD/$code.gold" | "$BIN/sentence-split" -b -l "$code" > out
		diff "$GOLD/$code.gold" out || { echo "that was $code"; bad=1; }
	done
	[ "$bad" -eq 0 ]
}

@test "cases of news in every language: those fail that are known to" {
	# shellcheck disable=SC2046 # words
	"$TESTS/sentences/languages.sh" "$BIN/sentence-split" \
	    $(codes | grep -vx -e en -e none) | diff "$GOLD/failed" -
}

@test "-l auto tells each of them, document by document" {
	local code
	for code in $(codes | grep -vx -e en -e none); do
		paragraphs "$GOLD/$code.gold" | tr '\n' ' ' > "$code.txt"
		"$BIN/sentence-split" -l "$code" "$code.txt" >> each
	done
	"$BIN/sentence-split" -l auto --no-filename ./??.txt > all
	# One line of each is little: a few are taken for their neighbours.
	[ "$(diff each all | grep -c '^[<>]')" -le 8 ]
	printf 'Das ist am 3. Oktober so. Ja.\n' > de
	[ "$("$BIN/sentence-split" -l auto de | wc -l)" -eq 2 ]
	[ "$("$BIN/sentence-split" de | wc -l)" -eq "$("$BIN/sentence-split" -l en de | wc -l)" ]
	# Without a letter: English.
	[ "$(printf '1. 2. 3.\n' | "$BIN/sentence-split" -l auto)" = \
	    "$(printf '1. 2. 3.\n' | "$BIN/sentence-split")" ]
}

@test "-l auto with the user's own words, in objects" {
	echo 'Abk' > own
	printf '%s\n' '{"text":"Das ist die Abk. Nummer eins. Ja."}' '{"text":"It is so. Yes."}' |
	    "$BIN/sentence-split" -J -l auto -a own |
	    jq -r '[.sentences[] | "\(.start)-\(.end)"] | join(" ")' > out
	printf '%s\n' '0-29 30-33' '0-9 10-14' | diff - out
}

@test "-l none: marks and letters alone" {
	printf 'Das war gut. Ja! 好。是。 ठीक है। हाँ।\n' | "$BIN/sentence-split" -l none > out
	printf '%s\n' 'Das war gut.' 'Ja!' '好。' '是。' 'ठीक है।' 'हाँ।' | diff - out
}

@test "no language loses a byte" {
	local code
	cat "$GOLD"/*.gold "$TESTS"/fuzz/sentences/* > mixed
	head -c 20000 "$BIN/dedup" >> mixed
	tr -d ' \t\n\v\f\r' < mixed > wanted
	for code in auto $(codes); do
		"$BIN/sentence-split" -l "$code" < mixed | tr -d ' \t\n\v\f\r' | cmp - wanted ||
		    { echo "$code"; return 1; }
		"$BIN/sentence-split" -l "$code" -p --max-length=40 < mixed |
		    tr -d ' \t\n\v\f\r' | cmp - wanted || { echo "$code -p"; return 1; }
	done
}

@test "an unknown language: the message lists all, and so does --help" {
	run --separate-stderr "$BIN/sentence-split" -l xx
	[ "$status" -eq 2 ]
	for code in auto $(codes); do
		# shellcheck disable=SC2154
		grep -qw "$code" <<< "$stderr"
		"$BIN/sentence-split" --help | grep -qw "$code"
	done
	"$BIN/sentence-split" -l German < /dev/null
}

@test "a folder has all that a language has, and the manual names it" {
	local code
	for code in $(codes); do
		[ -s "$LANGUAGES/$code/name" ]
		[ -s "$LANGUAGES/$code/sentences.model" ]
		[ -s "$LANGUAGES/$code/SOURCES.md" ]
		[ "$code" = none ] || sed -n '/Fl -language/,/Fl -no-filename/p' \
		    "$TESTS/../man/sentence-split.1" | grep -qw "$code"
	done
}
