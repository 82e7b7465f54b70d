#!/usr/bin/env python3
"""score-sentences.py PROGRAM GOLD... -- where sentences end, against our own texts

GOLD has a sentence a line and an empty line between paragraphs.  PROGRAM (with
its options, as one word of the shell) reads the same text a paragraph a line and
writes a sentence a line.  Prints for each file, and for all, how many ends there
are inside paragraphs, how many were missed and how many found where none is, and
F1.  White space is not compared; status 1 if the program changed anything else.
"""
import os
import subprocess
import sys


def paragraphs(path):
    """Lists of sentences."""
    with open(path, encoding="utf-8") as f:
        for block in f.read().split("\n\n"):
            lines = [s for s in block.split("\n") if s.strip() and not s.startswith("#")]
            if lines:
                yield lines


def ends(sentences):
    """How many characters that are no white space stand before each end, but the last."""
    at, out = 0, set()
    for s in sentences:
        at += len("".join(s.split()))
        out.add(at)
    out.discard(at)
    return out, at


def split(program, texts):
    """The sentences of each text."""
    raw = "".join(t + "\n" for t in texts)
    out = subprocess.run(program, shell=True, check=True, input=raw.encode(),
                         stdout=subprocess.PIPE).stdout.decode()
    lines = iter(s for s in out.split("\n") if s.strip())
    for t in texts:
        left, found = "".join(t.split()), []
        while left:
            s = next(lines, None)
            if s is None or not left.startswith("".join(s.split())):
                sys.exit("score-sentences.py: text was changed: " + t[:60])
            left = left[len("".join(s.split())):]
            found.append(s)
        yield found


def f1(right, missed, wrong):
    return 100 * 2 * right / (2 * right + missed + wrong) if right else 0.0


program, total = sys.argv[1], [0, 0, 0]
print("%-24s %6s %7s %7s %7s" % ("", "ends", "missed", "wrong", "F1"))
for path in sys.argv[2:]:
    gold = list(paragraphs(path))
    count = [0, 0, 0]
    for g, s in zip(gold, split(program, [" ".join(p) for p in gold])):
        want, got = ends(g)[0], ends(s)[0]
        count = [count[0] + len(want & got), count[1] + len(want - got),
                 count[2] + len(got - want)]
    total = [a + b for a, b in zip(total, count)]
    print("%-24s %6d %7d %7d %7.2f" % (os.path.basename(path), count[0] + count[1],
                                       count[1], count[2], f1(*count)))
print("%-24s %6d %7d %7d %7.2f" % ("all", total[0] + total[1], total[1], total[2], f1(*total)))
