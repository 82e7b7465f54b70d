# What every test file loads: where things are, and what they have in common.

bats_require_minimum_version 1.5.0
TESTS=$BATS_TEST_DIRNAME
: "${PROGRAMS:=dedup sentence-split quote-extract tag-entities}"
SAMPLE=$TESTS/sample
: "${BIN:=$(dirname "$TESTS")/build/bin}"

PATH=$BIN:$PATH
: "${CC:=cc}"

# Was it built with sanitizers?  Those need memory and calls of their own.
is_sanitized() {
	[[ $BIN == */sanitize/* ]]
}

not_sanitized() {
	! is_sanitized || skip "not with sanitizers"
}

# Its input to its output, one byte a write.
byte_by_byte() {
	perl -e '$| = 1; syswrite STDOUT, $c while sysread STDIN, $c, 1'
}

# Run the check named $1 for every program; report which failed.
for_each_program() {
	local p failed=0
	for p in $PROGRAMS; do
		if ! "$1" "$p"; then
			echo "failed: $1 $p"
			failed=1
		fi
	done
	return "$failed"
}

# A manual page as plain text, lines as long as they are.
page() {
	mandoc -T ascii -O width=300 "$1" | sed 's/.\x08//g'
}
