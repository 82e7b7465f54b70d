#!/bin/bash
# languages.sh [-w SHARE] -- learn where sentences end in every language but English,
# and to tell languages, from the sets marked train
#
# A language is learned if CORPORA/sentences-multi has CODE-train.raw and .gold.
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}" "${OUT:=common/languages}"
cd "$(dirname "$0")/../../../.."

C=$CORPORA/sentences-multi
codes=() texts=(en "$CORPORA/sentences/voa-train.raw")
for folder in common/languages/*/; do
	code=$(basename "$folder")
	[ -r "$C/$code-train.gold" ] || continue
	# The build wants a model of each; before there is one, any will do.
	[ -e "$folder/sentences.model" ] ||
	    cp common/languages/none/sentences.model "$folder"
	mkdir -p "$OUT/$code"
	codes+=("$code")
	texts+=("$code" "$C/$code-train.raw")
done
mkdir -p "$OUT/none"
make -s B="$B" CC="$CC" "$B/train/languages" "$B/train/telling"
"$B/train/languages" "$@" "$OUT" "$C" "${codes[@]}"
"$B/train/telling" -o "$OUT/none/languages.model" "${texts[@]}"
