#!/usr/bin/env python3
"""entities-plain.py: a list of names, and those with letters that ASCII has not
as the wires write them, too: Tromso for Tromsø."""
import sys
import unicodedata

LETTERS = str.maketrans({'ø': 'o', 'Ø': 'O', 'ł': 'l', 'Ł': 'L', 'đ': 'd',
                         'Đ': 'D', 'ı': 'i', 'ß': 'ss', 'æ': 'ae', 'Æ': 'Ae',
                         'œ': 'oe', 'þ': 'th', 'Þ': 'Th', 'ð': 'd', 'ə': 'a',
                         'ʻ': "'", '’': "'", '‘': "'"})
for stream in (sys.stdin, sys.stdout):
    stream.reconfigure(encoding='utf-8', errors='surrogateescape')
for line in sys.stdin:
    sys.stdout.write(line)
    if not line.isascii() and line[0] != '#':
        plain = ''.join(c for c in unicodedata.normalize('NFD', line.translate(LETTERS))
                        if not unicodedata.combining(c))
        if plain != line and plain.isascii():
            sys.stdout.write(plain)
