#!/usr/bin/env python3
"""score.py TAG-ENTITIES FILE [--half=0|1] [--types=A,B] [-v]: lines of FILE that come out otherwise, by kind.

A line is a kind, a tab and a text with [[TYPE|what is marked]] in it; each is a
document.  Mentions of names count, or of the types given.  --half: every second line of a kind, the first (0) or the
second (1) on; -v: how."""
import collections
import json
import re
import subprocess
import sys

MARK = re.compile(r'\[\[([A-Z_]+)\|(.*?)\]\]')
NAMES = """PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW
    LANGUAGE""".split()


def marked(line):
    """A line's text and its mentions (start, end, type) in code points."""
    text, marks, at = '', set(), 0
    for m in MARK.finditer(line):
        text += line[at:m.start()]
        marks.add((len(text), len(text) + len(m[2]), m[1]))
        text += m[2]
        at = m.end()
    return text + line[at:], marks


def shown(text, marks):
    return [(t, text[a:b]) for a, b, t in sorted(marks)]


def main():
    options = dict(a.lstrip('-').partition('=')[::2] for a in sys.argv[3:])
    lines, count = [], collections.Counter()
    with open(sys.argv[2], encoding='utf-8') as f:
        for line in f:
            kind, tab, rest = line.rstrip('\n').partition('\t')
            if line.startswith('#') or not tab:
                continue
            count[kind] += 1
            if 'half' not in options or \
                    (count[kind] - 1) % 2 == int(options['half']):
                lines.append((kind, *marked(rest)))
    types = options['types'].split(',') if 'types' in options else NAMES
    docs = ''.join(json.dumps({'text': t}) + '\n' for _, t, _ in lines)
    out = subprocess.run([sys.argv[1], '-J'], input=docs.encode(), check=True,
                         stdout=subprocess.PIPE).stdout.decode()
    tried, wrong = collections.Counter(), collections.Counter()
    for (kind, text, gold), line in zip(lines, out.splitlines()):
        got = {(e['start'], e['end'], e['type'])
               for e in json.loads(line)['entities'] if e['type'] in types}
        gold = {m for m in gold if m[2] in types}
        tried[kind] += 1
        if got != gold:
            wrong[kind] += 1
            if 'v' in options:
                print('%s: %s\n    right %s\n    got   %s' % (
                    kind, text, shown(text, gold - got), shown(text, got - gold)))
    for kind in tried:
        print('%-16s %3d wrong of %3d' % (kind, wrong[kind], tried[kind]))
    print('%-16s %3d wrong of %3d' % ('all', sum(wrong.values()), sum(tried.values())))


main()
