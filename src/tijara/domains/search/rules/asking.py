"""What a query asks: the readings of its text, and what words each of its terms may mean."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tijara.kit.arabic import (
    arabizi,
    bones,
    franco_forms,
    is_plain,
    likeness,
    retyped,
    terms,
)

from .text import SHORTEST_KIN, kin_keys

MOST_WORDS = 12
LONGEST = 200
MOST_ALIKE = 24
"""Words that one term may mean."""
STRICT = 0.7
"""What is as like as this is believed to be meant; the rest only helps where nothing else fits."""
SYNONYM, SAME_STEM, ADDED, BEGUN, FRANCO = 0.9, 0.92, 0.95, 0.9, 0.97
KNOWN_OTHERS = 0.8
"""A word that is known is less likely to mean another one."""
FEW_BONES, HEARD_SURELY, HEARD_CLEARLY = 3, 0.79, 0.9
PART, BY_LENGTH, INSIDE = 0.6, 0.3, 0.05
SHORTEST_PART, SHORTEST_INSIDE, SHORTEST_SPLIT = 2, 4, 5
DOUBLED = re.compile("([ء-ي])\\1+")
"""A key that was held too long: written Arabic rarely doubles a letter."""
WITHIN = re.compile(r"(?=.{4})[a-z']+(?:([2356789])\1?[a-z']+)+")
"""A digit, or one twice, between letters: more of them tell a model (a52s)."""
UNHEARD, VOWELS = "3", "aeiou"
"""The one that is left out in Latin letters: without it an English word remains one."""
CLEARLY = 0.5
"""The share of a reading's words that are known, above which no other reading is tried."""


@dataclass(frozen=True, slots=True)
class Group:
    """A term as it was typed, and how much each word of the lexicon is what it means."""

    said: str
    likes: Mapping[str, float]
    near: frozenset[str] = frozenset()
    """Those that are only written alike: a guess, which is told."""

    @property
    def strict(self) -> list[str]:
        return [word for word, like in self.likes.items() if like >= STRICT]

    @property
    def guessed(self) -> frozenset[str]:
        return self.near.intersection(self.strict)

    @property
    def surely(self) -> "Group":
        """Without what is only a guess."""
        sure = {word: like for word, like in self.likes.items() if word not in self.near}
        return Group(self.said, sure)


@dataclass(frozen=True, slots=True)
class Question:
    groups: tuple[Group, ...]
    """Of each of its terms; all are wanted."""
    extra: tuple[Group, ...] = ()
    """Two terms written as one word: it counts, and isn't asked for."""
    is_other_reading: bool = False
    """It was meant otherwise than it was typed: digits for letters are a way to write, no slip."""

    @property
    def said(self) -> list[str]:
        return [group.said for group in self.groups]

    @property
    def is_strict(self) -> bool:
        return all(group.strict for group in self.groups)

    @property
    def likes(self) -> dict[str, float]:
        best: dict[str, float] = {}
        for group in (*self.groups, *self.extra):
            for word, like in group.likes.items():
                best[word] = max(best.get(word, 0.0), like)
        return best


@dataclass(slots=True)
class Lookup:
    """What is asked of the lexicon at once."""

    exact: set[str] = field(default_factory=set)
    kin: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Of each term the keys of what may be meant by it: its stem's and its bones' first."""
    patterns: set[str] = field(default_factory=set)


def readings_of(text: str) -> list[list[str]]:
    """The terms as typed, then with Franco in letters, then of other keyboards, then with no letter
    twice in a row; each once."""
    text = text[:LONGEST]
    told = [text, arabizi(text), *retyped(text), DOUBLED.sub(r"\1", text)]
    return [list(each) for each in dict.fromkeys(map(tuple, map(_cut, told))) if each]


def _cut(text: str) -> list[str]:
    return list(dict.fromkeys(terms(text)))[:MOST_WORDS]


def lookup(
    readings: Sequence[Sequence[str]], meant: Mapping[str, Sequence[str]], *, is_begun: bool
) -> Lookup:
    """`meant` are synonyms by term. `is_begun`: the last word is still being typed."""
    asked = Lookup()
    for place, reading in enumerate(readings):
        for term in reading:
            asked.exact |= {term, *meant.get(term, ())}
        asked.exact |= {one + other for one, other in _pairs(reading)}
        said = [term for term in reading if is_plain(term)]
        is_near = place == 0 or _is_latin(reading) == _is_latin(readings[0])
        forms = franco_forms if is_near and _is_latin(reading) else _itself
        for each in {form for term in said for form in (term, *forms(term))}:
            if keys := kin_keys(each)[: None if is_near else 1]:
                asked.kin.setdefault(each, keys)
    for term in filter(is_plain, readings[0]):
        asked.patterns |= _patterns(term, is_begun=is_begun and term == readings[0][-1])
        if len(term) >= SHORTEST_SPLIT:
            asked.exact |= {part for pair in _splits(term) for part in pair}
    return asked


def _itself(term: str) -> tuple[str, ...]:
    return ()


def _patterns(term: str, *, is_begun: bool) -> set[str]:
    found: set[str] = set()
    if len(term) >= (SHORTEST_PART if is_begun else SHORTEST_KIN):
        found.add(f"{_escaped(term)}%")
    if len(term) >= SHORTEST_INSIDE:
        found.add(f"%{_escaped(term)}%")
    return found


def question(
    readings: Sequence[Sequence[str]],
    known: Mapping[str, int],
    meant: Mapping[str, Sequence[str]],
    *,
    is_begun: bool = False,
) -> Question:
    """What each term of the reading that was meant may be called in the index."""
    kin: dict[str, set[str]] = defaultdict(set)
    for word in known:
        for key in kin_keys(word):
            kin[key].add(word)
    best = _chosen(readings, known, meant)
    reading = readings[best]
    told = [
        _group(term, known, kin, meant, is_begun=is_begun and place == len(reading) - 1)
        for place, term in enumerate(reading)
    ]
    groups, extra = _written_as_one(told, known, kin)
    is_franco = _is_latin(readings[0]) and _is_latin(reading)
    is_other = best > 0 and not is_franco
    return Question(tuple(groups), tuple(extra), is_other_reading=is_other)


def with_letters(text: str, known: Mapping[str, int], meant: Mapping[str, object]) -> list[str]:
    """The terms as typed, but where digits of a word make it one that is known they are its letters
    (3abaya), whatever else is called 3: not those of a size or a model (a54, 7up). What hangs on a
    consonant counts it (3color)."""

    def is_meant(word: str, read: str) -> bool:
        told = terms(read)
        is_count = word[0] == UNHEARD and word[1] not in VOWELS
        return (
            not is_count
            and bool(told)
            and all(len(term) >= SHORTEST_KIN and (term in known or term in meant) for term in told)
        )

    return _cut(arabizi(text[:LONGEST], is_meant))


def heard_inside(
    text: str,
    known: Mapping[str, int],
    meant: Mapping[str, Sequence[str]],
    *,
    is_begun: bool = False,
) -> Question | None:
    """The question with the digits within words as letters (sa3at), where all these words are heard
    in some of the market's; its pieces may be known by chance ("sa", "at"), so what holds all of
    what was typed goes before it. Nothing is guessed for them."""
    inside: set[str] = set()

    def is_inside(word: str, read: str) -> bool:
        found = WITHIN.fullmatch(word) is not None
        inside.update(terms(read) if found else ())
        return found

    reading = _cut(arabizi(text[:LONGEST], is_inside))
    if not inside:
        return None
    asked = question([reading], known, meant, is_begun=is_begun)
    groups = tuple(group.surely if group.said in inside else group for group in asked.groups)
    heard = {group.said for group in groups if group.strict}
    return replace(asked, groups=groups) if inside <= heard else None


def _chosen(
    readings: Sequence[Sequence[str]], known: Mapping[str, int], meant: Mapping[str, Sequence[str]]
) -> int:
    """Where most of what was typed is known, that. Another alphabet needs better proof than letters
    of the same: by chance it too has some words."""
    shares = [_known_share(reading, known, meant) for reading in readings]
    if shares[0] > CLEARLY or len(readings) == 1:
        return 0
    best = max(range(len(readings)), key=lambda place: (shares[place], -place))
    if shares[best] > CLEARLY:
        return best
    return 1 if _is_latin(readings[0]) and _is_latin(readings[1]) else 0


def _is_latin(reading: Sequence[str]) -> bool:
    return all(term.isascii() for term in reading)


def _known_share(
    reading: Sequence[str], known: Mapping[str, int], meant: Mapping[str, Sequence[str]]
) -> float:
    said = [term for term in reading if is_plain(term)]
    held = [term for term in said if any(word in known for word in (term, *meant.get(term, ())))]
    return sum(map(len, held)) / max(sum(map(len, said)), 1)


def _group(
    term: str,
    known: Mapping[str, int],
    kin: Mapping[str, set[str]],
    meant: Mapping[str, Sequence[str]],
    *,
    is_begun: bool,
) -> Group:
    likes = {word: SYNONYM for word in meant.get(term, ()) if word in known}
    if term in known:
        likes[term] = 1.0
    if not is_plain(term):
        return Group(term, likes)
    parts = [word for word in known if term in word and word not in likes and is_plain(word)]
    likes |= {word: like for word in parts if (like := _part_of(term, word, is_begun))}
    near = _alike(term, kin, is_known=term in known)
    if likes and (term not in known or term in meant):
        near = {word: told for word, told in near.items() if not _is_faint(term, word)}
    near = _surer(term, near)
    guessed = {word for word, (like, is_guess) in near.items() if is_guess and word not in likes}
    for word, (like, _) in near.items():
        likes[word] = max(likes.get(word, 0.0), like)
    most = sorted(likes, key=lambda word: (-likes[word], -known[word]))[:MOST_ALIKE]
    return Group(term, {word: likes[word] for word in most}, frozenset(guessed & set(most)))


def _part_of(term: str, word: str, is_begun: bool) -> float:
    """What begins with the term, or has it inside."""
    if len(term) < SHORTEST_PART:
        return 0.0
    if word.startswith(term):
        return BEGUN if is_begun else PART + BY_LENGTH * len(term) / len(word)
    if len(term) >= SHORTEST_INSIDE and term in word:
        return PART + BY_LENGTH * len(term) / len(word) - INSIDE
    return 0.0


def _alike(
    term: str, kin: Mapping[str, set[str]], *, is_known: bool
) -> dict[str, tuple[float, bool]]:
    """Each with whether it is a guess: another spelling, and not the same stem or sound."""
    if len(term) < SHORTEST_KIN:
        return {}
    found: dict[str, tuple[float, bool]] = {}
    damped = KNOWN_OTHERS if is_known else 1.0
    keys = kin_keys(term)
    stemmed = keys[0] if keys else ""
    for key in keys:
        for word in kin.get(key, ()):
            if word == term or word in found:
                continue
            if key == stemmed:
                found[word] = SAME_STEM * damped, False
            elif like := likeness(term, word):
                is_heard = term.isascii() != word.isascii() and bones(term) == bones(word)
                is_other = _begins_otherwise(term, word)
                told = (like if is_heard else like**1.5) * (KNOWN_OTHERS if is_other else damped)
                found[word] = told, not is_heard or is_other or _says_little(word, like)
    if term.isascii() and not is_known:
        _hear_franco(term, kin, found)
    return found


def _hear_franco(
    term: str, kin: Mapping[str, set[str]], found: dict[str, tuple[float, bool]]
) -> None:
    """Arabic words that a Latin one may say in Franco, where that is more like them."""
    for form in franco_forms(term):
        for word in {word for key in kin_keys(form) for word in kin.get(key, ())}:
            if not word.isascii() and (like := likeness(form, word)):
                is_heard = bones(form) == bones(word)
                is_other = _begins_otherwise(form, word)
                told = (like if is_heard else like**1.5) * (KNOWN_OTHERS if is_other else FRANCO)
                if told > found.get(word, (0.0, False))[0]:
                    found[word] = told, not is_heard or is_other or _says_little(word, like)


def _begins_otherwise(term: str, word: str) -> bool:
    """A و at a word's beginning is a w or an "and", and no o: "otoor" is عطور, and not وتعطير."""
    return word[0] == "و" and term[0] in VOWELS and not term.startswith(("ou", "u"))


def _surer(term: str, near: dict[str, tuple[float, bool]]) -> dict[str, tuple[float, bool]]:
    """Beside an Arabic word that is clearly heard in a Latin one none is guessed (saat: ساعات)."""
    heard = [like for word, (like, is_guess) in near.items() if not is_guess and not word.isascii()]
    if not term.isascii() or max(heard, default=0.0) < HEARD_CLEARLY:
        return near
    return {word: told for word, told in near.items() if word.isascii() or not told[1]}


def _says_little(word: str, like: float) -> bool:
    """One or two consonants are heard in many words ("zzqq" in ذوق): without the vowels it is a
    guess."""
    return len(bones(word)) < FEW_BONES and like < HEARD_SURELY


def _is_faint(term: str, word: str) -> bool:
    """One or two consonants heard in another script: of a term whose meaning is written down nobody
    believes it (صحون are plates, and no "sun")."""
    return term.isascii() != word.isascii() and len(bones(word)) < FEW_BONES


def _written_as_one(
    told: list[Group], known: Mapping[str, int], kin: Mapping[str, set[str]]
) -> tuple[list[Group], list[Group]]:
    """Words that were parted, or run together, as the index has them."""
    groups: list[Group] = []
    extra: list[Group] = []
    taken = False
    for place, group in enumerate(told):
        after = told[place + 1] if place + 1 < len(told) else None
        if taken:
            taken = False
        elif after and (joined := _joined(group, after, known, kin)):
            extra.append(joined)
            taken = not (group.strict and after.strict)
            groups += [joined] if taken else [group]
        else:
            groups += _parted(group, known) or [group]
    return groups, extra


def _joined(
    one: Group, other: Group, known: Mapping[str, int], kin: Mapping[str, set[str]]
) -> Group | None:
    if not (is_plain(one.said) and is_plain(other.said)):
        return None
    both = one.said + other.said
    likes = {both: ADDED} if both in known else {}
    likes |= {
        word: like * ADDED
        for word, (like, _) in _alike(both, kin, is_known=both in known).items()
        if like > PART and word not in likes
    }
    return Group(f"{one.said} {other.said}", likes) if likes else None


def _parted(group: Group, known: Mapping[str, int]) -> list[Group]:
    term = group.said
    if group.strict or not is_plain(term) or len(term) < SHORTEST_SPLIT:
        return []
    for one, other in _splits(term):
        if one in known and other in known:
            return [Group(one, {one: BEGUN}), Group(other, {other: BEGUN})]
    return []


def _splits(term: str) -> Iterable[tuple[str, str]]:
    """The longest beginning first."""
    return ((term[:at], term[at:]) for at in range(len(term) - 2, 1, -1))


def _pairs(reading: Sequence[str]) -> Iterable[tuple[str, str]]:
    return zip(reading, reading[1:], strict=False)


def _escaped(term: str) -> str:
    return term.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
