#!/usr/bin/env python3
"""entities-agree.py STUDENT [TEACHER]: what both label, in the trainer's form (common/entities/train_entities.c).

Both are documents from tag-entities -J, with earlier models; without the second
all that the student marks is marked.  What both mark is marked; where they differ
it is not known what stands there.  Of what one alone takes for a name most is none
(on the development sets one in five is, one in three of those of which the teacher
is rather sure): that is none, but for types that are rare."""
import itertools
import json
import sys

from entities_titles import untitled

COMMON = ('PERSON', 'ORG', 'GPE', 'LOC', 'FAC')
NAMES = set("""PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW
    LANGUAGE""".split())
PERHAPS = 0.7           # so sure the teacher alone may be right


def overlap(m, others):
    return [x for x in others if x[0] < m[1] and x[1] > m[0]]


def agreed(teacher, student):
    """Marks (start, end, type) of a line, type ? where it is not known."""
    both = {tuple(m[:3]) for m in teacher} & set(student)
    out = list(both)
    for a, b, t, sure in teacher:
        if (a, b, t) not in both and \
                (sure >= PERHAPS or overlap((a, b), student)):
            out.append((a, b, '?'))
    for m in student:
        if m not in both and \
                (m[2] not in COMMON or overlap(m, teacher)):
            out.append((m[0], m[1], '?'))
    return out


def names(doc, o, n):
    """A document's names in the n code points from o: start, end, type, how sure."""
    return [(e['start'] - o, e['end'] - o, e['type'], e.get('confidence'))
            for e in doc['entities'] if e['type'] in NAMES and
            o <= e['start'] and e['end'] <= o + n]


def main(student, teacher=None):
    w = sys.stdout.write
    second = open(teacher, encoding='utf-8') if teacher else itertools.repeat(None)
    for line, found in zip(open(student, encoding='utf-8'), second):
        doc = json.loads(line)
        other = json.loads(found) if found else None
        w('D 1 -\n')
        o = 0
        for text in doc['text'].split('\n'):
            at = [0]
            for c in text:
                at.append(at[-1] + len(c.encode('utf-8', 'surrogatepass')))
            w('T ' + text + '\n')
            marks = [m[:3] for m in names(doc, o, len(text))]
            if other:
                marks = agreed(names(other, o, len(text)), marks)
            # unknown stretches first: what is certain overrides them
            for a, b, t in sorted(untitled(text, marks),
                                  key=lambda m: (m[2] != '?', m)):
                w('E %d %d %s\n' % (at[a], at[b], t))
            o += len(text) + 1


sys.stdout.reconfigure(encoding='utf-8', errors='surrogateescape')
main(*sys.argv[1:])
