"""How alike two words are written."""

from .sounds import bones, spoken

MOST_EDITS = 3
ALIKE = 0.55
"""Under it two words are strangers."""
_SAME_BONES, _OTHER_BEGINNING = 0.6, 0.1
_ACROSS, _ACROSS_OFF = 0.92, 0.5


def edits(one: str, other: str, most: int = MOST_EDITS) -> int:
    """Letters put in, left out, changed or swapped; `most` + 1 where there are more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, beside in enumerate(other, 1):
            least = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != beside))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == beside:
                least = min(least, before_last[column - 2] + 1)
            now.append(least)
        if min(now) > most:
            return most + 1
        before_last, last = last, now
    return min(last[-1], most + 1)


def likeness(asked: str, known: str) -> float:
    """From 0 to 1; 0 for strangers. Across scripts by what is heard."""
    if asked == known:
        return 1.0
    if asked.isascii() != known.isascii():
        return _heard_alike(asked, known)
    off = edits(asked, known)
    if off > MOST_EDITS:
        return 0.0
    alike = 1 - off / max(len(asked), len(known))
    if bones(asked) == bones(known):
        alike = max(alike, _SAME_BONES) * 0.9 + 0.1
    if asked[0] != known[0]:
        alike -= _OTHER_BEGINNING
    return alike if alike >= ALIKE else 0.0


def _heard_alike(asked: str, known: str) -> float:
    one, other = spoken(asked), spoken(known)
    longest = max(len(one), len(other))
    off = edits(one, other, 4) / longest if longest else 1.0
    if bones(asked) == bones(known):
        return max(_ACROSS - _ACROSS_OFF * off, 0.0)
    alike = 0.8 - _ACROSS_OFF * 2 * off
    return alike if alike >= 0.5 else 0.0
