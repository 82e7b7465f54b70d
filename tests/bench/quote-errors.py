#!/usr/bin/env python3
"""quote-errors.py CORPORA GOLD.jsonl < quote-extract -J

Quotations that were missed, found where there is none, cut elsewhere or given
to somebody else, each with the words around it.
"""
import json
import sys

sys.path.insert(0, sys.argv[1])
import score

gold = score.load(sys.argv[2])
for line in sys.stdin:
    found = json.loads(line)
    doc = gold[found["id"]]
    text = doc["text"]

    def letters(spans):
        return score.cset(text, spans)

    def words(spans):
        return " ~ ".join(text[a:b] for a, b in spans or [])

    def show(what, content, more):
        a, b = min(s[0] for s in content), max(s[1] for s in content)
        print("%s %s: %s\n    ...%s>>%s<<%s..." % (
            what, found["id"], more, text[max(0, a - 60):a],
            text[a:b] if b - a < 300 else text[a:a + 140] + " [...] " + text[b - 140:b],
            text[b:b + 60]))

    want = [(letters(q["content"]), q) for q in doc["quotes"]]
    want = [w for w in want if w[0]]
    have = []
    for q in found["quotes"]:
        spans = [[s["start"], s["end"]] for s in q["spans"]]
        have.append((letters(spans), spans, q))
    pairs = score.match([w[0] for w in want], [h[0] for h in have], .5)
    matched = {i: (j, overlap) for i, j, overlap in pairs}
    taken = {j for _, j, _ in pairs}
    for i, (_, q) in enumerate(want):
        if i not in matched:
            show("missed", q["content"], "%s, cue [%s]" % (q["type"], words(q["cue"])))
            continue
        j, overlap = matched[i]
        h = have[j][2]
        if overlap < .8:
            show("cut", q["content"], "found: %s" % h["quote"])
        mention = [[h["mention"]["start"], h["mention"]["end"]]] if h["mention"] else []
        if q["source"] and letters(q["source"]) != letters(mention):
            show("source", q["content"], "[%s], found [%s]" % (words(q["source"]), words(mention)))
        elif q.get("speaker"):
            names = [score.norm(n) for n in [q["speaker"]] + list(q.get("aliases") or [])]
            name = h["speaker"] or words(mention)
            if score.norm(name) not in names:
                show("speaker", q["content"], "%s, found %s" % (q["speaker"], name))
    for j, (_, spans, q) in enumerate(have):
        if j not in taken:
            show("false", spans, "%s, cue [%s]" % (q["kind"], (q["cue"] or {}).get("text", "")))
