#!/usr/bin/env python3
"""entities-silver.py: text labelled by a teacher, for train/entities.sh.

Run by entities-silver.sh in an environment with spaCy.

  tune MODEL CORPORA OUT     a spaCy model learns our guidelines from
                             wire-entities-train
  label MODEL CORPORA KIND   the texts of a kind (voa, other, press), labelled,
                             in the trainer's form (train/entities.c)

What the development sets hold is not labelled, and wire-entities-train is
labelled by hand already."""
import json
import lzma
import random
import re
import sys

PRESS_STEP = 8          # every eighth press release


def norm(s):
    return re.sub(r'\W+', '', s).lower()


def documents(corpora, kind):
    """Lists of lines of running text, a document each."""
    banned, seen = set(), set()
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
    banned = {b for b in banned if len(b) > 12}

    def allowed(lines):
        return [s.replace('\t', ' ') for s in lines
                if s.strip() and len(s) <= 4000 and norm(s) not in banned]

    if kind == 'press':
        with lzma.open(corpora + '/press/press.docs.tsv.xz', 'rt') as f:
            places = [tuple(map(int, line.split())) for line in f]
        with lzma.open(corpora + '/press/press.txt.xz', 'rt', encoding='utf-8') as f:
            text = f.read().split('\n')
        for k, (a, b) in enumerate(places):
            if k % PRESS_STEP != 1:
                continue
            lines = []
            for s in text[a - 1:b]:
                h = norm(s)[:200]
                if h not in seen:
                    seen.add(h)
                    lines.append(s)
            yield allowed(lines)
        return
    names = ['voa-train'] if kind == 'voa' else [
        'ewt-train', 'gum-open-train', 'masc-news-train', 'masc-other-train']
    for name in names:
        lines = []
        for line in open('%s/sentences/%s.gold' % (corpora, name), encoding='utf-8'):
            if line.strip():
                lines.append(line.rstrip('\n'))
            if len(lines) >= 40:
                yield allowed(lines)
                lines = []
        yield allowed(lines)


def load(model):
    import spacy
    nlp = spacy.load(model)
    for name in list(nlp.component_names):
        if name not in ('tok2vec', 'ner'):
            nlp.remove_pipe(name)
    return nlp


def tune(model, corpora, out, epochs=8):
    from spacy.training import Example
    from spacy.util import fix_random_seed, minibatch
    fix_random_seed(7)
    nlp = load(model)
    examples = []
    for line in open(corpora + '/entities/wire-entities-train.jsonl',
                     encoding='utf-8'):
        d = json.loads(line)
        o = 0
        for s in d['text'].split('\n'):
            doc = nlp.make_doc(s)
            marks = [(e['start'] - o, e['end'] - o, e['type'])
                     for e in d['entities']
                     if e['start'] >= o and e['end'] <= o + len(s)]
            marks = [m for m in marks if doc.char_span(m[0], m[1]) is not None]
            if s.strip():
                examples.append(Example.from_dict(doc, {'entities': marks}))
            o += len(s) + 1
    optimizer = nlp.resume_training()
    optimizer.learn_rate = 0.0005
    for epoch in range(epochs):
        random.shuffle(examples)
        losses = {}
        for batch in minibatch(examples, size=32):
            nlp.update(batch, drop=0.2, sgd=optimizer, losses=losses)
        print('epoch', epoch, losses, file=sys.stderr, flush=True)
    with nlp.use_params(optimizer.averages):
        nlp.to_disk(out)


def label(model, corpora, kind):
    nlp = load(model)
    w = sys.stdout.write
    for lines in documents(corpora, kind):
        if not lines:
            continue
        w('D 1 -\n')
        for text, doc in zip(lines, nlp.pipe(lines, batch_size=256)):
            at = [0]
            for c in text:
                at.append(at[-1] + len(c.encode('utf-8', 'surrogatepass')))
            w('T ' + text + '\n')
            for e in doc.ents:
                w('E %d %d %s\n' % (at[e.start_char], at[e.end_char], e.label_))


if __name__ == '__main__':
    sys.stdout.reconfigure(encoding='utf-8', errors='surrogateescape')
    {'tune': tune, 'label': label}[sys.argv[1]](*sys.argv[2:])
