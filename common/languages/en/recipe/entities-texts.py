#!/usr/bin/env python3
"""entities-texts.py [--fold=K/N | --held=K/N] CORPORA SET...: the gold in the
form of common/entities/train_texts.h.

A SET is NAME[:TIMES[+SWAPPED]]: so often as it is, and so often with other names
(entities_swap.py), some of whose lines are written as headlines or court papers
write.  Types that a set does not tell apart become alternatives
(LOC: GPE, LOC or FAC); what it leaves unmarked by its guidelines may stand
unmarked.  The sets "own", "kinds" and "marks" are ours (entities_own.py), and so
is "frames" (entities_frames.py); any other name is that of a file in the form of
entities-own.txt.

--fold leaves out the K-th of N documents of the sets in which all types are
marked; --held writes nothing but these."""
import json
import random
import re
import sys

import entities_frames
import entities_own
from entities_swap import Swapper
from entities_titles import untitled

FOLD = sys.argv.pop(1) if sys.argv[1].startswith('--') else None
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
    """The lines of a text, each with its marks."""
    o, out = 0, []
    for line in text.split('\n'):
        m = [(a - o, b - o, t) for a, b, t in marks
             if a >= o and b <= o + len(line)]
        if line.strip():
            out.append((line, m))
        o += len(line) + 1
    return out


def jsonl(name):
    for line in open(C + name, encoding='utf-8'):
        d = json.loads(line)
        yield lines(d['text'], [(e['start'], e['end'], e['type'])
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


def iob2(name, types, per):
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
    for doc in docs:
        yield [marked(sent, types) for sent in doc]


def marked(sent, types):
    """A sentence of words and tags as text and marks."""
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
    return text, marks


CONLL = {'PER': 'PERSON', 'LOC': PLACE, 'ORG': 'ORG|FAC', 'MISC': MISC}
SETS = {        # the documents, and the types that may stand unmarked
    'wire': lambda: (jsonl('wire-entities-train.jsonl'), '-'),
    'own': lambda: (entities_own.documents(), '-'),
    'kinds': lambda: (entities_own.documents(
        'common/languages/en/recipe/entities-kinds.txt'), '-'),
    'frames': lambda: (entities_frames.documents(), '-'),
    'marks': lambda: (entities_own.sentences(sys.argv[1]), '-'),
    'wikigold': lambda: (iob2('wikigold-all.iob2', CONLL, 0), '-'),
    'politics': lambda: (iob2(
        'crossner_politics-train.iob2',
        {'politicalparty': 'ORG', 'election': 'EVENT', 'organisation': 'ORG',
         'politician': 'PERSON', 'person': 'PERSON', 'location': PLACE,
         'country': 'GPE', 'event': 'EVENT', 'misc': '?'}, 1), '-'),
    'gum': lambda: (iob2('gum-train.iob2', {
        'PER': 'PERSON', 'LOC': PLACE, 'ORG': 'ORG', 'MISC': '?'}, 0), MISC),
    'btc': lambda: (iob2('btc-train.iob2', CONLL, 1), MISC),
    'wnut': lambda: (iob2(
        'wnut17-train.iob2',
        {'person': 'PERSON', 'location': PLACE, 'group': 'ORG|NORP',
         'corporation': 'ORG', 'product': 'PRODUCT',
         'creative-work': 'WORK_OF_ART'}, 1), 'NORP|EVENT|LAW|LANGUAGE'),
}


SMALL = set("""a an and as at but by for from if in into is nor of on or over the
    to up via vs with""".split())
HEADLINE = 18           # words at most
WORD = re.compile(r"[^\W\d_][\w'’]*")


def restyled(rand, text, marks):
    """A line as it is, or now and then As a Headline Has It, or with PEOPLE so."""
    draw = rand.random()
    new = text
    if draw < 0.06 and len(text.split()) <= HEADLINE:
        new = WORD.sub(lambda m: m[0] if m[0] in SMALL and m.start()
                       else m[0][0].upper() + m[0][1:], text)
        if new.endswith('.') and all(b < len(new) for _, b, _ in marks):
            new = new[:-1]
    elif 0.06 <= draw < 0.09:
        for a, b, t in marks:
            last = new.rfind(' ', a, b) + 1 if rand.random() < 0.5 else a
            if t == 'PERSON':
                new = new[:max(a, last)] + new[max(a, last):b].upper() + new[b:]
    if len(new) not in (len(text), len(text) - 1):
        new = text          # a letter whose capital is two
    return new, marks


WHOLE = {'own', 'kinds', 'wire', 'marks'}       # all 18 types are marked


def folded(name, docs):
    """Of sets that are marked as a whole, what --fold leaves or --held has."""
    if FOLD is None or name not in WHOLE:
        return docs
    k, n = map(int, FOLD.partition('=')[2].split('/'))
    return [d for i, d in enumerate(docs) if (i % n == k) == FOLD.startswith('--held')]


def main():
    rand = random.Random(2)
    sets = []
    for want in sys.argv[2:]:
        name, _, times = want.partition(':')
        plain, _, swapped = times.partition('+')
        docs, unmarked = SETS[name]() if name in SETS else (
            entities_own.documents(name), '-')
        sets.append((folded(name, [d for d in docs if d]), unmarked, int(plain or 1), int(swapped or 0)))
    swapper = Swapper(random.Random(1), [d for s in sets for d in s[0]])
    for docs, unmarked, plain, swapped in sets:
        for k in range(plain + swapped):
            for doc in docs:
                OUT.write('D 1 %s\n' % unmarked)
                for text, marks in swapper.document(doc) if k >= plain else doc:
                    put(*(restyled(rand, text, marks) if k >= plain else (text, marks)))


main()
