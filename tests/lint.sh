#!/bin/bash
# lint.sh -- compilers' warnings, cppcheck, shellcheck, mandoc, the layers of the
# source and its style; ends with "N passed, N failed"
set -u

B=${B:-build}
cd "$(dirname "$0")/.." || exit 1
passed=0 failed=0

check() {
	local name=$1
	shift
	if "$@" > "$B/lint.log" 2>&1; then
		passed=$((passed + 1))
		echo "ok lint: $name"
	else
		failed=$((failed + 1))
		echo "not ok lint: $name"
		sed 's/^/# /' "$B/lint.log"
	fi
}

# What mandoc says of pages of other packages is no fault of ours.
man_pages() {
	! mandoc -T lint man/*.[157] 2>&1 | grep -v 'outdated mandoc.db\|referenced manual not found'
}

mkdir -p "$B"
check "gcc" make B="$B/lint-gcc" CC=gcc WARN="-Wall -Wextra -Werror" all unit trainers
check "clang" make B="$B/lint-clang" CC=clang WARN="-Wall -Wextra -Werror" all unit trainers
# Of the system's headers cppcheck needs to see one, for its macros.
queue=$(echo '#include <sys/queue.h>' | gcc -E -x c - | sed -n 's/^# 1 "\(.*queue.h\)".*/\1/p')
check "cppcheck" cppcheck --quiet --include="$queue" --error-exitcode=1 --inline-suppr \
    --enable=warning,portability --suppress=missingIncludeSystem \
    --std=c11 -D__linux__ -D__x86_64__ -DVERSION='""' -I. -I"$B/lint-gcc/gen" common filters
scripts=$(git ls-files | xargs awk 'FNR == 1 && /^#!\/bin\/(ba)?sh/ { print FILENAME }')
# shellcheck disable=SC2086 # a list of files
check "shellcheck" shellcheck -s bash $scripts
check "mandoc" man_pages
check "layers" env B="$B/lint-gcc" tests/layers.sh
check "style" tests/style.sh

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
