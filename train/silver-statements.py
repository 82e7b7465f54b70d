#!/usr/bin/env python3
"""silver-statements.py CUES < press.txt > statements.jsonl

Lines that announce a statement with a colon, and the quotation that follows:
"Senator Roe today made the following statement on the vote:".  They teach that
the noun is the cue there, and whose statement it is.
"""
import json
import re
import sys

cues = set()
with open(sys.argv[1], encoding="utf-8") as f:
    cues.update(line.split("\t")[0] for line in f if line[0] != "#")
title = (r"(?:U\.S\. )?(?:Sens?\.|Senators?|Rep\.|Congressman|Congresswoman|"
         r"Chairman|Governor|(?:Senate|House) \w+ Leader|Senate \w+ Whip)")
lead = re.compile(
    r"^(?P<source>(?:" + title + r" )[A-Z][\w.' -]+?)(?: then)?"
    r"(?: \([^)]*\)|, ?[^,:]{2,90},)?(?: today| on \w+day| \w+day)? "
    r"(?:issued|made|released|delivered|sent|gave|offered|submitted) "
    r"(?:the following|a|an|this|his|her)(?: \w+){0,2} "
    r"(?P<cue>statement|letter|remarks|speech|testimony|response|comment)\b"
    r"[^:]{0,220}:\s*$")
last, n = "", 0
for line in sys.stdin:
    line = line.strip()
    if not line:
        continue
    m = lead.match(last)
    if m and line[0] in '"“' and n < 400:
        quote = re.match(r'["“](.{30,300}?[.!?])(?=[ "”]|$)', line)
        words = re.findall(r"[a-z]+", quote.group(1).lower()) if quote else []
        if quote and not cues & set(words):
            text = last + "\n" + line[0] + quote.group(1) + '"'
            start = len(last) + 2
            n += 1
            print(json.dumps({
                "id": "statement-%d" % n, "unit": "cp", "text": text,
                "quotes": [{"type": "direct", "speaker": "",
                            "content": [[start, start + len(quote.group(1))]],
                            "cue": [list(m.span("cue"))],
                            "source": [list(m.span("source"))]}]}))
    last = line
