#!/bin/bash
# tags.sh -- learn parts of speech from text that silver.sh has labelled
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
: "${SILVER:=$B/silver/tags.jsonl}" "${OUT:=common/languages/en}"
cd "$(dirname "$0")/../../../.."

[ -s "$SILVER" ] || common/languages/en/recipe/silver.sh "$SILVER"
make -s B="$B" CC="$CC" "$B/train/tags"
"$B/train/tags" "$SILVER" "$OUT/tagger.model" 16 8
