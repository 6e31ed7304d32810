"""Names as people write them: each way of writing is a class of its own."""

import re
from collections.abc import Callable
from random import Random

from tijara.kit.arabic import keys_of

HAMZAS = str.maketrans("أإآؤئةى", "اااويهي")
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
FRANCO = {
    "ا": "a", "أ": "a", "إ": "e", "آ": "a", "ب": "b", "ت": "t", "ث": "s", "ج": "g", "ح": "7",
    "خ": "5", "د": "d", "ذ": "z", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d",
    "ط": "6", "ظ": "z", "ع": "3", "غ": "gh", "ف": "f", "ق": "2", "ك": "k", "ل": "l", "م": "m",
    "ن": "n", "ه": "h", "ة": "a", "و": "o", "ي": "i", "ى": "a", "ؤ": "2", "ئ": "2", "ء": "2",
}  # fmt: skip
ALPHABET = "ابتثجحخدرزسشصضطعغفقكلمنهوي"
DIALECT = {
    "حذاء": "جزمة", "حقيبة": "شنطة", "هاتف": "موبايل", "ثلاجة": "تلاجة", "مناديل": "كلينكس",
    "حفاضات": "حفاظات", "فرشاة": "فرشة", "مزيل": "ديودرنت", "أحمر": "روج", "طلاء": "مناكير",
    "صبغة": "صبغه", "حليب": "لبن", "غسول": "غسيل", "كلوت": "كيلوت", "رضاعة": "ببرونة",
    "لهاية": "سكاتة", "عطر": "برفان", "ماء": "مية",
}  # fmt: skip
"""What is also said. The search's own words were written by the same people, not by this list."""
NOISE = ("جديد", "عرض", "اصلي", "بسعر ممتاز", "توصيل")
_WORD = re.compile("[\u0621-\u064a]{5,}")


def _typo(text: str, chance: Random) -> str:
    words = list(_WORD.finditer(text))
    if not words:
        return ""
    word = chance.choice(words)
    at = chance.randrange(word.start() + 1, word.end() - 1)
    letter = chance.choice(ALPHABET)
    kinds = (
        text[:at] + text[at + 1 :],
        text[:at] + letter + text[at:],
        text[:at] + letter + text[at + 1 :],
        text[:at] + text[at + 1] + text[at] + text[at + 2 :],
    )
    return chance.choice(kinds)


def _pulled(text: str, chance: Random) -> str:
    words = list(_WORD.finditer(text))
    if not words:
        return ""
    at = chance.choice(words).end() - 1
    return text[:at] + text[at] * 4 + text[at:]


def _joined(text: str, chance: Random) -> str:
    words = text.split()
    at = chance.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def _spoken(text: str, chance: Random) -> str:
    words = [DIALECT.get(word, word) for word in text.split()]
    said = " ".join(words)
    return said if said != text else ""


def _marked(text: str, chance: Random) -> str:
    return "".join(letter + ("\u064e" if letter.isalpha() else "") for letter in text)


def _mixed(text: str, chance: Random) -> str:
    words = text.split()
    chance.shuffle(words)
    return " ".join(words)


CLASSES: dict[str, Callable[[str, Random], str]] = {
    "as written": lambda text, chance: text,
    "no hamza": lambda text, chance: text.translate(HAMZAS),
    "eastern digits": lambda text, chance: text.translate(EASTERN),
    "vowel marks": _marked,
    "stretched": lambda text, chance: text.replace("ا", "ــا"),
    "pulled": _pulled,
    "one typo": _typo,
    "two typos": lambda text, chance: _typo(_typo(text, chance) or text, chance),
    "joined": _joined,
    "other order": _mixed,
    "noise": lambda text, chance: f"{text} {chance.choice(NOISE)}",
    "franco": lambda text, chance: "".join(FRANCO.get(letter, letter) for letter in text),
    "other keyboard": lambda text, chance: keys_of(text),
    "dialect": _spoken,
}
