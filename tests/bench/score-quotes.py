#!/usr/bin/env python3
"""score-quotes.py [--sure] GOLD SYSTEM -- quotations found, against our own texts

Both are JSON Lines in the same order: id, text (of GOLD) and quotes with type,
content, cue and source as spans in code points, and speaker.  A record is matched
with one of the other side when the letters and digits of their contents overlap by
.8 (Jaccard), the best first.  Of what is matched by .5 or more it is asked whether
speaker as written and cue cover the same letters, and, where GOLD has a full name,
whether that is the one given (capitals and an article before it do not count).

--sure: only how far speaker_confidence can be trusted.  Of the speakers in what is
matched it tells how many are so sure, and how many of these are right: the name of
GOLD, or more or less of the same words.
"""
import json
import sys

KINDS = ("direct", "mixed", "indirect")


def letters(text, spans):
    """Where the letters and digits of some spans stand."""
    return frozenset(i for a, b in spans or () for i in range(a, b) if text[i].isalnum())


def plain(name):
    """A name without its article and in small letters."""
    name = (name or "").casefold()
    return name[4:] if name.startswith("the ") else name


def pairs(gold, system, least):
    """Pairs of records, each in one pair at most: indices of both."""
    near = []
    for i, g in enumerate(gold):
        for k, s in enumerate(system):
            both = len(g & s)
            if both and both / len(g | s) >= least:
                near.append((-both / len(g | s), i, k))
    out, taken, given = [], set(), set()
    for _, i, k in sorted(near):
        if i not in taken and k not in given:
            taken.add(i)
            given.add(k)
            out.append((i, k))
    return out


def is_same(a, b):
    """Whether a name is another, or the first or last words of it."""
    a, b = sorted((plain(a), plain(b)), key=len)
    return bool(a) and (a == b or b.startswith(a + " ") or b.endswith(" " + a))


def share(right, all_):
    return "%6.1f" % (100 * right / all_) if all_ else "     -"


class Count:
    def __init__(self):
        self.right, self.all = 0, 0

    def add(self, right):
        self.right += bool(right)
        self.all += 1

    def __str__(self):
        return share(self.right, self.all)


sure = []       # how sure each speaker is, and whether he is right
only_sure = sys.argv[1] == "--sure"
if only_sure:
    del sys.argv[1]
found = {k: [0, 0, 0] for k in KINDS}     # matched, of gold, of the system
speaker, cue, name = Count(), Count(), {k: Count() for k in KINDS}
with open(sys.argv[1], encoding="utf-8") as gold, open(sys.argv[2], encoding="utf-8") as system:
    for g, s in zip(map(json.loads, gold), map(json.loads, system)):
        if g["id"] != s["id"]:
            sys.exit("score-quotes.py: %s stands beside %s" % (g["id"], s["id"]))
        text = g["text"]
        for kind in KINDS:
            mine, other = ([letters(text, q["content"]) for q in d["quotes"]
                            if q["type"] == kind] for d in (g, s))
            found[kind][0] += len(pairs(mine, other, .8))
            found[kind][1] += len(mine)
            found[kind][2] += len(other)
        mine, other = ([letters(text, q["content"]) for q in d["quotes"]] for d in (g, s))
        for i, k in pairs(mine, other, .5):
            q, r = g["quotes"][i], s["quotes"][k]
            if q.get("source"):
                speaker.add(letters(text, q["source"]) == letters(text, r.get("source")))
            if q.get("cue"):
                cue.add(letters(text, q["cue"]) == letters(text, r.get("cue")))
            if r.get("speaker"):
                sure.append((r.get("speaker_confidence", 1),
                             is_same(q.get("speaker"), r["speaker"])))
            if q.get("speaker"):
                name[q["type"]].add(plain(q["speaker"]) == plain(r.get("speaker")))
if only_sure:
    for least in (0, .5, .8, .9, .95):
        kept = [right for p, right in sure if p >= least]
        print("  %-48s %s %s" % ("speaker at least %g sure: kept, right" % least,
                                 share(len(kept), len(sure)), share(sum(kept), len(kept))))
    sys.exit()
for kind in KINDS:
    right, want, got = found[kind]
    print("  %-56s %s" % (kind + " records, overlap .8", share(2 * right, want + got)))
print("  %-56s %s" % ("speaker as written, exact, of matched", speaker))
for kind in KINDS:
    print("  %-56s %s" % ("full name, of matched " + kind, name[kind]))
print("  %-56s %s" % ("cue, exact, of matched", cue))
