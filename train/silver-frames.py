#!/usr/bin/env python3
"""silver-frames.py turned|placed < quotes.jsonl > frames.jsonl

Turns reports round.  Of sentences that are source, cue and content and nothing
else, as train/silver-quotes.py finds them, makes the orders that news has and
wire reports seldom: "content, source cue.", "content, cue source.", "content,
according to source." and "According to source, content.", "source: content", the same with the content in marks, each alone
in its document, and keeps some as they are.  They teach on which side of a cue its
content stands (turned).

Or puts between cue and content where it was said, "in an email", "at a news
conference on Monday", and behind the source who that is (placed).  They teach
that the content is still what follows "that".
"""
import json
import sys

WHERE = ("in an email", "in a statement", "in an interview", "in a telephone interview",
         "at a news conference", "in a letter", "in court papers", "in a filing",
         "in a report", "on Twitter", "in a post on its website", "at a rally",
         "in a speech", "in televised remarks", "by telephone", "in a note to clients",
         "during a debate", "before the vote", "after the meeting", "at a hearing")
WHEN = ("", "", " on Monday", " late Tuesday", " on Thursday evening", " earlier this month",
        " last week", " Friday")
WHO = ("", "", "", ", a lawyer for the family,", ", who has led the agency since 2011,",
       ", the union's president,", ", a Democrat,", ", 47,", " of the Transport Ministry",
       ", a spokesman for the company,", ", the author of the study,")

n = 0


def place(source, content):
    """Source, where it was said, that, content."""
    said = "says" if n % 5 == 0 else "said"
    where = WHERE[n % len(WHERE)] + WHEN[n // 3 % len(WHEN)]
    emit([(source, "source"), (WHO[n // 7 % len(WHO)] + " ", ""), (said, "cue"),
          (" " + where + " that ", ""), (lower(content), "content"), (".", "")])


def emit(parts):
    """parts: (text, role) in order; a document with one record."""
    global n
    text, spans = "", {}
    for words, role in parts:
        if role:
            spans[role] = [len(text), len(text) + len(words)]
        text += words
    n += 1
    print(json.dumps({"id": "frame-%d" % n, "unit": "cp", "text": text, "quotes": [{
        "type": "indirect", "content": [spans["content"]],
        "cue": [spans["cue"]] if "cue" in spans else [], "source": [spans["source"]], "speaker": ""}]}))


def upper(s):
    return s[:1].upper() + s[1:]


def lower(s):
    """A determiner or pronoun in small letters behind the first word."""
    first = s.split(" ")[0]
    small = ("The", "A", "An", "He", "She", "They", "It", "Some", "Many",
             "Officials", "Police", "Authorities", "Experts", "Critics",
             "Witnesses", "Scientists", "Analysts", "Residents", "Several")
    return s[0].lower() + s[1:] if first in small else s


def quoted(content, stop, cut=None):
    """A quotation in marks, curly every other time."""
    left, right = ("\u201c", "\u201d") if n % 2 else ('"', '"')
    return [(left, ""), (upper(content) if cut is None else content, "content"),
            (stop + right, "")]


k = 0
for line in sys.stdin:
    d = json.loads(line)
    t = d["text"]
    for q in d["quotes"]:
        (s0, s1), (c0, c1), (a, b) = q["source"][0], q["cue"][0], q["content"][0]
        source, cue, content = t[s0:s1], t[c0:c1], t[a:b]
        # The whole sentence; between cue and content at most who was told,
        # when, and "that".
        if t[s1:c0].strip():
            continue
        between = t[c1:a].strip()
        between = between[:-4].strip() if between.endswith("that") else between
        if len(between.split()) > 6 or "," in between or "as" in between.split():
            continue
        if t[b:b + 1] != "." or (s0 > 0 and t[s0 - 2:s0] not in (". ", "? ")):
            continue
        if cue.lower() in ("believe", "think", "hope", "know", "feel"):
            continue
        if not (source[0].isupper() and len(content) > 20):
            continue
        k += 1
        if sys.argv[1] == "placed":
            if k % 3 == 0 and not between:
                place(source, content)
            continue
        tail = " " + between if between else ""
        mid = [(" ", ""), (cue, "cue"), (tail, "")]
        after = [(lower(source), "source")] + mid
        inverted = [(cue, "cue"), (" ", ""), (lower(source), "source"), (tail, "")]
        way = k % 13
        if way == 0:
            emit([(upper(content), "content"), (", ", "")] + after + [(".", "")])
        elif way == 1 and len(source.split()) > 1 and not between:
            emit([(upper(content), "content"), (", ", "")] + inverted + [(".", "")])
        elif way == 2 and not between:
            emit([(upper(content), "content"), (", ", ""), ("according to", "cue"),
                  (" ", ""), (lower(source), "source"), (".", "")])
        elif way == 3 and not between:
            emit([("According to", "cue"), (" ", ""), (lower(source), "source"),
                  (", ", ""), (lower(content), "content"), (".", "")])
        elif way in (4, 5):
            emit([(source, "source")] + mid + [(" ", ""), (content, "content"),
                                               (".", "")])
        elif way in (6, 7, 8):
            emit(quoted(content, ",") + [(" ", "")] + after + [(".", "")])
        elif way == 9 and len(source.split()) > 1:
            emit(quoted(content, ",") + [(" ", "")] + inverted + [(".", "")])
        elif way == 10:
            emit([(source, "source")] + mid + [(", ", "")] + quoted(content, "."))
        elif way == 12:
            # A colon alone brings it in.
            lead = ("", " put it this way", " was blunt", " had one word for it",
                    " had this to add", " on the matter")[k // 13 % 6]
            emit([(source, "source"), (lead + ": ", "")] + quoted(content, "."))
        elif way == 11:
            # A quoted end of a clause: mixed, and before the cue.
            words = content.split(" ")
            if len(words) > 6:
                head, end = " ".join(words[:-4]), " ".join(words[-4:])
                emit([(upper(head) + ' "' + end, "content"), ('," ', "")] + after +
                     [(".", "")])
