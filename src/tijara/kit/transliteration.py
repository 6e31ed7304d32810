"""Arabic names in Latin letters, for addresses that one proposes and a person may change.

Arabic does not write short vowels. Words that shops are often called by are known; in the others an
"a" stands where two consonants would meet, which people can read, if not always as it is spoken.
"""

import re

from .arabic import slug

WORDS = {
    "بيت": "bayt", "دار": "dar", "قصر": "qasr", "ركن": "rukn", "عالم": "alam", "سوق": "souq",
    "متجر": "matjar", "محل": "mahall", "واحة": "wahat", "مدينة": "madinat", "مملكة": "mamlakat",
    "عود": "oud", "عطر": "itr", "عطور": "utur", "بخور": "bakhoor", "مسك": "misk", "ورد": "ward",
    "زهور": "zuhur", "لبان": "luban", "عطارة": "itarat", "توابل": "tawabil",
    "قهوة": "qahwat", "بن": "bunn", "محمصة": "mahmasat", "مخبز": "makhbaz", "مطبخ": "matbakh",
    "تمر": "tamr", "تمور": "tumur", "عسل": "asal", "حلويات": "halawiyat", "صيد": "sayd",
    "كتب": "kutub", "مكتبة": "maktabat", "هدايا": "hadaya", "هدية": "hadiyat", "ألعاب": "alab",
    "أزياء": "azya", "ثوب": "thawb", "قطن": "qutn", "ذهب": "dhahab", "فضة": "fidda", "نور": "nur",
    "ساعات": "saat", "فخامة": "fakhama", "نحاس": "nahhas", "مشتل": "mashtal", "رقمي": "raqmi",
    "تجارة": "tijara", "مؤسسة": "muassasat", "شركة": "sharikat", "أبناء": "abna", "بنت": "bint",
    "علي": "ali", "محمد": "muhammad", "أحمد": "ahmad", "عبد": "abd", "سعد": "saad",
    "الله": "allah", "عبدالله": "abdullah", "الرحمن": "al-rahman", "مكة": "makkah", "جدة": "jeddah",
    "رياض": "riyadh", "مصر": "misr", "نيل": "nil", "قاهرة": "cairo", "دبي": "dubai", "نجد": "najd",
    "حجاز": "hijaz", "جزيرة": "jazira", "خليج": "khalij", "عرب": "arab", "عربية": "arabia",
    "سعودية": "saudia",
}  # fmt: skip
"""Without their article."""
LETTERS = {
    "ا": "a", "أ": "a", "إ": "i", "آ": "a", "ٱ": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "ى": "a", "ة": "a", "ؤ": "u", "ئ": "i", "ء": "", "پ": "p",
    "چ": "ch", "ڤ": "v", "گ": "g",
}  # fmt: skip
GLIDES = {"و": ("w", "u"), "ي": ("y", "i")}
BETWEEN = re.compile(r"[\W_]+")
MARKS = re.compile("[\u064b-\u065f\u0640\u0670]")
ARTICLE = "ال"
SHORTEST = 2
VOWELS, LONG = "aiu", ("ا", "ى", "ة")
BEFORE = {"و": "a", "ي": "i"}
"""What is said before it where it is a consonant after another."""
DOUBLED = re.compile(r"([aiu])\1+")


def latin_slug(name: str, longest: int) -> str:
    """Plain letters, digits and dashes; empty where nothing of the name can be said so."""
    words = [_word(word) for word in BETWEEN.split(MARKS.sub("", name)) if word]
    told = slug(" ".join(words), longest)
    return told if told.isascii() else ""


def _word(word: str) -> str:
    """ "النحاس" -> "al-nahhas"."""
    if word in WORDS:
        return WORDS[word]
    stem = word.removeprefix(ARTICLE)
    if stem == word or len(stem) < SHORTEST:
        return _spelt(word)
    return f"al-{WORDS.get(stem) or _spelt(stem)}"


def _spelt(word: str) -> str:
    said = ""
    for at, letter in enumerate(word):
        if letter in GLIDES:
            said += _glide(letter, said, word[at + 1 :])
        elif letter in LETTERS:
            sound = LETTERS[letter]
            said += f"a{sound}" if sound and sound[0] not in VOWELS and _is_open(said) else sound
        else:
            said += letter
    return DOUBLED.sub(r"\1", said)


def _glide(letter: str, said: str, rest: str) -> str:
    """A long vowel between consonants; a consonant where a word begins and beside a vowel."""
    consonant, vowel = GLIDES[letter]
    if not said or said[-1] in VOWELS:
        return consonant
    return f"{BEFORE[letter]}{consonant}" if rest[:1] in LONG else vowel


def _is_open(said: str) -> bool:
    """It ends in a consonant of a word that was Arabic or Latin, not in a digit or a sign."""
    return bool(said) and said[-1].isascii() and said[-1].isalpha() and said[-1] not in VOWELS
