"""What was typed while the keyboard stood on another language."""

import re

_ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_FRENCH = "²azertyuiop^$qsdfghjklmùwxcvbn,;:!"
_ARABIC = "ذضصثقفغعهخحجدشسيبلاتنمكطئءؤر\0ىةوزظ"
"""Key by key; the b of an Arabic keyboard writes two letters."""
_WITHIN_NUMBER = re.compile(r"[0-9][.,][0-9]")
_LAM_ALEF, _BARE = "لا", "\0"
_ABOVE = {"أ": "h", "إ": "y", "آ": "n", "لأ": "g", "لإ": "t", "لآ": "b"}


def _to_arabic(keys: str) -> dict[str, str]:
    return {
        key: _LAM_ALEF if letter == _BARE else letter
        for key, letter in zip(keys, _ARABIC, strict=True)
    }


_FROM_ENGLISH, _FROM_FRENCH = _to_arabic(_ENGLISH), _to_arabic(_FRENCH)
_TO_ENGLISH = {letter: key for key, letter in _FROM_ENGLISH.items() if len(letter) == 1}
_TO_ENGLISH |= {letter: key for letter, key in _ABOVE.items() if len(letter) == 1}


def retyped(text: str) -> list[str]:
    """The readings under another layout: Latin keys as Arabic, Arabic ones as Latin; the latter
    only where each is a letter: nobody who meant a word has typed "[,h" (جوا)."""
    text = text.lower()
    if any("\u0621" <= letter <= "\u064a" for letter in text):
        keys = keys_of(text)
        return [keys] if all(key.isalnum() or key.isspace() for key in keys) else []
    if not any("a" <= letter <= "z" for letter in text):
        return []
    return list(dict.fromkeys(_read_as(text, keys) for keys in (_FROM_ENGLISH, _FROM_FRENCH)))


def keys_of(text: str) -> str:
    """What Arabic letters are on an English keyboard, punctuation too: جوا is "[,h"."""
    keyed = text.lower().replace(_LAM_ALEF, "b")
    return "".join(_TO_ENGLISH.get(letter, letter) for letter in keyed)


def _read_as(text: str, keys: dict[str, str]) -> str:
    """A point or comma within a number is one on any keyboard."""
    return "".join(
        letter if _WITHIN_NUMBER.match(text, max(at - 1, 0)) else keys.get(letter, letter)
        for at, letter in enumerate(text)
    )
