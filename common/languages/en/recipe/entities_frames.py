"""Marked sentences made of frames: entities-frames.txt.

A line is a kind, a tab and a text, with marks and slots {name}; "=name", a tab
and words between | are what a slot can be, slots in them included.  {given},
{surname}, {person} (two of them), {city}, {country}, {province} and {club} are from
the gazetteer; in capitals they stand in capitals.  A slot {name1} is the same
wherever it stands in a frame, in capitals or not.  Slots of LISTED stand for the
names of a list that begin with a capital."""
import random
import re

from entities_own import marked

SLOT = re.compile(r'\{([\w-]+?)(\d?)\}')
A_DOCUMENT = 5          # sentences of one kind
LISTED = dict(code='country-codes', initialism='initialisms', region='regions',
              work='works', event='events', product='products', law='laws',
              facility='facilities', media='media', partyname='parties',
              body2='bodies', firm='firms', school='schools')
LISTS = 'common/languages/en/gazetteer/%s.txt'


def words_of(name):
    with open(LISTS % name, encoding='utf-8') as f:
        return [line.rstrip('\n').split('\t')[0] for line in f
                if not line.startswith('#')]


def entries(name, one=False):
    words = [w if w[:1].isupper() else w.title() for w in words_of(name)]
    return [w for w in words if not one or w.isalpha()]


def read(name):
    slots, frames = {}, {}
    with open(name, encoding='utf-8') as f:
        for line in f:
            if line.startswith('#') or not line.strip():
                continue
            kind, text = line.rstrip('\n').split('\t', 1)
            if kind.startswith('='):
                slots[kind[1:]] = text.split('|')
            else:
                frames.setdefault(kind, []).append(text)
    for slot, name in LISTED.items():
        slots[slot] = [w for w in words_of(name) if w[:1].isupper()]
    slots.update(
        given=entries('given-names', True), surname=entries('surnames', True),
        person=['{given} {surname}'], city=entries('cities'),
        country=entries('countries'), club=entries('club-cities'), province=entries('states'))
    return slots, frames


def filled(rand, slots, text):
    same = {}

    def choose(m):
        name = m[1] if m[1] in slots else m[1].lower()
        word = same.get((name, m[2]))
        if word is None:
            word = SLOT.sub(choose, rand.choice(slots[name]))
        if m[2]:
            same[name, m[2]] = word
        return word.upper() if name != m[1] else word
    return SLOT.sub(choose, text)


def documents(times=8, name='common/languages/en/recipe/entities-frames.txt'):
    """Lists of (text, marks): every frame so often, a few of a kind each."""
    rand = random.Random(3)
    slots, frames = read(name)
    for kind in sorted(frames):
        lines = frames[kind] * times
        rand.shuffle(lines)
        for k in range(0, len(lines), A_DOCUMENT):
            yield [marked(filled(rand, slots, s))
                   for s in lines[k:k + A_DOCUMENT]]
