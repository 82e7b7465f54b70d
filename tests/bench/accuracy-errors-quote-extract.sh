#!/bin/bash
# accuracy-errors-quote-extract.sh [SET] -- what is missed, found wrongly or
# given to the wrong speaker on a development set, with context
set -eu
: "${B:=build}" "${CORPORA:=../shared/corpora}"
sets=$CORPORA/quotes set=${1:-wire-quotes-dev}
[ -d "$sets" ] || { echo "no corpora at $sets (CORPORA=DIR)"; exit 0; }
"$B/bin/quote-extract" -u -J "$sets/$set.jsonl" |
    python3 "$(dirname "$0")/quote-errors.py" "$sets" "$sets/$set.jsonl"
