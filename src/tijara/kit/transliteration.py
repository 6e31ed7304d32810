"""Arabic names in Latin letters, for addresses that one proposes and a person may change.

Arabic does not write short vowels. Marks that somebody wrote are believed; words that shops are
often called by are known; in the others vowels stand where syllables want them (three consonants
before a long vowel are bus-tan, one after alif has an i: kha-lid), which people can read, if not
always as it is spoken.
"""

import re
from dataclasses import dataclass

from .arabic import slug

WORDS = {
    "بيت": "bayt", "دار": "dar", "قصر": "qasr", "ركن": "rukn", "عالم": "alam", "سوق": "souq",
    "متجر": "matjar", "محل": "mahall", "مملكة": "mamlaka", "بستان": "bustan", "روضة": "rawda",
    "عود": "oud", "عطر": "itr", "عطور": "utur", "بخور": "bakhoor", "مسك": "misk", "ورد": "ward",
    "لبان": "luban", "فل": "full", "تين": "tin", "فستق": "fustuq", "بندق": "bunduq",
    "بن": "bunn", "تمر": "tamr", "تمور": "tumur", "شرق": "sharq", "غرب": "gharb",
    "كتب": "kutub", "كتاب": "kitab", "أزياء": "azya", "ثوب": "thawb", "قطن": "qutn",
    "فضة": "fidda", "فخامة": "fakhama", "نحاس": "nahhas", "لؤلؤ": "lulu", "لؤلؤة": "lulua",
    "رؤية": "ruya", "فن": "fann", "خط": "khatt", "نجم": "najm", "نجمة": "najma", "فجر": "fajr",
    "بحر": "bahr", "نهر": "nahr", "شمس": "shams", "بدر": "badr", "قلب": "qalb", "عيد": "eid",
    "ريف": "rif", "ريم": "rim", "دين": "din", "فيل": "fil", "حلويات": "halawiyat",
    "فيروز": "fayruz",
    "ليمون": "laymun", "نخبة": "nukhba",
    "شركة": "sharika", "مؤسسة": "muassasa", "مجموعة": "majmua", "بنت": "bint", "ابن": "ibn",
    "أم": "umm", "أبو": "abu", "آل": "al", "أخت": "ukht", "سيد": "sayyid", "سيدة": "sayyida",
    "علي": "ali", "محمد": "muhammad", "عبد": "abd", "سعد": "saad", "عمر": "umar", "فهد": "fahd",
    "هند": "hind", "مريم": "maryam", "حسين": "husayn", "عثمان": "uthman", "يوسف": "yusuf",
    "سلطان": "sultan", "منى": "muna", "هدى": "huda", "سارة": "sara", "قرشي": "qurashi",
    "خولاني": "khawlani", "نهى": "nuha", "ندى": "nada", "بشرى": "bushra", "لبنى": "lubna",
    "الله": "allah", "عبدالله": "abdullah", "رحمن": "rahman", "مكة": "makkah", "جدة": "jeddah",
    "رياض": "riyadh", "مصر": "misr", "نيل": "nil", "قاهرة": "cairo", "دبي": "dubai", "نجد": "najd",
    "حجاز": "hijaz", "عربية": "arabia", "سعودية": "saudia", "ينبع": "yanbu", "أحساء": "ahsa",
    "كويت": "kuwait", "بحرين": "bahrain", "قدس": "quds", "لبنان": "lubnan", "دمشق": "dimashq",
    "بغداد": "baghdad", "تونس": "tunis", "مغرب": "maghrib",
}  # fmt: skip
"""Without their article."""
LETTERS = {
    "ا": "", "أ": "", "إ": "", "ٱ": "", "ب": "b", "ت": "t", "ث": "th", "ج": "j",
    "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s",
    "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l",
    "م": "m", "ن": "n", "ه": "h", "ؤ": "", "ئ": "", "ء": "", "و": "w", "ي": "y", "پ": "p",
    "چ": "ch", "ڤ": "v", "گ": "g",
}  # fmt: skip
LONG = {"ا": "a", "ى": "a", "ة": "a", "آ": "a", "و": "u", "ي": "i"}
MARKED = {"\u064e": "a", "\u064f": "u", "\u0650": "i", "\u0652": ""}
FIRST = {"إ": "i"}
"""What is said after a first letter that tells its vowel."""
SHADDA = "\u0651"
UNREAD = re.compile("[\u064b-\u064d\u0653-\u065f\u0640\u0670]")
MARKS = re.compile("[\u064b-\u065f\u0640\u0670]")
BETWEEN = re.compile(r"[^\w\u064b-\u0652]+|_+")
PREFIXES = (("عبدال", "abd-al-"), ("وال", "wal-"), ("لل", "lil-"), ("ال", "al-"))
SURE, SHORTEST = ("عبدال", "ال"), 2
"""After these any two letters are a word; after the others it is one that is known or long."""
CERTAIN = 4
ARTICLE, FEMININE, PLURAL = "ال", "ة", "ات"


@dataclass(slots=True)
class Sound:
    """A consonant and the vowel after it; None: not written."""

    letter: str
    consonant: str
    vowel: str | None = None


def latin_slug(name: str, longest: int) -> str:
    """Plain letters, digits and dashes; empty where nothing of the name can be said so."""
    words = [word for word in BETWEEN.split(UNREAD.sub("", name)) if word]
    following = [*words[1:], ""][: len(words)]
    said = [_word(word, after) for word, after in zip(words, following, strict=True)]
    told = slug(" ".join(said), longest)
    return told if told.isascii() else ""


def _word(word: str, following: str) -> str:
    """ "النحاس" -> "al-nahhas"; "واحة النخيل" -> "wahat", which binds it to what follows."""
    said = _without_bond(word)
    bare, after = MARKS.sub("", word), MARKS.sub("", following)
    is_bound = bare.endswith(FEMININE) and not bare.startswith(ARTICLE) and bool(after)
    qualifies = after.endswith(FEMININE) and not after.startswith(ARTICLE)
    return f"{said}t" if is_bound and not qualifies and said.endswith("a") else said


def _without_bond(word: str) -> str:
    bare = MARKS.sub("", word)
    if bare in WORDS:
        return WORDS[bare]
    for prefix, said in PREFIXES:
        stem = bare.removeprefix(prefix)
        least = SHORTEST if prefix in SURE else CERTAIN
        if stem != bare and (stem in WORDS or len(stem) >= least):
            return said + (WORDS.get(stem) or _spelt(_marked_end(word, len(stem))))
    return _spelt(word)


def _marked_end(word: str, letters: int) -> str:
    """The last letters of a word with their marks."""
    found = [at for at, letter in enumerate(word) if not MARKS.match(letter)]
    return word[found[-letters] :]


def _spelt(word: str) -> str:
    sounds = _sounds(word)
    at = 0
    while at < len(sounds):
        end = at
        while end < len(sounds) and sounds[end].vowel is None:
            end += 1
        _fill(sounds, at, end, MARKS.sub("", word))
        at = end + 1
    return "".join(_said(sounds, place) for place in range(len(sounds)))


def _sounds(word: str) -> list[Sound]:
    """The word's consonants, with the vowels that are written."""
    found: list[Sound] = []
    for at, letter in enumerate(word):
        if letter in MARKED:
            if found:
                found[-1].vowel = MARKED[letter]
        elif letter == SHADDA:
            found += [Sound(one.letter, one.consonant) for one in found[-1:]]
        elif letter in LONG and (vowel := _long(letter, found, MARKS.sub("", word[at + 1 :]))):
            _lengthen(found, vowel)
        elif letter in LETTERS:
            closes = _ends_a_diphthong(letter, found, word[at + 1 :])
            found.append(Sound(letter, LETTERS[letter], "" if closes else None))
        else:
            found.append(Sound(letter, LONG.get(letter, letter), ""))
    return found


def _long(letter: str, found: list[Sound], rest: str) -> str:
    """The vowel that a letter is here; empty where it is a consonant."""
    if letter not in ("و", "ي"):
        return LONG[letter] if found or letter == "آ" else ""
    if not found or (found[-1].vowel or LONG[letter]) != LONG[letter]:
        return ""
    if letter == "ي" and rest == FEMININE:
        return "iy"
    if rest[:1] in ("ا", "ى", FEMININE) or rest[:1] in ("و", "ي"):
        return ""
    return f"a{LETTERS[letter]}" if len(found) == 1 and _glides(letter, rest) else LONG[letter]


def _glides(letter: str, rest: str) -> bool:
    """kaw-kab, lay-la, bayt; but nur, zi-na, khu-la."""
    if letter == "ي":
        return len(rest) == 1 or (len(rest) > 1 and rest[1] not in (FEMININE, "و", "ي"))
    return len(rest) > 1 and rest[1] not in LONG


def _ends_a_diphthong(letter: str, found: list[Sound], rest: str) -> bool:
    """Its "a" was written: kaw-thar."""
    return letter in ("و", "ي") and bool(found) and found[-1].vowel == "a" and rest[:1] not in LONG


def _lengthen(found: list[Sound], vowel: str) -> None:
    """The last consonant has this vowel; after another vowel, it has a place of its own."""
    if not found or found[-1].vowel not in (None, "", vowel):
        found.append(Sound("", "", vowel))
    elif vowel == "iy":
        found[-1].vowel = "i"
        found.append(Sound("ي", "y"))
    else:
        found[-1].vowel = vowel


def _fill(sounds: list[Sound], start: int, end: int, word: str) -> None:
    """Vowels of a run of consonants that have none written, up to one that has, or to the end."""
    run, follower = sounds[start:end], sounds[end].vowel if end < len(sounds) else None
    if not start:
        pattern = _at_first(
            run, follower, is_plural=word.endswith(PLURAL) and end + 2 == len(sounds)
        )
    elif follower is None and len(run) == 1:
        pattern = [""]
    else:
        pattern = ["i" if sounds[start - 1].vowel == "a" else "a", *["", "a"] * len(run)]
    for one, vowel in zip(run, pattern, strict=False):
        one.vowel = vowel


def _at_first(run: list[Sound], follower: str | None, *, is_plural: bool) -> list[str]:
    """Of a word's first consonants. `follower`: the vowel after the one that comes next; None where
    the word ends."""
    first = FIRST.get(run[0].letter, "a") if run else "a"
    if follower is None and len(run) == len("qmr") and run[-1].letter != run[-2].letter:
        return [first, "a", ""]
    if is_plural and len(run) == len("lm"):
        return [first, "a"]
    if follower == "u" and len(run) == 1:
        return ["u"]
    return [first, "", *["a", ""] * len(run)]


def _said(sounds: list[Sound], at: int) -> str:
    """An ain that closes a syllable is heard: saad, jaafar."""
    one = sounds[at]
    closes = one.letter == "ع" and at > 0 and not one.vowel and at + 1 < len(sounds)
    return "a" if closes and sounds[at - 1].vowel == "a" else one.consonant + (one.vowel or "")
