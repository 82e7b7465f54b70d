#!/usr/bin/env python3
"""score-entities.py GOLD SYSTEM: exact F1 by type, and by kind of text.

Both are JSON Lines with id and entities (start, end, type), as entities_own.py
prints them and tag-entities -J.  The kind is what stands first in an id, up to
its second hyphen."""
import collections
import json
import sys


def read(name):
    """The mentions of each document."""
    docs = {}
    with open(name, encoding='utf-8') as f:
        for line in f:
            d = json.loads(line)
            docs[d['id']] = {(e['start'], e['end'], e['type'])
                             for e in d['entities']}
    return docs


def main():
    gold, got = read(sys.argv[1]), read(sys.argv[2])
    if set(gold) != set(got):
        sys.exit('score-entities: not the same documents')
    types, kinds = collections.Counter(), collections.Counter()
    for doc, want in gold.items():
        kind = '-'.join(doc.split('-')[:2])
        for which, mentions in (('gold', want), ('got', got[doc]),
                                ('right', want & got[doc])):
            kinds[kind, which] += len(mentions)
            for m in mentions:
                types[m[2], which] += 1
    for count in (types, kinds):
        names = sorted({n for n, _ in count})
        for which in ('gold', 'got', 'right'):
            count['all', which] = sum(count[n, which] for n in names)
        for n in names + ['all']:
            g, s, r = (count[n, w] for w in ('gold', 'got', 'right'))
            print('%-14s P %5.1f R %5.1f F1 %5.1f   gold %5d' % (
                n, 100 * r / s if s else 0, 100 * r / g if g else 0,
                200 * r / (g + s) if g + s else 0, g))
        print()


main()
