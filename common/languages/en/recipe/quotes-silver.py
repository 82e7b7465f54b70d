#!/usr/bin/env python3
"""quotes-silver.py clauses|orders|whether CUES < silver.jsonl > quotes.jsonl

Reports of speech as a parser sees them.  CUES: the forms of verbs that report, with
what they can do and their lemma.  clauses: one of them with a clause as its
complement (ccomp) after it and a subject.  They teach where
clauses and noun phrases end, not what is a quotation.  orders: somebody urges
somebody to do something, or promises to.  whether: all verbs of speech in lines
without marks, so that what is not reported teaches too; where the parse does
not tell, a record of the type "unknown" holds the cue alone.  In and out are
lines as common/languages/en/recipe/silver.py writes and corpora/quotes has them.
"""
import json
import sys

ORDERS = {"urge", "order", "ask", "beg", "implore", "instruct", "request",
          "demand", "advise", "warn", "encourage", "petition"}
PROMISES = {"promise", "vow", "pledge", "threaten"}
SPEECH = {"say", "tell", "promise", "write"}
cues, lemmas, classes = set(), {}, {}
with open(sys.argv[2], encoding="utf-8") as f:
    for line in f:
        if line[0] != "#":
            word, kinds, lemmas[word] = line.rstrip("\n").split("\t")
            classes[word] = set(kinds.split())
            if classes[word] & SPEECH:
                cues.add(word)


def children_of(toks):
    """Of each token those below it in the parse, with their relations."""
    children = [[] for _ in toks]
    for i, t in enumerate(toks):
        if t[4] != i:
            children[t[4]].append((i, t[3]))
    return children


def subtree(children, i, skip=()):
    out = []
    todo = [i]
    while todo:
        k = todo.pop()
        out.append(k)
        todo.extend(c for c, rel in children[k] if rel not in skip)
    return sorted(out)


def phrase(text, toks, children, head):
    """The noun phrase of a subject, without what follows a comma."""
    ids = subtree(children, head, ("relcl", "appos", "punct", "acl", "advcl"))
    first = ids[0]
    last = first
    for i in ids:
        if i > last + 1 and any(toks[k][3] in ("relcl", "appos") or
                                text[toks[k][0]:toks[k][1]] == ","
                                for k in range(last + 1, i)):
            break
        last = i
    return [toks[first][0], toks[last][1]] if first <= head <= last else None


def reports(d):
    text, toks = d["text"], d["t"]
    children = children_of(toks)
    for v, t in enumerate(toks):
        if t[2][0] != "V" or text[t[0]:t[1]].lower() not in cues:
            continue
        clause = [c for c, rel in children[v] if rel == "ccomp" and c > v]
        if len(clause) != 1:
            continue
        ids = subtree(children, clause[0])
        if ids[0] <= v or ids != list(range(ids[0], ids[-1] + 1)):
            continue
        while ids and (toks[ids[-1]][3] == "punct" or
                       toks[ids[-1]][2] in (",", ".", "''", "``")):
            ids.pop()
        while ids and (toks[ids[0]][3] == "punct" or
                       text[toks[ids[0]][0]:toks[ids[0]][1]].lower() == "that"
                       and toks[ids[0]][3] == "mark"):
            ids.pop(0)
        if len(ids) < 3 or toks[ids[0]][3] == "advcl":
            continue
        # A clause has a finite verb or modal, and its own subject.
        if not any(toks[i][2] in ("VBD", "VBZ", "VBP", "MD") for i in ids):
            continue
        subject = [c for c, rel in children[v] if rel == "nsubj"]
        if not subject and t[3] == "conj":
            subject = [c for c, rel in children[t[4]] if rel == "nsubj"]
        source = phrase(text, toks, children, subject[0]) if subject else None
        if not source or subject[0] > v:
            continue
        content = [toks[ids[0]][0], toks[ids[-1]][1]]
        if '"' in text[content[0]:content[1]] or "“" in text:
            continue
        yield {"type": "indirect", "content": [content],
               "cue": [[t[0], t[1]]], "source": [source], "speaker": ""}


def orders(d):
    text, toks = d["text"], d["t"]
    children = children_of(toks)
    for v, t in enumerate(toks):
        lemma = lemmas.get(text[t[0]:t[1]].lower())
        if t[2] not in ("VBD", "VBZ", "VBP", "VBN", "VBG") or lemma is None:
            continue
        if lemma not in ORDERS and lemma not in PROMISES:
            continue
        act = [c for c, rel in children[v] if rel in ("xcomp", "ccomp") and c > v]
        if len(act) != 1 or toks[act[0]][2] != "VB":
            continue
        ids = subtree(children, act[0])
        if lemma in ORDERS:
            for c, rel in children[v]:
                if rel == "dobj" and v < c < act[0]:
                    ids = sorted(set(ids) | set(subtree(children, c)))
        if not ids or ids[0] != v + 1 or ids != list(range(ids[0], ids[-1] + 1)):
            continue
        # Either a doer between, or "to" at once.
        first = text[toks[ids[0]][0]:toks[ids[0]][1]].lower()
        if (first == "to") != (lemma in PROMISES):
            continue
        if any(rel == "auxpass" for _, rel in children[v]):
            continue
        while ids and toks[ids[-1]][3] == "punct":
            ids.pop()
        subject = [c for c, rel in children[v] if rel == "nsubj"]
        source = phrase(text, toks, children, subject[0]) if subject else None
        if not source or subject[0] > v or len(ids) < 3:
            continue
        content = [toks[ids[0]][0], toks[ids[-1]][1]]
        if '"' in text or "\u201c" in text:
            continue
        yield {"type": "indirect", "content": [content],
               "cue": [[t[0], t[1]]], "source": [source], "speaker": ""}


OPEN = ("ccomp", "xcomp", "dobj", "dative", "parataxis", "advcl", "oprd")


def whether(d):
    text, toks = d["text"], d["t"]
    if '"' in text or "\u201c" in text or "''" in text:
        return
    told = {q["cue"][0][0]: q for q in reports(d)}
    below = [set() for _ in toks]
    for i, t in enumerate(toks):
        if t[4] != i:
            below[t[4]].add(t[3])
    for v, t in enumerate(toks):
        word = text[t[0]:t[1]].lower()
        if word not in lemmas:
            continue
        speech = classes[word] & SPEECH and "think" not in classes[word]
        unclear = (t[2] == "VB" or not t[2].startswith("V") or
                   bool(classes[word] & {"judge", "direct", "ask"}))
        if t[0] in told and speech and not unclear:
            yield told[t[0]]
        elif unclear or below[v] & set(OPEN) or t[3] in ("ccomp", "parataxis"):
            yield {"type": "unknown", "content": [], "cue": [[t[0], t[1]]],
                   "source": [], "speaker": ""}


find = {"orders": orders, "whether": whether, "clauses": reports}[sys.argv[1]]
for n, line in enumerate(sys.stdin):
    doc = json.loads(line)
    quotes = list(find(doc))
    if quotes:
        print(json.dumps({"id": str(n), "unit": "cp", "text": doc["text"],
                          "quotes": quotes}))
