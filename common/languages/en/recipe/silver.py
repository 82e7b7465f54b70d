#!/usr/bin/env python3
"""silver.py -- parts of speech and relations of text, by a teacher

usage: silver.py MODEL < lines

Tags and parses each line with spaCy's en_core_web_md (MIT), which
tests/bench/spacy-env.sh installs, and writes {"text", "t": [[start, end, tag,
relation, head]...], "s": [first token of each sentence...]} a line, offsets in
code points.
"""
import json
import sys

import spacy

nlp = spacy.load(sys.argv[1], exclude=["ner", "lemmatizer"])
lines = (line.rstrip("\n") for line in sys.stdin)
for doc in nlp.pipe(lines, batch_size=256):
    print(json.dumps({
        "text": doc.text,
        "t": [[t.idx, t.idx + len(t.text), t.tag_, t.dep_, t.head.i]
              for t in doc],
        "s": [s.start for s in doc.sents]}))
