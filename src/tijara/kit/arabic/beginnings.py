"""Whether a word of a name begins as somebody has begun to type."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from .folding import fold
from .layouts import retyped
from .sounds import arabizi, bones, franco_forms, sound_keys
from .spelling import likeness
from .terms import is_plain, terms

_SHORTEST_HEARD = 4
_ALIKE, _SURELY, _FEW_BONES = 0.7, 0.79, 3


@lru_cache(20_000)
def spelled(*names: str) -> str:
    """What `is_begun_in` looks into: the words of these names, as they are written and without
    article. Kept: nobody folds the names of a whole market at every key that is pressed."""
    told = [form for name in names if name for form in _forms(name)]
    return " " + " | ".join(dict.fromkeys(told))


@lru_cache(500)
def beginnings(text: str) -> tuple[str, ...]:
    """What `spelled` is looked through for: the words so far, as they are written and without
    article; none where nothing is written. Kept for a moment: several lists are looked through."""
    return tuple(f" {form}" for form in _forms(text))


@lru_cache(500)
def mistyped_beginnings(text: str) -> tuple[str, ...]:
    """As `beginnings`, had the keyboard stood on another language."""
    return tuple(dict.fromkeys(form for other in retyped(text) for form in beginnings(other)))


class Names[Thing]:
    """Things by their `spelled` names, looked through at every key that is pressed."""

    def __init__(self, known: Iterable[tuple[str, Thing]]) -> None:
        self._known = list(known)
        self._all = "\n".join(names for names, _ in self._known)

    def begun(self, ways: Iterable[tuple[str, ...]]) -> tuple[list[Thing], tuple[str, ...]]:
        """Those of whose words one begins so, and how: by the first of the ways by which any does.
        Where none does it is one look."""
        for way in ways:
            if is_begun_in(self._all, way):
                return [thing for names, thing in self._known if is_begun_in(names, way)], way
        return [], ()

    def nearest(self, typed: str) -> tuple[str, ...]:
        """One way more: words of these names that are spelled or heard nearly so ("3otoor",
        "عطوور": عطور); none where one of what was typed is like no word."""
        by_key, told = _by_key(self._all), []
        for term in terms(arabizi(typed)):
            word = _nearest(term, by_key)
            if not word:
                return ()
            told.append(word)
        return beginnings(" ".join(told))


def ways_to_begin(typed: str, meant: str = "") -> Iterator[tuple[str, ...]]:
    """As it was typed, as another keyboard would have typed it, and what the words were taken to
    mean ("3otoor", "عطووور": عطور)."""
    yield beginnings(typed)
    yield mistyped_beginnings(typed)
    yield beginnings(meant)


def is_begun_in(spelled_names: str, begun: tuple[str, ...]) -> bool:
    return any(map(spelled_names.__contains__, begun))


@lru_cache(16)
def _by_key(names: str) -> Mapping[str, frozenset[str]]:
    """The words of names by how they sound."""
    found: dict[str, set[str]] = {}
    for word in set(names.split()):
        for key in sound_keys(word):
            found.setdefault(key, set()).add(word)
    return {key: frozenset(words) for key, words in found.items()}


def _nearest(term: str, by_key: Mapping[str, frozenset[str]]) -> str:
    """The word that is most like it, nothing where none is surely. Of a word with one or two
    consonants in another script nobody is sure by its sound alone."""
    if len(term) < _SHORTEST_HEARD or not is_plain(term):
        return ""
    best, most = "", _ALIKE
    for form in (term, *(franco_forms(term) if term.isascii() else ())):
        for word in {word for key in sound_keys(form) for word in by_key.get(key, ())}:
            like = likeness(form, word)
            says_little = len(bones(word)) < _FEW_BONES and like < _SURELY
            if like > most and not says_little:
                best, most = word, like
    return best


def _forms(text: str) -> list[str]:
    forms = dict.fromkeys((fold(text), " ".join(terms(text))))
    return [form for form in forms if form]
