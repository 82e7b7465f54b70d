#!/usr/bin/env python3
"""sentence-split-peers.py NAME < TEXT: another splitter, a paragraph a line in, a sentence a line out

NAME: blingfire punkt moses syntok sentencex pysbd icu
Each is fed a paragraph at a time, as its documentation has it."""
import sys


def blingfire():
    from blingfire import text_to_sentences
    return lambda t: text_to_sentences(t).split("\n")


def punkt():
    from punkt import sent_tokenize
    return sent_tokenize


def moses():
    from sentence_splitter import SentenceSplitter
    return SentenceSplitter(language="en").split


def syntok():
    import syntok.segmenter as segmenter

    def split(t):
        for paragraph in segmenter.analyze(t):
            for sentence in paragraph:
                yield t[sentence[0].offset:sentence[-1].offset + len(sentence[-1].value)]
    return split


def sentencex():
    from sentencex import segment
    return lambda t: segment("en", t)


def pysbd():
    import pysbd as p
    return p.Segmenter(language="en", clean=False).segment


def icu():
    import icu as u
    b = u.BreakIterator.createSentenceInstance(u.Locale("en@ss=standard"))

    def split(t):
        s = u.UnicodeString(t)
        b.setText(s)
        start = 0
        for end in b:
            yield str(s[start:end])
            start = end
    return split


split = globals()[sys.argv[1]]()
out = sys.stdout
for line in sys.stdin:
    line = line.rstrip("\n")
    if line.strip():
        for s in split(line):
            s = s.strip()
            if s:
                out.write(s + "\n")
