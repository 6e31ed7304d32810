"""The bones of a word: its consonants as classes of sounds, the same in Arabic and Latin letters.

Vowels, h and the letters that carry them fall away, doubled sounds become one: panadol and بنادول
are both "bndl", تافينك and تافانيك both "tfnk". It is for finding candidates, which `spelling` then
compares.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from .units import ALWAYS

_ARABIC = {
    "ب": "b", "ت": "t", "ط": "t", "ث": "s", "س": "s", "ص": "s", "ش": "j", "ج": "j", "غ": "j",
    "ح": "", "خ": "k", "ه": "", "ع": "", "ا": "a", "و": "u", "ي": "i", "ء": "", "د": "d", "ض": "d",
    "ذ": "s", "ز": "s", "ظ": "d", "ر": "r", "ف": "f", "ق": "k", "ك": "k", "ل": "l", "م": "m",
    "ن": "n",
}  # fmt: skip
_LATIN_GROUPS = [
    ("tion", "jin"), ("sion", "jin"), ("tch", "j"), ("sch", "j"), ("ch", "j"), ("sh", "j"),
    ("gh", "j"), ("kh", "k"), ("ph", "f"), ("th", "s"), ("dh", "s"), ("ck", "k"), ("qu", "k"),
    ("wh", "u"), ("ce", "si"), ("ci", "si"), ("cy", "si"), ("ee", "i"), ("oo", "u"), ("ou", "u"),
    ("ea", "i"), ("au", "u"), ("ai", "i"), ("x", "ks"),
]  # fmt: skip
_LATIN = str.maketrans(
    {"c": "k", "q": "k", "g": "j", "p": "b", "v": "f", "w": "u", "y": "i", "e": "i", "o": "u",
     "z": "s", "h": None}
)  # fmt: skip
_FRANCO = {"2": "q", "3": "", "5": "kh", "6": "t", "7": "h", "8": "gh", "9": "s"}
_FRANCO_WORD = re.compile(
    r"(?<![\w.])(?=[a-z']*[2356789])(?=['2356789]*[a-z])[a-z'2356789]{3,}(?!\w)"
)
_ARTICLE = re.compile("(?:[ou]?[bf]?[aei]l|ll|l[ei]l|w(?=[aei]l))+(?=.{3})")
"""al-, el-, bel-, wel-, lel-, as they are said of what follows them."""
_MEASURED = re.compile(r"\d+([a-z]+)|[a-z]+\d+")
_VOWELS = re.compile("[aiu]")
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST = 3


@lru_cache(20_000)
def spoken(word: str) -> str:
    """Sounds with their vowels, roughly."""
    if word.isascii():
        for letters, sound in _LATIN_GROUPS:
            word = word.replace(letters, sound)
        said = word.translate(_LATIN)
    else:
        said = "".join(_ARABIC.get(letter, letter) for letter in word)
    return _DOUBLED.sub(r"\1", said)


@lru_cache(20_000)
def bones(word: str) -> str:
    return _VOWELS.sub("", spoken(word))


@lru_cache(20_000)
def sound_keys(word: str) -> tuple[str, ...]:
    """Under which a word is filed: its bones, and its bones less one. Two words that differ by one
    sound share a key."""
    whole = bones(word)
    if len(whole) < 2:
        return ()
    less = {whole[:at] + whole[at + 1 :] for at in range(len(whole))}
    return (whole, *sorted(less - {whole})) if len(whole) >= _SHORTEST else (whole,)


def franco_forms(word: str) -> tuple[str, ...]:
    """What else a Latin word may be in Franco: without its article, and with the q (or the 2 that
    became one) as the hamza that towns make of it."""
    told = [word, _ARTICLE.sub("", word, count=1) if _ARTICLE.match(word) else word]
    told += [each.replace("q", "") for each in told if "qu" not in each]
    return tuple(
        dict.fromkeys(each for each in told[1:] if len(each) >= _SHORTEST and each != word)
    )


def arabizi(text: str, is_meant: Callable[[str, str], bool] = lambda word, read: True) -> str:
    """The text with words like 3abaya and 7aleeb in letters alone; model names stay. `is_meant` is
    asked of each such word (as typed, and in letters)."""

    def read(found: re.Match) -> str:
        word, told = found.group(), _lettered(found)
        return told if told != word and is_meant(word, told) else word

    return _FRANCO_WORD.sub(read, text.lower())


def _lettered(found: re.Match) -> str:
    word = found.group()
    measured = _MEASURED.fullmatch(word)
    if measured and (not measured[1] or measured[1] in ALWAYS or len(measured[1]) == 1):
        return word
    return "".join(_FRANCO.get(letter, letter) for letter in word)
