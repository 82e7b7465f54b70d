#!/usr/bin/env python3
"""entities-agree.py marks TEACHER STUDENT: what both label, in the trainer's form (common/entities/train_entities.c).
entities-agree.py text TEACHER: the documents, for tag-entities -J.

TEACHER is what entities-teacher.py label wrote, STUDENT the same documents from
tag-entities -J with the model before.  What both mark is marked; where they
differ the teacher is believed when it is sure, and nobody else."""
import json
import sys

from entities_titles import untitled

NAMES = set("""PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW
    LANGUAGE""".split())
SURE = 0.95             # the teacher alone, of a mark


def overlap(m, others):
    return [x for x in others if x[0] < m[1] and x[1] > m[0]]


def agreed(teacher, student):
    """Marks (start, end, type) of a line, type ? where it is not known."""
    doubts = [m for m in teacher if m[2] == 'O']
    teacher = [m for m in teacher if m[2] != 'O']
    out, both = [], {tuple(m[:3]) for m in teacher} & set(student)
    for a, b, t, sure in teacher:
        m = (a, b, t)
        out.append(m if m in both or sure >= SURE else (a, b, '?'))
    for m in student:
        if m in both:
            continue
        over = overlap(m, out)
        if any(x[2] != '?' for x in over):
            continue
        if over or overlap(m, doubts):
            out.append((m[0], m[1], '?'))
    for a, b, _, _ in doubts:
        if not overlap((a, b), out):
            out.append((a, b, '?'))
    return out


def text(teacher):
    for line in open(teacher, encoding='utf-8'):
        print(json.dumps({'text': '\n'.join(t for t, _ in json.loads(line))}))


def marks(teacher, student):
    w = sys.stdout.write
    for line, other in zip(open(teacher, encoding='utf-8'),
                           open(student, encoding='utf-8')):
        entities = [(e['start'], e['end'], e['type'])
                    for e in json.loads(other)['entities']
                    if e['type'] in NAMES]
        w('D 1 -\n')
        o = 0
        for text, found in json.loads(line):
            at = [0]
            for c in text:
                at.append(at[-1] + len(c.encode('utf-8', 'surrogatepass')))
            w('T ' + text + '\n')
            own = [(a - o, b - o, t) for a, b, t in entities
                   if o <= a and b <= o + len(text)]
            # unknown stretches first: what is certain overrides them
            for a, b, t in sorted(untitled(text, agreed(found, own)),
                                  key=lambda m: (m[2] != '?', m)):
                w('E %d %d %s\n' % (at[a], at[b], t))
            o += len(text) + 1


sys.stdout.reconfigure(encoding='utf-8', errors='surrogateescape')
{'text': text, 'marks': marks}[sys.argv[1]](*sys.argv[2:])
