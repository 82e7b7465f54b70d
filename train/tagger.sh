#!/bin/bash
# tagger.sh -- learn parts of speech from text labelled by train/silver.sh
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
: "${SILVER:=$B/train/silver.jsonl}"
cd "$(dirname "$0")/.."

mkdir -p "$B/train"
[ -s "$SILVER" ] || CORPORA="$CORPORA" train/silver.sh "$SILVER"
make -s B="$B" CC="$CC" "$B/train/tagger"
"$B/train/tagger" "$SILVER" common/english/tagger.model 16 8
