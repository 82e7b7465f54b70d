#!/usr/bin/env python3
"""corenlp-tag.py DIR [-p]: what CoreNLP finds, as spacy-tag.py prints it.

DIR is what corenlp-env.sh made.  Reads text, a line at a time, or with -p a
paragraph, and prints start, end, type in bytes; or, with --docs, JSON Lines
with id and text, printing them with entities in code points.  The annotator
ner as it is but for its finer types; the CPU time that java took goes to
standard error."""
import json
import os
import resource
import subprocess
import sys
import tempfile

home, *flags = sys.argv[1:]
# It calls "he" a PERSON, too.
PRONOUNS = set('i me my mine myself you your yours yourself he him his himself she her hers herself '
               'it its itself we us our ours ourselves they them their theirs themselves'.split())


def tag(texts):
    """The mentions of each text: start, end in UTF-16 units, type."""
    with tempfile.TemporaryDirectory() as d:
        paths = ['%s/%06d' % (d, i) for i in range(len(texts))]
        for path, text in zip(paths, texts):
            with open(path, 'w', encoding='utf-8', newline='') as f:
                f.write(text)
        with open(d + '/list', 'w') as f:
            f.write('\n'.join(paths) + '\n')
        subprocess.run(
            ['java', '-Xmx4g', '-XX:+UseSerialGC', '-cp', home + '/lib/*',
             'edu.stanford.nlp.pipeline.StanfordCoreNLP', '-threads', '1',
             '-annotators', 'tokenize,ssplit,pos,lemma,ner',
             '-ner.applyFineGrained', 'false', '-ssplit.newlineIsSentenceBreak',
             'two' if '-p' in flags else 'always', '-tokenize.options', 'untokenizable=noneKeep',
             '-outputFormat', 'json', '-outputDirectory', d, '-fileList', d + '/list'],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for path in paths:
            with open(path + '.json', encoding='utf-8') as f:
                found = json.load(f)
            yield [(m['characterOffsetBegin'], m['characterOffsetEnd'], m['ner'])
                   for s in found['sentences'] for m in s.get('entitymentions', ())
                   if m['text'].lower() not in PRONOUNS]


def points(text):
    """Of each UTF-16 unit, the code point it is of."""
    at = []
    for i, c in enumerate(text):
        at += [i] * (1 + (ord(c) > 0xffff))
    return at + [len(text)]


data = sys.stdin.buffer.read().decode('utf-8', 'replace')
if '--docs' in flags:
    docs = [json.loads(line) for line in data.splitlines()]
else:
    docs = [{'text': data}]
for d, found in zip(docs, tag([d['text'] for d in docs])):
    at = points(d['text'])
    mentions = [(at[a], at[b], kind) for a, b, kind in found]
    if '--docs' in flags:
        d['entities'] = [dict(start=a, end=b, type=kind) for a, b, kind in mentions]
        print(json.dumps(d))
        continue
    byte = [0]
    for c in d['text']:
        byte.append(byte[-1] + len(c.encode('utf-8')))
    for a, b, kind in mentions:
        print(byte[a], byte[b], kind, sep='\t')
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print('%.2f' % (used.ru_utime + used.ru_stime), file=sys.stderr)
