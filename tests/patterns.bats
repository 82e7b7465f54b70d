# Patterns of numbers that could not be used do not build: mkpatterns on a folder
# made here says which line it is.

load helper

MKPATTERNS=$(dirname "$BIN")/mkpatterns

setup() {
	mkdir -p "$BATS_TEST_TMPDIR/xx/numbers" && cd "$BATS_TEST_TMPDIR" || return 1
	echo "'s" > xx/clitics.txt
	printf '%s\n' $'eins\tnumber=1' $'Mai\tmonth=5' > xx/numbers/words.txt
	printf '%s\n' $'day\t{1..31}' $'DATE\t<day> <month>' $'CARDINAL\t<number>' > xx/numbers/patterns.txt
}

# It fails, says this, and writes nothing.
refused() {
	run --separate-stderr "$MKPATTERNS" xx .
	[ "$status" -eq 1 ] && [ ! -e patterns_xx.c ]
	# shellcheck disable=SC2154
	[ "$stderr" = "$1" ] || { echo "$stderr"; return 1; }
}

@test "a folder of words and patterns becomes a table" {
	"$MKPATTERNS" xx .
	grep -q '^const struct patterns patterns_xx = ' patterns_xx.c
	"$CC" -I"$TESTS/.." -Wall -Wextra -Werror -c patterns_xx.c
}

@test "the same folder gives the same bytes" {
	"$MKPATTERNS" xx . && mv patterns_xx.c first.c
	"$MKPATTERNS" xx .
	cmp first.c patterns_xx.c
}

@test "a name that nothing has, and one that nobody uses" {
	echo $'TIME\t<hour>' >> xx/numbers/patterns.txt
	echo $'abends\tdaypart' >> xx/numbers/words.txt
	refused 'xx/numbers/words.txt:3: "daypart" is not used
xx/numbers/patterns.txt:4: nothing is "hour"'
}

@test "figures, brackets and conditions as they cannot be" {
	printf '%s\n' $'TIME\t{a..b}' $'TIME\t(eins' $'TIME\teins\t-\tbehind eins' >> xx/numbers/patterns.txt
	refused 'xx/numbers/patterns.txt:4: "{a..b}" is no range of figures
xx/numbers/patterns.txt:5: ")" is missing before ""
xx/numbers/patterns.txt:6: "behind eins" does not begin with after, before, not after or not before'
}

@test "a NUL byte in a list" {
	printf 'zwei\0x\tnumber=2\n' >> xx/numbers/words.txt
	refused 'xx/numbers/words.txt:3: a NUL byte'
}

@test "a word twice in a class, and a pattern that is part of itself" {
	echo $'Eins\tnumber' >> xx/numbers/words.txt
	refused 'xx/numbers/words.txt:3: "Eins" is "number" already'
	sed -i '$d' xx/numbers/words.txt
	echo $'day\t<day> und <day>' >> xx/numbers/patterns.txt
	run "$MKPATTERNS" xx .
	[ "$status" -eq 1 ] && [[ $output == *"a pattern is part of itself" ]]
}
