#!/usr/bin/env python3
"""entities-words.py CLASSES TOPICS: the word table, for common/entities/train_entities.c.

CLASSES is what common/languages/en/recipe/clusters wrote; each word gets its topic, and words that
only TOPICS has come after."""
import sys

KW = dict(encoding='utf-8', errors='surrogateescape')
sys.stdout.reconfigure(**KW)
topics = {}
for line in open(sys.argv[2], **KW):
    word, topic = line.rstrip('\n').split('\t')
    topics[word] = topic
have = set()
for line in open(sys.argv[1], **KW):
    word, cls, _, case = line.rstrip('\n').split('\t')
    print(word, cls, topics.get(word.lower(), 0), case, sep='\t')
    have.add(word)
for word in sorted(topics):
    if word not in have:
        print(word, 0, topics[word], 0, sep='\t')
