#!/usr/bin/env python3
"""entities-words.py CLASSES TOPICS SIGNS: the word table, for common/entities/train_entities.c.

CLASSES is what common/languages/en/recipe/clusters wrote; each word gets its topic, and words that
only TOPICS has come after.  SIGNS is entities-signs.txt."""
import sys

KW = dict(encoding='utf-8', errors='surrogateescape')
BITS = dict(definite=1, place=2, says=4, work=8, sport=16, trade=32)
sys.stdout.reconfigure(**KW)
topics, signs = {}, {}
for line in open(sys.argv[2], **KW):
    word, topic = line.rstrip('\n').split('\t')
    topics[word] = topic
for line in open(sys.argv[3], **KW):
    if not line.startswith('#'):
        word, sign = line.rstrip('\n').split('\t')
        signs[word] = signs.get(word, 0) | BITS[sign]
have = set()
for line in open(sys.argv[1], **KW):
    word, cls, _, case = line.rstrip('\n').split('\t')
    print(word, cls, topics.get(word.lower(), 0), case, signs.get(word, 0), sep='\t')
    have.add(word)
for word in sorted(topics):
    if word not in have:
        print(word, 0, topics[word], 0, signs.get(word, 0), sep='\t')
