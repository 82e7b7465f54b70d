#!/usr/bin/env python3
"""Unmarked text of the corpora, for teachers to label.

entities_unmarked.py CORPORA KIND [MOST]: the documents of a kind (voa, other,
press, books; MOST: so many), as JSON Lines with text.

What the development sets hold is left out, and wire-entities-train, which is
labelled by hand already."""
import itertools
import json
import lzma
import re
import sys

PRESS_STEP = 32         # every so many press releases


def norm(s):
    return re.sub(r'\W+', '', s).lower()


def banned_lines(corpora):
    banned = set()
    for name in ('entities/wire-entities-dev', 'quotes/wire-quotes-dev',
                 'entities/wire-entities-train'):
        for line in open('%s/%s.jsonl' % (corpora, name), encoding='utf-8'):
            banned.update(norm(s) for s in json.loads(line)['text'].split('\n'))
    words = []
    for line in open(corpora + '/entities/gmb-dev.iob2', encoding='utf-8'):
        if line.strip():
            words.append(line.split('\t')[0])
        else:
            banned.add(norm(''.join(words)))
            words = []
    return {b for b in banned if len(b) > 12}


def press(corpora):
    """Every so many a release, without lines that were there before."""
    seen = set()
    with lzma.open(corpora + '/press/press.docs.tsv.xz', 'rt') as f:
        places = [tuple(map(int, line.split())) for line in f]
    with lzma.open(corpora + '/press/press.txt.xz', 'rt', encoding='utf-8') as f:
        text = f.read().split('\n')
    for k, (a, b) in enumerate(places):
        if k % PRESS_STEP != 23:
            continue
        lines = []
        for s in text[a - 1:b]:
            h = norm(s)[:200]
            if h not in seen:
                seen.add(h)
                lines.append(s)
        yield lines


def books(corpora):
    for line in open(corpora + '/quotes/litbank.jsonl', encoding='utf-8'):
        yield [' '.join(s.split())
               for s in json.loads(line)['text'].split('\n\n')]


def sentences(corpora, names):
    for name in names:
        lines = []
        for line in open('%s/sentences/%s.gold' % (corpora, name),
                         encoding='utf-8'):
            if line.strip():
                lines.append(line.rstrip('\n'))
            if len(lines) >= 40:
                yield lines
                lines = []
        yield lines


def documents(corpora, kind):
    """Lists of lines of running text, a document each."""
    banned = banned_lines(corpora)
    for lines in {
            'press': lambda: press(corpora),
            'books': lambda: books(corpora),
            'voa': lambda: sentences(corpora, ['voa-train']),
            'other': lambda: sentences(corpora, [
                'ewt-train', 'gum-open-train', 'masc-news-train',
                'masc-other-train'])}[kind]():
        yield [s.replace('\t', ' ') for s in lines
               if s.strip() and len(s) <= 4000 and norm(s) not in banned]


if __name__ == '__main__':
    for doc in itertools.islice(documents(*sys.argv[1:3]),
                                int(sys.argv[3]) if sys.argv[3:] else None):
        if doc:
            print(json.dumps({'text': '\n'.join(doc)}))
