"""How names sound, whichever way they are written: 'tullie' and 'tuly' are one."""

import re

_DOUBLE = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiouy]+")
_SPELT_ALIKE = [  # how a name may be written, and what stands for it when sounds are compared
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"ph", "f"),
        (r"ck|c(?=[aoukr])|q", "k"),
        (r"(?<=.)(ie|ey|y)$|(?<=[^aeiou])y(?=[^aeiou])", "i"),
        (r"(?<=.)h(?=[^aeiou]|$)|(?<=[^aeiou])e$|(?<=o)e$", ""),
        (r"z", "s"),
    )
]


def sound(name: str) -> str:
    """'tullie' and 'tuly' -> 'tuli'"""
    for pattern, letters in _SPELT_ALIKE:
        name = pattern.sub(letters, name)
    return undoubled(name)


def undoubled(name: str) -> str:
    """'anna' -> 'ana'"""
    return _DOUBLE.sub(r"\1", name)


def syllables(word: str) -> int:
    """How many runs of vowels it has."""
    return len(_VOWELS.findall(word))
