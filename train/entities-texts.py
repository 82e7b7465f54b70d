#!/usr/bin/env python3
"""entities-texts.py CORPORA: the open gold in the trainer's form (train/entities.c).

Types that a set does not tell apart become alternatives (LOC: GPE, LOC or FAC);
what it leaves unmarked by its guidelines may stand unmarked."""
import json
import sys

from entities_titles import untitled

C = sys.argv[1] + '/entities/'
PLACE = 'GPE|LOC|FAC'
MISC = 'NORP|EVENT|WORK_OF_ART|PRODUCT|LAW|LANGUAGE'
OUT = sys.stdout


def put(text, marks):
    """A line and its marks, offsets in code points, as bytes."""
    at = [0]
    for c in text:
        at.append(at[-1] + len(c.encode('utf-8', 'surrogateescape')))
    OUT.write('T ' + text + '\n')
    for a, b, t in sorted(untitled(text, marks)):
        OUT.write('E %d %d %s\n' % (at[a], at[b], t))


def lines(text, marks):
    o = 0
    for line in text.split('\n'):
        m = [(a - o, b - o, t) for a, b, t in marks
             if a >= o and b <= o + len(line)]
        if line.strip():
            put(line, m)
        o += len(line) + 1


def jsonl(name, times):
    for _ in range(times):
        for line in open(C + name, encoding='utf-8'):
            d = json.loads(line)
            OUT.write('D 1 -\n')
            lines(d['text'], [(e['start'], e['end'], e['type'])
                              for e in d['entities']])


NO_SPACE_BEFORE = {',', '.', ';', ':', '!', '?', ')', ']', '%', "'s", "'",
                   "'re", "n't", "'ll", "'ve", "'d", "'m", "''", '...'}
NO_SPACE_AFTER = {'(', '[', '$', '``'}


def detok(words):
    """Words to running text and the place of each in it."""
    s, at, quoted, prev = '', [], 0, ''
    for w in words:
        space = bool(s) and w not in NO_SPACE_BEFORE and prev not in NO_SPACE_AFTER
        if w in '-/' and prev[:1].isalnum():
            space = False
        if prev in ('-', '/') and w[:1].isalnum():
            space = False
        if w == '"':
            space = bool(s) and quoted == 0
            quoted ^= 1
            prev = 'open' if quoted else 'close'
        else:
            if prev == 'open':
                space = False
            prev = w
        s += (' ' if space else '') + w
        at.append((len(s) - len(w), len(s)))
    return s, at


def iob2(name, types, unmarked, per, times=1):
    docs, sent, doc = [], [], []
    for line in open(C + name, encoding='utf-8', errors='surrogateescape'):
        line = line.rstrip('\n')
        if line.startswith('# newdoc') or not line:
            if sent:
                doc.append(sent)
                sent = []
            if line and doc or (per and len(doc) >= per):
                docs.append(doc)
                doc = []
            continue
        sent.append(line.split('\t'))
    if sent:
        doc.append(sent)
    docs.append(doc)
    for _ in range(times):
        for doc in docs:
            OUT.write('D 1 %s\n' % unmarked)
            for sent in doc:
                text, at = detok([w[0] for w in sent])
                marks, k = [], 0
                while k < len(sent):
                    tag = sent[k][-1]
                    b = k + 1
                    if tag != 'O':
                        while b < len(sent) and sent[b][-1] == 'I-' + tag[2:]:
                            b += 1
                        if tag[2:] in types:
                            marks.append((at[k][0], at[b - 1][1], types[tag[2:]]))
                    k = b
                put(text, marks)


CONLL = {'PER': 'PERSON', 'LOC': PLACE, 'ORG': 'ORG|FAC', 'MISC': MISC}
want = sys.argv[2:] or ['wire:4', 'wikigold:2', 'politics:2']
for w in want:
    name, _, times = w.partition(':')
    times = int(times or 1)
    if name == 'wire':
        jsonl('wire-entities-train.jsonl', times)
    elif name == 'wikigold':
        iob2('wikigold-all.iob2', CONLL, '-', 0, times)
    elif name == 'politics':
        iob2('crossner_politics-train.iob2',
             {'politicalparty': 'ORG', 'election': 'EVENT', 'organisation': 'ORG',
              'politician': 'PERSON', 'person': 'PERSON', 'location': PLACE,
              'country': 'GPE', 'event': 'EVENT', 'misc': '?'}, '-', 1, times)
    elif name == 'gum':
        iob2('gum-train.iob2', {'PER': 'PERSON', 'LOC': PLACE, 'ORG': 'ORG',
                                'MISC': '?'}, MISC, 0, times)
    elif name == 'btc':
        iob2('btc-train.iob2', CONLL, MISC, 1, times)
    elif name == 'wnut':
        iob2('wnut17-train.iob2',
             {'person': 'PERSON', 'location': PLACE, 'group': 'ORG|NORP',
              'corporation': 'ORG', 'product': 'PRODUCT',
              'creative-work': 'WORK_OF_ART'}, 'NORP|EVENT|LAW|LANGUAGE', 1, times)
    else:
        sys.exit('no such set: ' + name)
