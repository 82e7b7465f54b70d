#!/bin/bash
# quotes.sh -- learn quotations from the sets marked train
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
cd "$(dirname "$0")/.."

make -s B="$B" CC="$CC" "$B/train/quotes"
"$B/train/quotes" train common/english/quotes.model \
    "$CORPORA/quotes/wire-quotes-train.jsonl"
