"""Documents again with other names, so that contexts are learned and not names.

A marked document is a list of (text, marks), marks (start, end, type) in code
points.  Other people, places and organisations of the same kind take the place
of most of its names, the same for the same throughout the document; acronyms
stay the initials of what they stand for."""
import re

LISTS = 'common/languages/en/gazetteer/'
SMALL = re.compile(r"(?:[a-z'’-]+|[A-Z]\.?|Jr\.?|Sr\.?|I+|Al|El|La|De|Van|Von|Bin|Abu)$")
MARKED = re.compile(r"""(["'“‘(]*)(.*?)(["'”’)]*)$""")


def entries(name):
    with open(LISTS + name + '.txt', encoding='utf-8') as f:
        return [line.rstrip('\n').split('\t')[0] for line in f
                if not line.startswith('#')]


def initials(name):
    return ''.join(w[0] for w in re.split(r'[ -]', name) if w[:1].isupper())


class Swapper:
    def __init__(self, random, documents):
        """The organisations of these documents are those to choose from."""
        self.random = random
        title = [w for w in entries('given-names') if w[:1].isupper()]
        self.given = title or [w.title() for w in entries('given-names')]
        self.given_set = {w.lower() for w in self.given}
        self.surnames = [w if w[:1].isupper() else w.title()
                         for w in entries('surnames')]
        self.places = [[w if w[:1].isupper() else w.title() for w in entries(k)]
                       for k in ('countries', 'us-states', 'capitals', 'cities', 'towns')]
        self.kinds = [{w.lower() for w in p} for p in self.places]
        pool = sorted({text[a:b] for doc in documents for text, marks in doc
                       for a, b, t in marks if t == 'ORG'})
        self.orgs = {}
        for name in pool:
            if not self.city(name):
                self.orgs.setdefault(self.shape(name), []).append(name)

    @staticmethod
    def shape(name):
        if ' ' in name:
            return 'words'
        return 'acronym' if name.isupper() else 'word'

    def person(self, name, known):
        words = name.split(' ')
        out = []
        for k, word in enumerate(words):
            before, w, after = MARKED.match(word).groups()
            if SMALL.match(w) or not w:
                out.append(word)
                continue
            key = w.lower()
            if key not in known:
                given = key in self.given_set if len(words) == 1 else k < len(words) - 1
                known[key] = self.random.choice(self.given if given else self.surnames)
            if w.isupper() and len(w) > 2:
                w = known[key].upper()
            else:
                w = known[key]
            out.append(before + w + after)
        return ' '.join(out)

    def place(self, name):
        for kind, pool in zip(self.kinds, self.places):
            if name.lower() in kind:
                return self.random.choice(pool)
        return None

    def city(self, name):
        """Is that a state or a larger city?  As an organisation it is a club,
        which is called by its city: another city takes its place, and
        it does not take that of a company."""
        return any(name.lower() in kind for kind in self.kinds[1:4])

    def org(self, name, replaced):
        if self.city(name):
            return self.place(name)
        shape = self.shape(name)
        if shape == 'acronym':
            for old, new in replaced:
                if initials(old) == name and len(initials(new)) > 1:
                    return initials(new)
        return self.random.choice(self.orgs.get(shape) or [name])

    def document(self, lines, most=0.7):
        """The document with other names."""
        persons, other, replaced = {}, {}, []
        out = []
        for text, marks in lines:
            new, put, at = [], [], 0
            n = 0
            for a, b, t in sorted(marks):
                if a < at:
                    continue
                name = text[a:b]
                new.append(text[at:a])
                n += a - at
                if t == 'PERSON':
                    name = self.person(name, persons)
                elif t in ('GPE', 'ORG'):
                    key = (t, name)
                    if key not in other:
                        to = None
                        if self.random.random() < most:
                            to = self.place(name) if t == 'GPE' else \
                                self.org(name, replaced)
                        other[key] = to or name
                        if t == 'ORG':
                            replaced.append((name, other[key]))
                    name = other[key]
                if text.isupper():
                    name = name.upper()
                new.append(name)
                put.append((n, n + len(name), t))
                n += len(name)
                at = b
            new.append(text[at:])
            out.append((''.join(new), put))
        return out
