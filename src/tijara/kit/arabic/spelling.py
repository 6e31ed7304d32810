"""How alike two words are written."""

from .sounds import bones, spoken

MOST_EDITS = 3
ALIKE = 0.55
"""Under it two words are strangers."""
_SAME_BONES, _OTHER_BEGINNING = 0.6, 0.1
_ACROSS, _ACROSS_OFF = 0.92, 0.5
_MOST_HEARD = 4


def edits(one: str, other: str, most: int = MOST_EDITS) -> int:
    """Letters put in, left out, changed or swapped; `most` + 1 where there are more.

    The table of both words, a column at a time, each column's steps as the bits of two numbers
    (Hyyrö, 2003): a word is compared with hundreds, and this takes an eighth of the table's time.
    """
    if abs(len(one) - len(other)) > most or not one or not other:
        return min(max(len(one), len(other)), most + 1)
    places: dict[str, int] = {}
    for place, letter in enumerate(one):
        places[letter] = places.get(letter, 0) | 1 << place
    whole, last = (1 << len(one)) - 1, 1 << len(one) - 1
    up, down, level, before, off = whole, 0, 0, 0, len(one)
    for letter in other:
        here = places.get(letter, 0)
        swapped = (~level & here) << 1 & before
        level = ((here & up) + up ^ up) | here | down | swapped
        more, fewer = down | ~(level | up) & whole, level & up
        off += (more & last > 0) - (fewer & last > 0)
        more = more << 1 | 1
        up, down = (fewer << 1 | ~(level | more)) & whole, more & level & whole
        before = here
    return min(off, most + 1)


def likeness(asked: str, known: str) -> float:
    """From 0 to 1; 0 for strangers. Across scripts by what is heard."""
    if asked == known:
        return 1.0
    if asked.isascii() != known.isascii():
        return _heard_alike(asked, known)
    longest, is_same = max(len(asked), len(known)), bones(asked) == bones(known)
    most = MOST_EDITS if is_same else min(MOST_EDITS, _within(1 - ALIKE, longest))
    off = edits(asked, known, most)
    if off > most:
        return 0.0
    alike = 1 - off / longest
    if is_same:
        alike = max(alike, _SAME_BONES) * 0.9 + 0.1
    if asked[0] != known[0]:
        alike -= _OTHER_BEGINNING
    return alike if alike >= ALIKE else 0.0


def _heard_alike(asked: str, known: str) -> float:
    one, other = spoken(asked), spoken(known)
    longest = max(len(one), len(other))
    if bones(asked) == bones(known):
        off = edits(one, other, _MOST_HEARD) / longest if longest else 1.0
        return max(_ACROSS - _ACROSS_OFF * off, 0.0)
    most = min(_MOST_HEARD, _within(0.3, longest))
    if (changed := edits(one, other, most)) > most:
        return 0.0
    return 0.8 - _ACROSS_OFF * 2 * changed / longest


def _within(share: float, length: int) -> int:
    """How many of so many letters are no more than a share of them."""
    return int(share * length + 1e-9)
