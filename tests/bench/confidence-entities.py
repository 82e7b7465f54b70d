#!/usr/bin/env python3
"""confidence-entities.py GOLD SYSTEM: does a mention's confidence mean what it says?

Both as for score-entities.py, SYSTEM with confidences.  By what a mention is said
to be, how many are right; from which confidence on how many are left, and how
many of these are right; and the expected calibration error, in points."""
import json
import sys

BINS = 10
LEAST = (0, .3, .5, .7, .8, .9, .95, .98)


def docs(name):
    with open(name, encoding='utf-8') as f:
        for line in f:
            d = json.loads(line)
            yield d['id'], d['entities']


def main():
    if len(sys.argv) != 3:
        sys.exit('usage: confidence-entities.py GOLD SYSTEM')
    gold = {i: {(e['start'], e['end'], e['type']) for e in v} for i, v in docs(sys.argv[1])}
    said = [(e['confidence'], (e['start'], e['end'], e['type']) in gold[i])
            for i, v in docs(sys.argv[2]) for e in v]
    error = 0
    for k in range(BINS):
        part = [s for s in said if min(int(s[0] * BINS), BINS - 1) == k]
        if part:
            mean = sum(p for p, _ in part) / len(part)
            right = sum(r for _, r in part) / len(part)
            error += abs(mean - right) * len(part) / len(said)
            print('said %.3f  %6d mentions, right %.3f' % (mean, len(part), right))
    for least in LEAST:
        kept = [r for p, r in said if p >= least]
        print('from %.2f  %6.1f %% left, right %5.1f %%' % (
            least, 100 * len(kept) / len(said), 100 * sum(kept) / len(kept) if kept else 0))
    print('calibration error %.1f points' % (100 * error))


main()
