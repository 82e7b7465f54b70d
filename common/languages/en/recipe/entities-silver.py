#!/usr/bin/env python3
"""entities-silver.py: text labelled by a teacher, for common/languages/en/recipe/entities.sh.

Run by entities-silver.sh in an environment with spaCy.

  tune MODEL CORPORA OUT     a spaCy model learns our guidelines from
                             wire-entities-train
  label MODEL MODEL CORPORA KIND [MOST]
                             the texts of a kind (voa, other, press, books; MOST: so
                             many documents), labelled by two models and by head
                             words, in the trainer's form (common/entities/train_entities.c)

What the development sets hold is not labelled, and wire-entities-train is
labelled by hand already."""
import itertools
import json
import lzma
import random
import re
import sys

from entities_titles import untitled

PRESS_STEP = 32         # every so many press releases
NAMES = set("""PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW
    LANGUAGE""".split())


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
            if k % PRESS_STEP != 23:
                continue
            lines = []
            for s in text[a - 1:b]:
                h = norm(s)[:200]
                if h not in seen:
                    seen.add(h)
                    lines.append(s)
            yield allowed(lines)
        return
    if kind == 'books':
        for line in open(corpora + '/quotes/litbank.jsonl', encoding='utf-8'):
            yield allowed(' '.join(s.split()) for s in
                          json.loads(line)['text'].split('\n\n'))
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


# Names that their last word tells, whatever a teacher thinks of them.
WORD = r"[A-Z][\w'’.&/-]*"
HEADS = (
    ('LAW', r'Act|Amendment|Treaty|Accords?|Protocol|Conventions?|Declaration'),
    ('FAC', r'Airport|Bridge|Stadium|Highway|Expressway|Tunnel|Dam|Arena|Prison|'
            r'Palace|Mosque|Cathedral|Square|Towers?|Air Base|Air Force Base|'
            r'Naval Base|Army Base'),
    ('EVENT', r'Olympics|Olympic Games|Games|Cup|Open|Championships?|Grand Prix|'
              r'Marathon|Festival|Super Bowl|War|World War I+|Uprising'),
)
HEADS = [(t, re.compile(r"(?<=[\w.] )(?:%s)(?![\w'’-]| [A-Z])(?: of \d{4})?" % h))
         for t, h in HEADS]
BEFORE = re.compile(r'(?:%s )*$' % WORD)
BEFORE_LAW = re.compile(r'(?:(?:%s|of|and|for|on|to|in|of the|for the|in the|'
                        r'against|with|&) )*$' % WORD)
OTHERS = (
    ('LAW', re.compile(r'\b(?:S|HR|H\.R|[HS]\. ?(?:J\. ?|Con\. ?)?Res)\. ?\d+\b')),
    ('EVENT', re.compile(r'\b(?:Hurricanes?|Tropical (?:Storm|Depression)|Typhoon|'
                         r'Cyclone) [A-Z][a-z]+\b')),
    ('EVENT', re.compile(r'\b(?:Battle|Siege) of (?:the )?[A-Z][a-z]+\b')),
    ('EVENT', re.compile(r'\b(?:19|20)\d\d (?:Winter |Summer )?(?:Olympics|'
                         r'Olympic Games|World Cup)\b')),
)
OPENERS = set("""The This That These Those In On Under At By For With A An And But
    Since After Before When If As It Its Our His Her Their During Through I We To
    From Of""".split())
OWNERS = ("'s", '’s', "s'", 's’')


def told(text):
    """The marks that head words tell, the longest first."""
    words = re.findall(r"[A-Za-z][\w'’.-]*", text)
    if sum(w[:1].isupper() for w in words) * 2 > len(words):
        return []               # a heading
    out = []
    for t, pattern in HEADS:
        for m in pattern.finditer(text):
            before = BEFORE_LAW if t == 'LAW' else BEFORE
            a = before.search(text, max(0, m.start() - 120), m.start()).start()
            words = text[a:m.start()].split(' ')[:-1]
            skip = 0            # whose it is, how the sentence begins
            for k, w in enumerate(words):
                if skip == k and (not w[:1].isupper() or w in OPENERS or
                                  w.endswith('.') and w not in ('U.S.', 'U.N.')) \
                        or w.endswith(OWNERS):
                    skip = k + 1
            if skip == len(words):
                continue
            a += sum(len(w) + 1 for w in words[:skip])
            part = text[:a].endswith(', ') and ' and ' in text[a:m.start()]
            out.append((a, m.end(), '?' if part else t))
    for t, pattern in OTHERS:
        out += [(m.start(), m.end(), t) for m in pattern.finditer(text)]
    return sorted(out, key=lambda m: m[0] - m[1])


def agreed(text, one, other):
    """What both teachers mark, '?' where one does, head words over both.

    A title in quotation marks needs one teacher only."""
    marks = []
    for a, b, t in told(text):
        if all(b <= x or a >= y for x, y, _ in marks):
            marks.append((a, b, t))
    over = list(marks)
    for a, b, t in one ^ other:
        quoted = text[:a].endswith(('"', '“')) and \
            text[b:].lstrip(',.').startswith(('"', '”'))
        marks.append((a, b, t if t == 'WORK_OF_ART' and quoted else '?'))
    marks += one & other
    return [m for m in marks if m in over or
            all(m[1] <= a or m[0] >= b for a, b, _ in over)]


# What spaCy does not cut, and so cannot mark: of U.S.-led the U.S.
UNCUT = re.compile(r'(?:[A-Z]\.){2,}(?=[-–][A-Za-z])')


def uncut(text, marks):
    """Such names as unknown, where nothing is marked."""
    return [(m.start(), m.end(), '?') for m in UNCUT.finditer(text)
            if all(m.end() <= a or m.start() >= b for a, b, _ in marks)]


def names(doc):
    return {(e.start_char, e.end_char, e.label_) for e in doc.ents
            if e.label_ in NAMES}


def label(model, other, corpora, kind, most=None):
    one, two = load(model), load(other)
    w = sys.stdout.write
    for lines in itertools.islice(documents(corpora, kind), most and int(most)):
        if not lines:
            continue
        w('D 1 -\n')
        for text, a, b in zip(lines, one.pipe(lines, batch_size=256),
                              two.pipe(lines, batch_size=256)):
            at = [0]
            for c in text:
                at.append(at[-1] + len(c.encode('utf-8', 'surrogatepass')))
            w('T ' + text + '\n')
            # unknown stretches first: what is certain overrides them
            marks = agreed(text, names(a), names(b))
            marks += uncut(text, marks)
            for s, e, t in sorted(untitled(text, marks),
                                  key=lambda m: (m[2] != '?', m)):
                w('E %d %d %s\n' % (at[s], at[e], t))


if __name__ == '__main__':
    sys.stdout.reconfigure(encoding='utf-8', errors='surrogateescape')
    {'tune': tune, 'label': label}[sys.argv[1]](*sys.argv[2:])
