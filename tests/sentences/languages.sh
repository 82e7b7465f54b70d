#!/bin/bash
# languages.sh PROGRAM CODE... -- cases of each language, tests/sentences/languages/
# CODE.txt, failed of tried: a line "CODE failed/tried" each.  They are written as
# kinds.py says.
set -eu

here=$(dirname "$0") program=$1
shift
for code; do
	python3 "$here/kinds.py" "$program -l $code" "$here/languages/$code.txt" |
	    awk -v code="$code" '$1 == "all" { print code, $2 }'
done
