#!/usr/bin/env python3
"""quotes-own.py FILE...: our own articles with their quotations, for common/quotes/train_quotes.c.

Invented articles, marked by hand.  A document begins with a line "== NAME"; a
line of it is a paragraph; lines "= N SPEAKER" after it name the speaker of
quotation N, "-" for none.  In the text {qN ...} is a piece of the words of
quotation N, {sN ...} who says it as written, {cN ...} the cue; {s1,2 ...} is
that of two; marks may nest.  What is direct, mixed or indirect shows in the
quotation marks.  Writes JSON Lines as corpora/quotes has them; -c only checks,
and prints what looks wrong.

What the marks mean is told in quote-extract(1)."""
import json
import re
import sys

OPEN, CLOSE = '"“‘\'«', '"”’\'»'
DOUBLE = '"“”«»'


def is_open(text, i):
    return text[i] in OPEN and (i == 0 or text[i - 1] in ' \n([—-"“‘')


def kind(text, pieces):
    """direct, mixed or indirect, and the pieces without outer marks."""
    out, inside, marks = [], 0, 0
    for a, b in pieces:
        while a < b and text[a] == ' ':
            a += 1
        while b > a and text[b - 1] == ' ':
            b -= 1
        before = a > 0 and is_open(text, a - 1)
        if not before and a < b and is_open(text, a) and \
                not any(c in OPEN + CLOSE for c in text[a + 1:b - 1].replace('’', '')):
            if text[b - 1] in CLOSE:
                a, b, before = a + 1, b - 1, True
        inside += before
        part = text[a:b]
        marks += any(c in DOUBLE for c in part) or \
            any(is_open(part, i) for i in range(len(part)) if part[i] in "'‘")
        out.append([a, b])
    if inside == len(pieces):
        return 'direct', out
    return ('mixed' if marks or inside else 'indirect'), out


def parse(lines, where, complain):
    """One document's text and quotations."""
    body, names = [], {}
    for line in lines:
        m = re.match(r'= (\d+) (.*)', line)
        if m:
            names[int(m[1])] = m[2].strip()
        elif line.strip():
            body.append(line.strip())
    raw = '\n'.join(body)
    text, stack, found, i = [], [], {}, 0
    n = 0
    while i < len(raw):
        m = re.compile(r'\{([qsc])([\d,]+) ').match(raw, i)
        if m:
            stack.append((m[1], [int(k) for k in m[2].split(',')], n))
            i = m.end()
            continue
        if raw[i] == '}' and stack:
            role, ids, a = stack.pop()
            for k in ids:
                found.setdefault(k, {'q': [], 's': [], 'c': []})[role].append([a, n])
            i += 1
            continue
        if raw[i] in '{}':
            complain('%s: stray %s at: %s' % (where, raw[i], raw[i:i + 40]))
        text.append(raw[i])
        n += 1
        i += 1
    if stack:
        complain('%s: not closed: %s' % (where, stack))
    text = ''.join(text)
    quotes = []
    for k in sorted(found):
        f = found[k]
        if not f['q']:
            complain('%s: quotation %d has no words' % (where, k))
            continue
        for role in 'sc':
            if len(f[role]) > 1:
                complain('%s: quotation %d has %d of %s' % (where, k, len(f[role]), role))
        if k not in names:
            complain('%s: quotation %d has no line "= %d ..."' % (where, k, k))
        name = names.get(k, '-')
        t, pieces = kind(text, sorted(f['q']))
        q = {'type': t, 'content': pieces, 'cue': f['c'][:1], 'source': f['s'][:1]}
        if name != '-':
            q['speaker'] = name
            if name not in text:
                complain('%s: the text does not say "%s"' % (where, name))
        words = text[pieces[0][0]:pieces[0][1]]
        if t != 'direct' and words.startswith('that '):
            complain('%s: quotation %d begins with "that"' % (where, k))
        if t == 'mixed' and len(pieces) > 1:
            complain('%s: quotation %d is mixed and in pieces: %s' % (where, k, words[:50]))
        if t != 'direct' and not f['c']:
            complain('%s: %s quotation %d has no cue: %s' % (where, t, k, words[:50]))
        quotes.append(q)
    for k in names:
        if k not in found:
            complain('%s: a name for %d, which is not there' % (where, k))
    return text, quotes


def documents(name):
    doc, title = [], None
    for line in open(name, encoding='utf-8'):
        line = line.rstrip('\n')
        if line.startswith('== '):
            if title:
                yield title, doc
            title, doc = line[3:].split('|')[0].strip(), []
        elif title:
            doc.append(line)
    if title:
        yield title, doc


def main(args):
    check = args[:1] == ['-c']
    faults, kinds, words = [], {}, 0
    for name in args[check:]:
        for title, lines in documents(name):
            text, quotes = parse(lines, '%s: %s' % (name, title), faults.append)
            words += len(text.split())
            for q in quotes:
                kinds[q['type']] = kinds.get(q['type'], 0) + 1
            if not check:
                quotes.sort(key=lambda q: q['content'][0])
                print(json.dumps({'id': title, 'unit': 'cp', 'text': text,
                                  'quotes': quotes}, ensure_ascii=False))
    for f in faults:
        print(f, file=sys.stderr)
    if check:
        print('%d words, quotations: %s; %d complaints' % (words, kinds, len(faults)))
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
