#!/usr/bin/env python3
"""spacy-tag.py MODEL [--time]: what spaCy finds, as tag-entities prints it.

Reads text, a line at a time, or with -p a paragraph, and prints start, end, type in bytes; or, with
--docs, JSON Lines with id and text, printing them with entities in code
points.  Only what finds entities runs.  With --time it prints nothing but
seconds of CPU time and bytes."""
import json
import sys
import time

import spacy

nlp = spacy.load(sys.argv[1], disable=['tagger', 'parser', 'attribute_ruler',
                                       'lemmatizer', 'senter'])
flags = sys.argv[2:]


def spans(text):
    o = 0
    between = '\n\n' if '-p' in flags else '\n'
    records = [r.replace('\n', ' ') for r in text.split(between)]
    for record, doc in zip(records, nlp.pipe(records)):
        for e in doc.ents:
            yield o + e.start_char, o + e.end_char, e.label_
        o += len(record) + len(between)


data = sys.stdin.buffer.read().decode('utf-8', 'surrogateescape')
t = time.process_time()
if '--docs' in flags:
    for line in data.splitlines():
        d = json.loads(line)
        d['entities'] = [dict(start=a, end=b, type=y) for a, b, y in spans(d['text'])]
        print(json.dumps(d))
elif '--time' in flags:
    n = sum(1 for _ in spans(data))
    print('%.2f %d' % (time.process_time() - t, len(data.encode('utf-8', 'surrogateescape'))))
else:
    at = [0]
    for c in data:
        at.append(at[-1] + len(c.encode('utf-8', 'surrogateescape')))
    for a, b, y in spans(data):
        print(at[a], at[b], y, sep='\t')
