#!/usr/bin/env python3
"""quotes-frames.py turned|placed < quotes.jsonl > frames.jsonl

Turns reports round.  Of sentences that are source, cue and content and nothing
else, as common/languages/en/recipe/quotes-silver.py finds them, makes the orders that news has and
wire reports seldom: "content, source cue.", "content, cue source.", "content,
according to source.", "According to source, content.", "source: content", "some
of it, source cue, the rest", the same with the content or part of it in marks,
each alone in its document, and keeps some as they are.  A plain "said" becomes
other verbs of saying.  They teach on which side of a cue its content stands, and
that of a clause with marks in it all is content (turned).

Or puts between cue and content where it was said, "in an email", "at a news
conference on Monday", and behind the source who that is (placed), or makes the
source several persons or one who is quoted, "Sens. Lowell (D-MO), Reyes (R-KS) and Brandt".  They
teach that the content is still what follows "that", and how far a source goes.
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
       ", a spokesman for the company,", ", the author of the study,",
       ", who turned 37 in May,", ", speaking at a rally,", ", which opened last year,",
       ", who spoke to reporters on Monday,")

SAID = ("said said said said said added announced noted acknowledged warned explained "
        "argued insisted reported wrote recalled testified predicted confirmed claimed "
        "suggested complained continued stressed conceded concluded declared tweeted "
        "admitted replied responded contends maintains points recounted").split()
VERBS = set("is are was were has have had will would could can should may might must did "
            "does do".split())

QUOTED = ("State television", "The newspaper", "Turkey has barred two reporters after a paper",
          "The country has protested, following a report that", "Local media",
          "The news agency", "A daily that is close to the government", "The Journal")
GIVEN = "Ann Paul Dana Imre Lena Tariq Rosa Owen Mina Joel Petra Sam".split()
NAMES = "Lowell Reyes Brandt Okafor Lindqvist Marsh Whitlock Hollis Haddad Novak Tran".split()
TITLES = (("Sens. ", ""), ("U.S. Senator ", "Congressman "), ("Reps. ", ""), ("", ""),
          ("Analysts ", ""), ("Ministers ", ""), ("Professor ", "Dr. "), ("", ""))
PARTIES = (" (D-MO)", " (R-KS)", " (I-ME)", " (R-Ariz.)", " (D-Del.)")

n = 0


def several(k):
    """Two to four persons in a row."""
    first, other = TITLES[k // 2 % len(TITLES)]
    party = first in ("Sens. ", "U.S. Senator ", "Reps. ") and k % 3 > 0
    names = []
    for i in range(2 + k % 3):
        name = GIVEN[(k + 5 * i) % len(GIVEN)] + " " + NAMES[(k * 7 + 3 * i) % len(NAMES)]
        title = first if i == 0 else other if i == k % 3 else ""
        names.append(title + name + (PARTIES[(k + i) % len(PARTIES)] if party else ""))
    joint = " and " if k % 4 == 0 else ", "
    return joint.join(names[:-1]) + " and " + names[-1]


def place(source, content):
    """Source, where it was said, that, content."""
    said = "says" if n % 5 == 0 else "said"
    who = WHO[n // 7 % len(WHO)]
    if n % 18 == 5:
        source, said, who = several(n // 18), "said", ""
    if n % 13 == 6:
        emit(QUOTED[n // 13 % len(QUOTED)] + " quoted ", (lower(source), "source"), " as ",
             ("saying", "cue"), " that " if n % 2 else " ", (lower(content), "content"), ".")
        return
    where = WHERE[n % len(WHERE)] + WHEN[n // 3 % len(WHEN)]
    says = [(source, "source"), who + " ", (said, "cue")]
    if n % 4 == 3:
        where = (where, " of the plan", " to reporters")[n // 4 % 3]
        emit(*says, " " + where.strip() + ", ", *quoted(content, "."))
    elif n % 4 == 2:
        emit(*says, " ", (lower(content), "content"), ".")
    else:
        emit(*says, " " + where + " that ", (lower(content), "content"), ".")


def emit(*parts):
    """A document of one record; parts: text, or text and its role."""
    global n
    text, spans = "", {"content": [], "cue": [], "source": []}
    for part in parts:
        if isinstance(part, tuple):
            spans[part[1]].append([len(text), len(text) + len(part[0])])
            part = part[0]
        text += part
    n += 1
    print(json.dumps({"id": "frame-%d" % n, "unit": "cp", "text": text,
                      "quotes": [{"type": "indirect", "speaker": "", **spans}]}))


def upper(s):
    return s[:1].upper() + s[1:]


def lower(s):
    """A determiner or pronoun in small letters behind the first word."""
    first = s.split(" ")[0]
    small = ("The", "A", "An", "He", "She", "They", "It", "Some", "Many",
             "Officials", "Police", "Authorities", "Experts", "Critics",
             "Witnesses", "Scientists", "Analysts", "Residents", "Several")
    return s[0].lower() + s[1:] if first in small else s


def marks():
    """Curly every other time."""
    return ("\u201c", "\u201d") if n % 2 else ('"', '"')


def quoted(content, stop):
    left, right = marks()
    return [left, (upper(content), "content"), stop + right]


def halves(content):
    """What it is about, and what is said of it."""
    words = content.split(" ")
    cut = next((i for i, w in enumerate(words) if w in VERBS and i > 0), 0)
    if cut == 0 or len(words) - cut < 3:
        return None
    return " ".join(words[:cut]), " ".join(words[cut:])


def mixed(content, says):
    """Part of a clause in marks, the clause before the cue: its end, what its
    subject does, or its beginning."""
    left, right = marks()
    words, parts, way = content.split(" "), halves(content), n % 4
    if len(words) < 7:
        return
    if way == 3:
        cut = -3 - n // 4 % 3
        emit((left + upper(" ".join(words[:cut])) + right + " " + " ".join(words[cut:]),
              "content"), ", ", *says, ".")
        return
    if way == 0 or parts is None:
        parts = " ".join(words[:-4]), " ".join(words[-4:])
    emit((upper(parts[0]) + " " + left + parts[1], "content"), "," + right + " ", *says, ".")


def turn(k, source, cue, between, content):
    """The k-th report in the order that is its turn."""
    if cue in ("said", "says", "say") and not between and k % 2:
        cue = SAID[k // 2 % len(SAID)]
    tail = " " + between if between else ""
    if not between and k % 3 == 0:
        tail = WHEN[k // 3 % len(WHEN)] or " " + WHERE[k // 3 % len(WHERE)]
    plain = [(source, "source"), " ", (cue, "cue"), tail]
    after = [(lower(source), "source"), " ", (cue, "cue"), tail]
    named = len(source.split()) > 1
    inverted = after if not named else [
        (cue, "cue"), " ", (lower(source), "source"), WHO[k % len(WHO)].rstrip(",") or tail]
    parts = halves(content)
    way = k % 17
    if way in (0, 1):
        emit((upper(content), "content"), ", ", *(after if way else inverted), ".")
    elif way == 2:
        emit((upper(content), "content"), ", ", ("according to", "cue"), " ",
             (lower(source), "source"), WHO[k % len(WHO)].rstrip(","), ".")
    elif way == 3:
        emit(("According to", "cue"), " ", (lower(source), "source"), ", ",
             (lower(content), "content"), ".")
    elif way in (4, 5) and not tail:
        emit(*plain, " ", (content, "content"), ".")
    elif way in (6, 7, 8, 9):
        emit(*quoted(content, ","), " ", *(after if way < 9 else inverted), ".")
    elif way == 10:
        emit(*plain, ", ", *quoted(content, "."))
    elif way == 11:
        # A colon alone brings it in.
        lead = ("", " put it this way", " was blunt", " had one word for it",
                " had this to add", " on the matter")[k // 17 % 6]
        emit((source, "source"), lead + ": ", *quoted(content, "."))
    elif way in (12, 13, 14):
        mixed(content, after if k % 2 else inverted)
    elif way in (15, 16) and parts:
        as_told = "as " if k % 4 == 0 else ""
        emit((upper(parts[0]), "content"), ", " + as_told, *after, ", ",
             (parts[1], "content"), ".")


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
        if sys.argv[1] == "turned":
            turn(k, source, cue, between, content)
        elif k % 3 == 0 and not between:
            place(source, content)
