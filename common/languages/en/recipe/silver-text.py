#!/usr/bin/env python3
"""silver-text.py CORPORA -- the lines that common/languages/en/recipe/silver.py labels

Paragraphs of the sets marked train; none that holds a sentence of the
development set of quotations, so that this one stays unseen.
"""
import json
import lzma
import random
import sys

corpora = sys.argv[1]
random.seed(1)
unseen = set()
with open(corpora + "/quotes/wire-quotes-dev.jsonl", encoding="utf-8") as f:
    for line in f:
        unseen.update(s.strip() for s in json.loads(line)["text"].split("\n"))
long = [s for s in unseen if len(s) > 30]
lines = []
with open(corpora + "/sentences/voa-train.raw", encoding="utf-8") as f:
    for line in f:
        line = line.strip()
        if line and not any(s in line for s in long):
            lines.append(line)
with open(corpora + "/sentences/masc-news-train.raw", encoding="utf-8") as f:
    lines += [line.strip() for line in f if line.strip()]
with lzma.open(corpora + "/press/press.txt.xz", "rt", encoding="utf-8") as f:
    press = [line.rstrip("\n") for line in f]
press = [line for line in press if len(line) > 60 and line not in unseen]
lines += random.sample(press, 14000)
sys.stdout.write("".join(line + "\n" for line in lines))
