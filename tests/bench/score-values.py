#!/usr/bin/env python3
"""score-values.py TAG-ENTITIES OWN.tsv|WIRE.tsv ... [-v]: values against those marked by hand.

OWN: date, value, unit, type, text with the mention in [[ ]].  WIRE (from the environment's
CORPORA): document, start, end, date, value, unit, type, words.  A value that is marked is
given if what was found there, by six tenths, has one; right if value and unit are the same.
A value where none is marked is wrong."""
import json
import os
import re
import subprocess
import sys

prog, *files = [a for a in sys.argv[1:] if a != '-v']
verbose = '-v' in sys.argv
rows = []
for name in files:
    docs = {}
    for line in open(name, encoding='utf-8'):
        if line.startswith('#'):
            continue
        f = line.rstrip('\n').split('\t')
        if len(f) == 5:
            date, value, unit, kind, text = f
            m = re.search(r'\[\[(.*?)\]\]', text)
            start, end = m.start(), m.start() + len(m[1])
            text = text[:m.start()] + m[1] + text[m.end():]
        else:
            if not docs:
                path = os.environ['CORPORA'] + '/entities/wire-entities-dev.jsonl'
                docs = {d['id']: d['text'] for d in map(json.loads, open(path, encoding='utf-8'))}
            start, end, date, value, unit, kind = int(f[1]), int(f[2]), *f[3:7]
            text = docs[f[0]]
        rows.append((text, date, start, end, value, unit, kind))
src = ''.join(json.dumps({'text': r[0], 'date': r[1]}) + '\n' for r in rows)
out = subprocess.run([prog, '-J'], input=src, stdout=subprocess.PIPE, text=True, check=True).stdout
marked = found = given = right = false = 0
for (text, date, start, end, value, unit, kind), line in zip(rows, out.splitlines()):
    best, least = None, .6
    for e in json.loads(line)['entities']:
        both = min(e['end'], end) - max(e['start'], start)
        all_ = max(e['end'], end) - min(e['start'], start)
        if both > 0 and both / all_ >= least:
            best, least = e, both / all_
    got = best.get('value') if best else None
    is_right = got is not None and (str(got) == value or
        (isinstance(got, (int, float)) and value[:1] in '-.0123456789' and value != '-' and
         re.fullmatch(r'-?[\d.]+', value) and abs(got - float(value)) < 1e-9)) and \
        best.get('unit', '-') == unit
    marked += value != '-'
    found += value != '-' and best is not None
    given += value != '-' and got is not None
    right += is_right
    false += value == '-' and got is not None
    if verbose and not is_right and (value != '-' or got is not None):
        print('%-8s %s %r: %s %s, not %s %s | %s' % (kind, date, text[start:end], got, best and best.get('unit'),
              value, unit, text[max(0, start - 50):start] + '[' + text[start:end] + ']' + text[end:end + 20]))
all_given = given + false
print('marked %d found %d (%.1f %%) given %d (%.1f %%) right %d of %d given (%.1f %%), %d of them where none is marked' % (
    marked, found, 100 * found / max(1, marked), given, 100 * given / max(1, marked), right, all_given,
    100 * right / max(1, all_given), false))
