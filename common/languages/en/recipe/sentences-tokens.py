#!/usr/bin/env python3
"""sentences-tokens.py KINDS GOLD RAW-OUT GOLD-OUT: text as a tokeniser leaves it

GOLD has a sentence a line and an empty line between paragraphs.  Each mark is
set apart by spaces, as in treebanks, but for the full stop of an abbreviation
(KINDS: abbreviation-kinds.txt), also where it ends a sentence.  Every third
paragraph has `` and '' for its straight quotation marks and -LRB- for its
brackets, every third has its clitics apart too (it 's)."""
import re
import sys

BRACKETS = {"(": "-LRB-", ")": "-RRB-", "[": "-LSB-", "]": "-RSB-"}


with open(sys.argv[1], encoding="utf-8") as f:
    ABBREVIATIONS = {line.split("\t")[0] for line in f if line[0] != "#"}
FINAL = re.compile(r"""([^\s("“]+)\.(?=["”')\]]*$)""")


def is_short(word):
    return "." in word or word in ABBREVIATIONS


def tokens(line, style, opened):
    out = []
    # The full stop that stays is hidden meanwhile.
    line = FINAL.sub(lambda m: m[1] + ("\x01" if is_short(m[1]) else "."), line)
    for c in re.split(r'(["“”()\[\],;:?!]|(?<=\w)\.(?=["”\')\]]*$))', line):
        if c in ('"', "“", "”") and c:
            opened = c == "“" or (c == '"' and not opened)
            if style == 0:
                c = "``" if opened else "''"
        elif style == 0:
            c = BRACKETS.get(c, c)
        out.append(c)
    text = "".join(" %s " % c if i % 2 else c for i, c in enumerate(out))
    text = re.sub(r"(\d) ([,:]) (\d)", r"\1\2\3", text)
    if style == 1:
        text = re.sub(r"(\w)('s|n't|'re|'ve|'ll|'d|'m)\b", r"\1 \2", text)
    return " ".join(t for t in text.split(" ") if t).replace("\x01", "."), opened


with open(sys.argv[2], encoding="utf-8", newline="\n") as f:
    paragraphs = [p.split("\n") for p in f.read().strip("\n").split("\n\n")]
with open(sys.argv[3], "w", encoding="utf-8", newline="\n") as raw, \
        open(sys.argv[4], "w", encoding="utf-8", newline="\n") as gold:
    for n, paragraph in enumerate(paragraphs):
        lines, opened = [], False
        for line in paragraph:
            line, opened = tokens(line, n % 3, opened)
            lines.append(line)
        raw.write(" ".join(lines) + "\n")
        gold.write("\n".join(lines) + "\n\n")
