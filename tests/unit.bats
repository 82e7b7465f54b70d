# Unit tests: tests/unit/NAME.c, built by `make unit', says what is wrong by
# file and line, and ends with status 0 if nothing is.  One line here for each.

load helper

UNITS=$(dirname "$BIN")/unit

unit() {
	[ -x "$UNITS/$1" ] || { echo "no $UNITS/$1: make unit"; return 1; }
	cd "$BATS_TEST_TMPDIR" && "$UNITS/$1"
}

@test "unit: calendar" { unit calendar; }
@test "unit: chain" { unit chain; }
@test "unit: chars" { unit chars; }
@test "unit: entities" { unit entities; }
@test "unit: features" { unit features; }
@test "unit: fields" { unit fields; }
@test "unit: hash" { unit hash; }
@test "unit: input" { unit input; }
@test "unit: joined" { unit joined; }
@test "unit: lexicon" { unit lexicon; }
@test "unit: logistic" { unit logistic; }
@test "unit: marks" { unit marks; }
@test "unit: model" { unit model; }
@test "unit: quotes_features" { unit quotes_features; }
@test "unit: sentences" { unit sentences; }
@test "unit: names" { unit names; }
@test "unit: numbers" { unit numbers; }
@test "unit: spelling" { unit spelling; }
@test "unit: tags" { unit tags; }
@test "unit: tokens" { unit tokens; }
@test "unit: utf8" { unit utf8; }
@test "unit: values" { unit values; }
@test "unit: wordmap" { unit wordmap; }

@test "every unit test has its line here" {
	local c
	for c in "$TESTS"/unit/*.c; do
		c=$(basename "$c" .c)
		grep -q "^@test .*{ unit $c; }\$" "$BATS_TEST_FILENAME" || { echo "$c"; return 1; }
	done
}

# All in one file: no two of them mean two things by one name.  In both orders:
# none relies on what stands before it.
@test "the headers of common can be included together, in any order, and each alone" {
	local order h flags
	cd "$TESTS/.." || return 1
	read -ra flags <<< "$(sed -n 's/^LIB_CFLAGS = //p' "$(dirname "$BIN")/config.mk")"
	flags+=(-std=gnu11 -D_GNU_SOURCE -I. "-I$(dirname "$BIN")/gen" -Wall -Wextra -Werror
	    -fsyntax-only -x c -)
	for order in sort "sort -r"; do
		printf '%s\n' common/*/*.h | $order | sed 's/.*/#include "&"/' | "$CC" "${flags[@]}"
	done
	for h in common/*/*.h; do
		echo "#include \"$h\"" | "$CC" "${flags[@]}" || { echo "$h alone"; return 1; }
	done
}
