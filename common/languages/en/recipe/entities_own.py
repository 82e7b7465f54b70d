#!/usr/bin/env python3
"""What we marked ourselves, with all 18 types.

common/languages/en/recipe/entities-own.txt, invented articles, and entities-kinds.txt, short pieces:
"== NAME" begins a document, a line is a paragraph, [[TYPE|name]] a mark.
common/languages/en/recipe/entities-own.tsv, marks on sentences of the corpora: set, line of SET.gold,
then START-END-TYPE for each mark.

entities_own.py FILE: the documents of such a file as JSON Lines with id, text and
entities of start, end and type, in code points."""
import json
import re
import sys

MARK = re.compile(r'(\[\[\w+\|.*?\]\])')


def marked(line):
    """A line's text, and its marks as (start, end, type) in code points."""
    text, marks = '', []
    for part in MARK.split(line):
        if part.startswith('[['):
            kind, _, part = part[2:-2].partition('|')
            marks.append((len(text), len(text) + len(part), kind))
        text += part
    return text, marks


def named(name):
    """The documents of a file, each with its name: lists of (text, marks)."""
    called, doc = '', []
    with open(name, encoding='utf-8') as f:
        for line in f:
            line = line.rstrip('\n')
            if line.startswith('== '):
                if doc:
                    yield called, doc
                called, doc = line[3:].split(' ')[0], []
            elif line.strip() and not line.startswith('# '):
                doc.append(marked(line))
    if doc:
        yield called, doc


def documents(name='common/languages/en/recipe/entities-own.txt'):
    """Lists of (text, marks), a document each."""
    for _, doc in named(name):
        yield doc


def sentences(corpora, most=40, name='common/languages/en/recipe/entities-own.tsv'):
    """The marked sentences of the corpora, so many (text, marks) a document."""
    gold, doc = {}, []
    with open(name, encoding='utf-8') as f:
        for line in f:
            if line.startswith('#'):
                continue
            which, number, *marks = line.rstrip('\n').split('\t')
            if which not in gold:
                with open('%s/sentences/%s.gold' % (corpora, which),
                          encoding='utf-8') as g:
                    gold[which] = g.read().split('\n')
            marks = [m.split('-') for m in marks]
            doc.append((gold[which][int(number) - 1],
                        [(int(a), int(b), t) for a, b, t in marks]))
            if len(doc) == most:
                yield doc
                doc = []
    if doc:
        yield doc


def main():
    for name, doc in named(sys.argv[1]):
        text, entities = '', []
        for line, marks in doc:
            for a, b, kind in marks:
                entities.append({'start': len(text) + a, 'end': len(text) + b,
                                 'type': kind})
            text += line + '\n'
        print(json.dumps({'id': name, 'text': text, 'entities': entities},
                         ensure_ascii=False))


if __name__ == '__main__':
    main()
