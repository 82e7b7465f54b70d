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

# Hundredths of a second of processor time that a command takes, whatever else
# the machine does meanwhile; one that takes minutes is ended.
processor_time() {
	local TIMEFORMAT='%U %S' t
	t=$( (ulimit -t 120; time "$@" > /dev/null 2> /dev/null) 2>&1) || return 1
	awk '{ print int(($1 + $2) * 100) }' <<< "$t"
}

# $1 over and over, $2 bytes of it.
repeated() {
	yes "$1" | tr -d '\n' | head -c "$2"
}

# Does the command take no more for four times as much of the same than is in
# proportion?  Twice that is allowed, for caches and clocks; what is quadratic
# takes four times that.  Input of $2 bytes comes from the command $1.
takes_linear_time() {
	local make=$1 n=$2 once four
	shift 2
	$make "$n" > small.input
	$make $((4 * n)) > large.input
	once=$(processor_time "$@" small.input) && four=$(processor_time "$@" large.input) &&
	    [ "$four" -le $((8 * once + 20)) ] ||
	    { echo "$*: $n bytes $once/100 s, four times as many $four/100 s"; return 1; }
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
