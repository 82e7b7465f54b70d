#!/usr/bin/env python3
"""quotes-statements.py CUES DEV.jsonl < press.txt > statements.jsonl

Lines that announce a statement with a colon, and the quotation that follows:
"Senator Roe today made the following statement on the vote:".  They teach that
the noun is the cue there, and whose statement it is.  Every other one is made a
letter or a message to somebody as well: he is not the one who speaks.  Lines
of DEV are left out.
"""
import json
import re
import sys

cues = set()
with open(sys.argv[1], encoding="utf-8") as f:
    cues.update(line.split("\t")[0] for line in f if line[0] != "#")
title = (r"(?:(?:U\.S\.|United States|[A-Z][a-z]+) )?(?:Sens?\.|Senators?|Rep\.|"
         r"Congressman|Congresswoman|Chairman|Governor|"
         r"(?:Senate|House) \w+ Leader|Senate \w+ Whip)")
party = r"(?: \([^)]*\))?"
person = title + r" [A-Z](?:[\w' -]|\b(?:[A-Z]|[JS]r|St)\.)+?"
lead = re.compile(
    r"^(?:[A-Z][A-Za-z., ]{2,30}(?: -+|[–—]) )?"
    r"(?:(?:Today|Following|After|In|On|As|Prior to|Earlier)\b[^:.]{0,90}, |Today )?"
    r"(?P<source>" + person + r"(?:" + party + r" and (?:" + title +
    r" )?[A-Z](?:[\w' -]|\b(?:[A-Z]|[JS]r|St)\.)+?)?|(?:Sen\. )?[A-Z][a-z]+|"
    r"The (?:[A-Za-z]+ ){1,4}(?:[Dd]elegation|[Cc]aucus|[Cc]ommittee|[Cc]oalition))"
    r"(?: then| also| later)?" + party + r"(?:,? ?[^,:]{2,90},)?"
    r"(?: today| tonight| yesterday| recently| on \w+day| \w+day)? "
    r"(?:issued|made|released|delivered|sent|gave|offered|submitted|wrote) "
    r"(?:the following|a|an|this|his|her|their)(?: \w+){0,2} "
    r"(?P<cue>statement|letter|remarks|speech|testimony|response|comment)s?\b"
    r"[^:]{0,220}:\s*$")
nouns = ["letter", "message", "letter", "request", "letter", "statement"]
whom = ["the President", "the mayor", "President Marsh", "Secretary Lindqvist",
        "their colleagues", "EPA Administrator Ann Lowell", "the chairman of the committee",
        "Mr. Okafor", "Defense Secretary Paul Reyes", "the Federal Election Commission",
        "Gov. Dana Whitlock (D-MO)", "the White House", "Speaker Hollis and Leader Brandt"]
why = ["", " to get help after the floods", " about the bill", " to support the state",
       " on the closing of the base", " in response", " concerning the merger",
       " after the vote", " to oppose the rule"]

who = ["The entire Ohio delegation", "The committee", "A group of 14 senators",
       "Leaders of three unions", "The county's mayors", "The Maine congressional delegation",
       "Members of the caucus", "The agency's inspector general", "Twelve governors",
       "The coalition", "A federation of growers"]


def addressed(last, m, n):
    """The announcement as one of a letter, where its noun and its source are,
    or None; the source is not always a person."""
    source = list(m.span("source"))
    if n % 6 == 2:
        name = who[n // 6 % len(who)]
        last = name + re.sub(r"^ \([^)]*\)", "", last[source[1]:])
        source = [0, len(name)]
    at = re.compile(r"(?:issued|made|released) the following statement\b").search(last)
    if at is None or at.start() < source[1]:
        return None
    noun = nouns[n // 2 % len(nouns)]
    before = last[:at.start()] + "sent the following "
    rest = last[at.end():] if n % 6 == 0 else ":"
    after = " to " + whom[n // 2 % len(whom)] + why[n // 2 % len(why)] + rest
    return before + noun + after, [len(before), len(before) + len(noun)], source


def write(name, first, cue, source, mark, words):
    text = first + "\n" + mark + words + '"'
    start = len(first) + 2
    print(json.dumps({
        "id": name, "unit": "cp", "text": text,
        "quotes": [{"type": "direct", "speaker": "",
                    "content": [[start, start + len(words)]],
                    "cue": [cue], "source": [source]}]}))


# What is measured on is not learned from.
unseen = set()
with open(sys.argv[2], encoding="utf-8") as f:
    for line in f:
        unseen.update(json.loads(line)["text"].split("\n"))
last, n = "", 0
for line in sys.stdin:
    line = line.strip()
    if not line:
        continue
    m = lead.match(last)
    if m and line[0] in '"“' and last not in unseen:
        quote = re.match(r'["“](.{30,300}?[.!?])(?=[ "”]|$)', line)
        words = re.findall(r"[a-z]+", quote.group(1).lower()) if quote else []
        if quote and not cues & set(words):
            n += 1
            write("statement-%d" % n, last, list(m.span("cue")),
                  list(m.span("source")), line[0], quote.group(1))
            letter = addressed(last, m, n) if n % 2 == 0 else None
            if letter:
                write("letter-%d" % n, *letter, line[0], quote.group(1))
    last = line
