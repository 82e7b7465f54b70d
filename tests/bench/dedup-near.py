#!/usr/bin/env python3
"""dedup-near.py TRUTH REPORT [TEXT N [SEED]] -- score dedup --near against make-dup.py's truth

Prints recall on the near-duplicate lines by kind of edit, how many of those
dropped name the right origin, and how many first sights were dropped.  The
origin is right if it is the line that was edited, or the one that line was
itself dropped for.  With TEXT and N: a sample of N dropped first-sight lines,
to be read by hand, each as what it would take to make it of the line it was
dropped for: [-taken out-]{+put in+}, and of what is equal the first and last
words; and how many of all of them repeat that line by a measure of its own.
The corpus repeats itself where the truth, which knows only the edits it made,
says first sight: there are lines with the same words, lines that differ in no
more words than those edits do (three), and lines with a Jaccard similarity of
words of 0.8 or more.  What is none of these is lost.
"""
import collections, difflib, random, re, sys

if len(sys.argv) not in (3, 5, 6):
    sys.exit(__doc__)


def difference(a, b):
    shown = []
    for op, i, j, k, l in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op != 'equal':
            shown.append('[-%s-]{+%s+}' % (' '.join(a[i:j]), ' '.join(b[k:l])))
        elif j - i <= 9:
            shown.append(' '.join(a[i:j]))
        else:
            shown.append(' '.join(a[i:i + 4]) + ' ... ' + ' '.join(a[j - 4:j]))
    return ' '.join(shown)


def words(s):
    return re.findall(r'\w+', s.replace('\u2019', "'").replace("'", '').lower())


def likeness(a, b):
    if a == b:
        return 'the same words'
    ops = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    if sum(max(j - i, l - k) for op, i, j, k, l in ops if op != 'equal') <= 3:
        return 'three words or less'
    x, y = collections.Counter(a), collections.Counter(b)
    same = sum((x & y).values()) / sum((x | y).values())
    return 'Jaccard 0.8 or more' if same >= 0.8 else 'less: lost'


dropped = {}
for line in open(sys.argv[2]):
    number, kept, similarity, why = line.rstrip('\n').split('\t')
    dropped[int(number)] = (int(kept), similarity, why)
root = lambda n: dropped[n][0] if n in dropped else n
seen, found, origin = collections.Counter(), collections.Counter(), collections.Counter()
first = {}
for line in open(sys.argv[1]):
    number, kind, source, edit = line.rstrip('\n').split('\t')
    number, source = int(number), int(source)
    if kind == 'u' and number in dropped:
        first[number] = dropped[number]
    k = kind if kind != 'n' else 'n ' + edit
    for k in [k] + (['n'] if kind == 'n' else []):
        seen[k] += 1
        if number in dropped:
            found[k] += 1
            origin[k] += dropped[number][0] in (source, root(source))
for k in sorted(seen):
    print('%-10s %7d lines %7d dropped %6.3f   right origin %6.3f' % (k, seen[k],
          found[k], found[k] / seen[k], origin[k] / max(1, found[k])))
why = collections.Counter(v[2] for v in first.values())
print('first sights dropped:', dict(why))
if len(sys.argv) > 3:
    text = open(sys.argv[3], encoding='utf-8', newline='\n').read().split('\n')
    near = sorted(first)
    kinds = collections.Counter(likeness(words(text[first[n][0] - 1]), words(text[n - 1])) for n in near)
    for k in ['the same words', 'three words or less', 'Jaccard 0.8 or more', 'less: lost']:
        print('first sights dropped, %-20s %6d %6.2f %%' % (k, kinds[k], 100 * kinds[k] / seen['u']))
    random.Random(int(sys.argv[5]) if len(sys.argv) > 5 else 1).shuffle(near)
    for i, n in enumerate(near[:int(sys.argv[4])]):
        kept, similarity, reason = first[n]
        print(i + 1, similarity, reason, difference(text[kept - 1].split(), text[n - 1].split()))
