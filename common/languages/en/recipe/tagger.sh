#!/bin/bash
# tagger.sh -- learn parts of speech from text labelled by common/languages/en/recipe/silver.sh
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
: "${SILVER:=$B/train/silver.jsonl}"
cd "$(dirname "$0")/../../../.."

mkdir -p "$B/train"
[ -s "$SILVER" ] || CORPORA="$CORPORA" common/languages/en/recipe/silver.sh "$SILVER"
make -s B="$B" CC="$CC" "$B/train/tags"
"$B/train/tags" "$SILVER" common/languages/en/tagger.model 16 8
