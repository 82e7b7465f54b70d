#!/bin/bash
# sentences.sh -- learn where sentences end from the sets marked train
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
cd "$(dirname "$0")/.."

make -s B="$B" CC="$CC" "$B/train/sentences"
sets=()
for s in voa-train masc-news-train masc-other-train gum-open-train ewt-train; do
	sets+=("$CORPORA/sentences/$s.raw" "$CORPORA/sentences/$s.gold")
done
press=$(mktemp)
trap 'rm -f "$press"' EXIT
xz -dc "$CORPORA/press/press.txt.xz" > "$press"
"$B/train/sentences" "$@" -o common/english/sentences.model "$press" -- "${sets[@]}"
