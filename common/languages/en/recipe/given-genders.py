#!/usr/bin/env python3
"""given-genders.py NAMES FAKER TEXT < given-genders.txt > given-genders.txt

Adds to a list of given names and genders those of the US Census of 1990
(public domain; the files of the package names in NAMES) and of the locales of
Faker written in Latin letters (MIT; the folder of the package in FAKER).  What
both a man and a woman are called is left out, and so is a place, and what in
TEXT stands in small letters as well or mostly alone, as a surname does.
"""
import collections
import importlib
import os
import re
import sys
import unicodedata

# Not the rare names of long lists, of which many are surnames or words.
LOCALES = """cs_CZ da_DK de_DE en_GB en_IE en_IN en_KE en_NG en_NZ en_PK en_TH es_ES es_MX
fi_FI fr_FR ga_IE ha_NG hr_HR hu_HU id_ID ig_NG it_IT lt_LT lv_LV nl_NL no_NO pl_PL pt_BR
ro_RO sv_SE sw tw_GH uz_UZ vi_VN yo_NG zu_ZA""".split()

names, faker, text = sys.argv[1:4]
sys.path.insert(0, os.path.dirname(faker))
folder = os.path.join(os.path.dirname(__file__), "..")
NAME = re.compile(r"^[a-z\u00e0-\u017f'-]{3,}$")

head, known = [], {}
for line in sys.stdin:
    if line.startswith("#"):
        head.append(line)
    else:
        word, gender = line.split()
        known[word] = gender

weight = collections.defaultdict(lambda: [0.0, 0.0])
for gender, name in enumerate(("male", "female")):
    for line in open(os.path.join(names, "dist.%s.first" % name)):
        word, share = line.split()[:2]
        if float(share) >= 0.003:
            weight[word.lower()][gender] += float(share)
person = os.path.join(faker, "providers", "person")
for locale in LOCALES:
    provider = importlib.import_module("faker.providers.person." + locale).Provider
    for gender, lists in enumerate((("first_names_male", "first_male_names"),
                                    ("first_names_female", "first_female_names"))):
        for attribute in lists:
            for name in getattr(provider, attribute, ()):
                name = name.split()[0].lower()
                bare = "".join(c for c in unicodedata.normalize("NFD", name)
                               if not unicodedata.combining(c))
                for form in {name, bare}:	# newspapers drop accents
                    weight[form][gender] += 0.01

# How often a word stands in small letters, and alone or before another name.
small, capital = collections.Counter(), collections.Counter()
alone, before = collections.Counter(), collections.Counter()
for line in open(text, encoding="utf-8"):
    for word in re.findall(r"[A-Za-z]+", line):
        (small if word[0].islower() else capital)[word.lower()] += 1
    for match in re.finditer(r"\b([A-Z][a-z']+)( [A-Z][a-z.']+)?", line):
        (before if match.group(2) else alone)[match.group(1).lower()] += 1


def gazetteer(name):
    with open(os.path.join(folder, "gazetteer", name + ".txt"), encoding="utf-8") as f:
        return {l.strip().lower() for l in f if not l.startswith("#")}


cities = gazetteer("cities") | gazetteer("capitals")
taken = set()
for name in ("countries", "us-states", "demonyms", "sports-teams"):
    taken |= gazetteer(name)
for name in ("titles", "body-nouns", "company-endings", "body-endings",
             "sentence-openers", "weekdays", "months", "name-particles", "definite", "pronouns"):
    with open(os.path.join(folder, name + ".txt"), encoding="utf-8") as f:
        taken.update(l.split("\t")[0].strip().lower() for l in f)


def is_name(word):
    """More than a surname, a place or a common word."""
    if word in taken:
        return False
    if max(weight[word]) >= 0.05:
        return True
    if alone[word] > 5 * before[word] + 20:
        return False
    if word in first:
        return small[word] <= capital[word]
    return (word not in cities and NAME.match(word) and
            (small[word] <= 2 or small[word] * 5 <= capital[word]))


first = set(known)
for word, (m, f) in list(weight.items()):
    if word not in known and max(m, f) >= 0.9 * (m + f):
        known[word] = "male" if m > f else "female"
sys.stdout.writelines(head)
for word in sorted(filter(is_name, known), key=lambda w: w.encode()):
    print("%s\t%s" % (word, known[word]))
