"""What was typed while the keyboard stood on another language."""

_ENGLISH = "`qwertyuiop[]asdfghjkl;'zxcvbnm,./"
_FRENCH = "²azertyuiop^$qsdfghjklmùwxcvbn,;:!"
_ARABIC = "ذضصثقفغعهخحجدشسيبلاتنمكطئءؤر\0ىةوزظ"
"""Key by key; the b of an Arabic keyboard writes two letters."""
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
        keyed = text.replace(_LAM_ALEF, "b")
        keys = "".join(_TO_ENGLISH.get(letter, letter) for letter in keyed)
        return [keys] if all(key.isalnum() or key.isspace() for key in keys) else []
    if not any("a" <= letter <= "z" for letter in text):
        return []
    readings = [
        "".join(keys.get(letter, letter) for letter in text)
        for keys in (_FROM_ENGLISH, _FROM_FRENCH)
    ]
    return list(dict.fromkeys(readings))
