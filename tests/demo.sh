#!/bin/bash
# demo.sh -- the four programs on the sample article, as a newcomer would
set -eu

B=${B:-build}
cd "$(dirname "$0")/.."
PATH=$PWD/$B/bin:$PATH
case $B in /*) PATH=$B/bin:$PATH ;; esac
article=tests/sample/article.txt

show() {
	printf '\n\033[1m$ %s\033[0m\n' "$1" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9;]*m//g'; fi
	bash -o pipefail -c "$1"
}

echo "A wire report of $(wc -l < $article) lines, its body repeated: $article"
show "dedup $article | wc -l"
show "dedup $article | sentence-split | head -n 6"
show "dedup $article | quote-extract | cut -f 1,3,4,7 | cut -c 1-100"
show "dedup $article | tag-entities | head -n 4"
show "dedup $article | tag-entities -o tsv -t PERSON,GPE,ORG | cut -f 1,2 | sort | uniq -c | sort -rn | head -n 8"
echo
echo "Read on: man -l man/copydesk.7"
