"""Titles are not part of a person's name (the guidelines of the wire sets)."""


def roles():
    """Words that stand before a person's name, in lower case."""
    with open('common/languages/en/titles.txt', encoding='utf-8') as f:
        return {line.rstrip('\n').split('\t')[0] for line in f
                if not line.startswith('#')}


ROLES = roles()


def untitled(text, marks):
    """The marks, without titles at the beginning of people."""
    for a, b, t in marks:
        while t == 'PERSON':
            first, _, rest = text[a:b].partition(' ')
            if not rest[:1].isupper() or first.rstrip('.').lower() not in ROLES:
                break
            a += len(first) + 1
        yield a, b, t
