#!/usr/bin/env python3
"""entities-teacher.py: a teacher that sees the whole line, for common/languages/en/recipe/entities.sh.

Run by entities-teacher.sh in an environment with PyTorch and transformers.

  tune ENCODER GOLD OUT [EPOCHS [SEED]]
                    a small pretrained encoder (MiniLM: Wang et al., NeurIPS
                    2020) learns names from GOLD, which entities-texts.py wrote
  label ENCODER TUNED[,TUNED...] CORPORA KIND [MOST]
                    the texts of a kind (entities_unmarked.py; MOST: so many
                    documents), a line of JSON a document: its lines, each
                    [text, [[start, end, type, how sure], ...]] in code points;
                    the probabilities of several tunings are averaged

The encoder was learned from text without capitals: how each word is written is
added to what goes into it.  What a mark leaves open (A|B, ?) the loss leaves
open, too: it is the probability of all that may stand there."""
import itertools
import json
import random
import sys
import time

import torch
from torch import nn
from transformers import BertModel, BertTokenizerFast

import entities_unmarked

TYPES = """PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW
    LANGUAGE""".split()
LABELS = 1 + 2 * len(TYPES)     # none, then a beginning and an inside a type
ANY = (1 << LABELS) - 1
WIDTH = 192             # pieces of words at once
BATCH = 16 * WIDTH
UPPER = 0.05            # of what is learned from, in capitals as well
CASES = 16


def starts(t):
    return 1 + 2 * TYPES.index(t)


def bits(types, inside):
    """The labels of types A|B as bits."""
    out = 0
    for t in types.split('|'):
        if t == '?':
            return ANY
        if t in TYPES:
            out |= 1 << starts(t) + inside
    return out or 1             # a number's type: no name


def gold(path):
    """Documents of the trainer's form: open types, lines of (text, marks)."""
    opened, lines = '-', []
    with open(path, encoding='utf-8', errors='surrogateescape') as f:
        for line in f:
            line = line.rstrip('\n')
            if line.startswith('D '):
                if lines:
                    yield opened, lines
                opened, lines = line.split()[2], []
            elif line.startswith('T '):
                lines.append((line[2:], []))
            else:
                a, b, t = line.split()[1:]
                text = lines[-1][0].encode('utf-8', 'surrogateescape')
                a, b = (len(text[:int(x)].decode('utf-8', 'surrogateescape'))
                        for x in (a, b))
                lines[-1][1].append((a, b, t))
    if lines:
        yield opened, lines


def case_of(word):
    """How a word is written."""
    if word.islower():
        return 1
    if word.isdigit():
        return 2
    if word.isupper():
        return 3 if len(word) == 1 else 4
    return 5 if word[:1].isupper() else 6 if word.lower() != word else 0


class Pieces:
    """A document as pieces of words; only a word's first is labelled."""

    def __init__(self, tokenizer, lines, opened='-'):
        self.lines = lines
        self.ids, self.cases, self.may, self.at, self.cuts = [], [], [], [], []
        none = 1
        for t in opened.split('|'):
            if t in TYPES:
                none |= 3 << starts(t)
        texts = [text.encode('utf-8', 'replace').decode() for text, _ in lines]
        encoded = tokenizer(texts, add_special_tokens=False,
                            return_offsets_mapping=True)
        for k, (text, marks) in enumerate(lines):
            offsets = encoded['offset_mapping'][k]
            first = len(self.ids)
            self.cuts.append(first)
            self.ids += encoded['input_ids'][k]
            word = (0, 0)
            for a, b in offsets:
                inner = a < word[1]
                if not inner:
                    e = b
                    while e < len(text) and text[e].isalnum() and text[a].isalnum():
                        e += 1
                    word = (a, e)
                self.cases.append(2 * case_of(text[word[0]:word[1]]) + inner)
                self.may.append(0 if inner else none)
                self.at.append((k, a, word[1]))
            for a, b, t in sorted(marks):
                inside = 0
                for i, (x, y) in enumerate(offsets, first):
                    if x >= a and x < b and self.may[i]:
                        self.may[i] = bits(t, inside)
                        inside = 1
        self.cuts.append(len(self.ids))

    def chunks(self):
        """Ranges of pieces that are seen at once: whole lines where they fit."""
        a = 0
        while a < len(self.ids):
            b = max((c for c in self.cuts if a < c <= a + WIDTH - 2),
                    default=min(a + WIDTH - 2, len(self.ids)))
            yield a, b
            a = b


class Tagger(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        self.bert = BertModel.from_pretrained(
            encoder, add_pooling_layer=False, hidden_dropout_prob=0.,
            attention_probs_dropout_prob=0.)
        width = self.bert.config.hidden_size
        self.case = nn.Embedding(CASES, width)
        nn.init.normal_(self.case.weight, std=.02)
        self.drop = nn.Dropout(.1)
        self.out = nn.Linear(width, LABELS)

    def forward(self, ids, cases, mask):
        x = self.bert.embeddings.word_embeddings(ids) + self.case(cases)
        x = self.bert(inputs_embeds=x, attention_mask=mask).last_hidden_state
        return self.out(self.drop(x))


def batches(parts):
    """Lists of parts of about one length."""
    out, longest = [], 0
    for p in parts:
        longest = max(longest, len(p[0]) + 2)
        if out and longest * (len(out) + 1) > BATCH:
            yield out
            out, longest = [], len(p[0]) + 2
        out.append(p)
    if out:
        yield out


def tensors(parts, tokenizer):
    """Ids, cases, mask, and what each piece may be (0: not asked)."""
    n = max(len(p[0]) for p in parts) + 2
    ids = torch.full((len(parts), n), tokenizer.pad_token_id)
    cases = torch.zeros(len(parts), n, dtype=torch.long)
    mask = torch.zeros(len(parts), n)
    may = torch.zeros(len(parts), n, dtype=torch.long)
    for i, (a, s, l) in enumerate(parts):
        m = len(a) + 1
        ids[i, 0], ids[i, m] = tokenizer.cls_token_id, tokenizer.sep_token_id
        ids[i, 1:m], cases[i, 1:m] = torch.tensor(a), torch.tensor(s)
        may[i, 1:m] = torch.tensor(l)
        mask[i, :m + 1] = 1
    return ids, cases, mask, may


def in_capitals(cases):
    return [s if s < 2 or s // 2 == 2 else (6 if s // 2 == 3 else 8) + s % 2
            for s in cases]


def tune(encoder, path, out, epochs='3', seed='1'):
    torch.manual_seed(int(seed))
    rand = random.Random(int(seed))
    tokenizer = BertTokenizerFast.from_pretrained(encoder)
    data = []
    for opened, lines in gold(path):
        p = Pieces(tokenizer, lines, opened)
        data += [(p.ids[a:b], p.cases[a:b], p.may[a:b]) for a, b in p.chunks()]
    print(len(data), 'parts', sum(len(d[0]) for d in data), 'pieces',
          file=sys.stderr, flush=True)
    plan = []
    for _ in range(int(epochs)):
        rand.shuffle(data)
        epoch = []
        for k in range(0, len(data), 256):
            some = list(batches(sorted(data[k:k + 256], key=lambda d: len(d[0]))))
            epoch += some
        rand.shuffle(epoch)
        plan += epoch
    model = Tagger(encoder)
    model.train()
    opt = torch.optim.AdamW([
        {'params': model.bert.parameters(), 'lr': 1.5e-4},
        {'params': [*model.case.parameters(), *model.out.parameters()],
         'lr': 1e-3}], weight_decay=.01, fused=True)
    rate = torch.optim.lr_scheduler.LambdaLR(opt, lambda k: min(
        1, k / 100) * max(0, 1 - k / len(plan)) + 1e-3)
    shift = torch.arange(LABELS)
    began, sum_loss = time.time(), 0.
    for k, parts in enumerate(plan):
        parts = [(a, in_capitals(s) if rand.random() < UPPER else s, l)
                 for a, s, l in parts]
        ids, cases, mask, may = tensors(parts, tokenizer)
        asked = may != 0
        with torch.autocast('cpu', dtype=torch.bfloat16):
            z = model(ids, cases, mask)
        z = z[asked].float()
        right = (may[asked][:, None] >> shift & 1).bool()
        loss = (z.logsumexp(-1) -
                z.masked_fill(~right, -1e9).logsumexp(-1)).mean()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.)
        opt.step()
        opt.zero_grad()
        rate.step()
        sum_loss += loss.item()
        if k % 50 == 49:
            print(k + 1, len(plan), '%.4f' % (sum_loss / 50),
                  int(time.time() - began), file=sys.stderr, flush=True)
            sum_loss = 0.
    torch.save(model.state_dict(), out)


def decode(labels):
    """The likeliest labels, an inside that follows nothing of its own a beginning."""
    out, before = [], 0
    for label in labels:
        if label and label % 2 == 0 and before not in (label, label - 1):
            label -= 1
        out.append(label)
        before = label
    return out


def marks_of(pieces, probs):
    """Marks [start, end, type, how sure] of each line."""
    out = [[] for _ in pieces.lines]
    for k in range(len(pieces.lines)):
        own = [i for i in range(pieces.cuts[k], pieces.cuts[k + 1])
               if pieces.may[i]]
        if not own:
            continue
        mark = None
        sure, likeliest = probs[own].max(-1)
        for i, label, p in zip(own, decode(likeliest.tolist()), sure.tolist()):
            if label and label % 2:
                mark = [pieces.at[i][1], pieces.at[i][2],
                        TYPES[(label - 1) // 2], p]
                out[k].append(mark)
            elif label:
                mark[1] = pieces.at[i][2]
                mark[3] = min(mark[3], p)
    return out


def label(encoder, tuned, corpora, kind, most=None):
    tokenizer = BertTokenizerFast.from_pretrained(encoder)
    models = []
    for path in tuned.split(','):
        model = Tagger(encoder)
        model.load_state_dict(torch.load(path))
        model.eval()
        models.append(model)
    docs = itertools.islice(entities_unmarked.documents(corpora, kind),
                            most and int(most))
    while block := list(itertools.islice(docs, 64)):
        block = [Pieces(tokenizer, [(s, []) for s in d]) for d in block if d]
        parts = []
        for p in block:
            p.probs = torch.zeros(len(p.ids), LABELS)
            parts += [(p.ids[a:b], p.cases[a:b], p.may[a:b], p, a)
                      for a, b in p.chunks()]
        parts.sort(key=lambda x: len(x[0]))
        for some in batches(parts):
            ids, cases, mask, _ = tensors([x[:3] for x in some], tokenizer)
            with torch.no_grad(), torch.autocast('cpu', dtype=torch.bfloat16):
                for model in models:
                    z = model(ids, cases, mask).float().softmax(-1) / len(models)
                    for i, (a, _, _, p, at) in enumerate(some):
                        p.probs[at:at + len(a)] += z[i, 1:1 + len(a)]
        for p in block:
            print(json.dumps([
                [text, [[a, b, t, round(sure, 3)] for a, b, t, sure in m]]
                for (text, _), m in zip(p.lines, marks_of(p, p.probs))],
                ensure_ascii=False))


if __name__ == '__main__':
    sys.stdout.reconfigure(encoding='utf-8', errors='surrogateescape')
    {'tune': tune, 'label': label}[sys.argv[1]](*sys.argv[2:])
