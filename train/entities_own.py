"""Our own marked articles: train/entities-own.txt.

"== NAME" begins a document, a line is a paragraph, [[TYPE|name]] a mark."""
import re

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


def documents(name='train/entities-own.txt'):
    """Lists of (text, marks), a document each."""
    doc = []
    with open(name, encoding='utf-8') as f:
        for line in f:
            line = line.rstrip('\n')
            if line.startswith('== '):
                if doc:
                    yield doc
                doc = []
            elif line.strip() and not line.startswith('#'):
                doc.append(marked(line))
    if doc:
        yield doc
