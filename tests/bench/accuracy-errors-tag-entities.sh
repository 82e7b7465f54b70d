#!/bin/bash
# accuracy-errors-tag-entities.sh [TYPES] -- what is wrong on wire-entities-dev
# "-": missed, "+": wrongly marked; with the words around.
set -u
B=${B:-build} CORPORA=${CORPORA:-../shared/corpora}
gold=$CORPORA/entities/wire-entities-dev.jsonl
[ -e "$gold" ] || { echo "tag-entities: no corpora at $CORPORA"; exit 0; }
"$B/bin/tag-entities" -J "$gold" | python3 -c '
import json, sys
types = set(sys.argv[2].split(",")) if len(sys.argv) > 2 else None
gold = {d["id"]: d for d in map(json.loads, open(sys.argv[1], encoding="utf-8"))}
for line in sys.stdin:
    d = json.loads(line)
    t = d["text"].replace("\n", " / ")
    key = lambda e: (e["start"], e["end"], e["type"])
    want, got = ({key(e) for e in x["entities"]} for x in (gold[d["id"]], d))
    t = d["text"]
    for sign, errors in (("-", want - got), ("+", got - want)):
        for a, b, y in sorted(errors):
            if types is None or y in types:
                print(sign, y, "|", (t[max(0, a - 40):a] + "[" + t[a:b] + "]" +
                      t[b:b + 30]).replace("\n", " / "))
' "$gold" "$@"
