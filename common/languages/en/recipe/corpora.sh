#!/bin/bash
# corpora.sh MODEL ... -- is all there that these are learned from?
#
# MODEL is sentences, languages, tags, quotes or entities.  One line says what is missing in
# CORPORA, with status 1; another, which files are not those that the committed
# models were learned from: then what is learned is another model, and right.
set -u
: "${CORPORA:=../shared/corpora}"
list=$(dirname "$0")/corpora.tsv

[ -d "$CORPORA" ] || {
	echo "train: no corpora at $CORPORA (CORPORA=DIR): see common/languages/en/recipe/README.md" >&2
	exit 1
}
missing=() others=()
while IFS=$'\t' read -r sum file models; do
	for model in "$@"; do
		[[ " $models " == *" $model "* ]] || continue
		if [ ! -r "$CORPORA/$file" ]; then
			missing+=("$file")
		elif [ "$(sha256sum < "$CORPORA/$file")" != "$sum  -" ]; then
			others+=("$file")
		fi
		break
	done
done < <(grep -v '^#' "$list")
[ ${#others[@]} -eq 0 ] || echo "train: not the files the models were learned from: ${others[*]}" >&2
[ ${#missing[@]} -eq 0 ] || {
	echo "train: missing in $CORPORA: ${missing[*]}: see common/languages/en/recipe/README.md" >&2
	exit 1
}
