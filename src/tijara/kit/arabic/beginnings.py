"""Whether a word of a name begins as somebody has begun to type."""

from functools import lru_cache

from .folding import fold
from .layouts import retyped
from .terms import terms


@lru_cache(20_000)
def spelled(*names: str) -> str:
    """What `is_begun_in` looks into: the words of these names, as they are written and without
    article. Kept: nobody folds the names of a whole market at every key that is pressed."""
    told = [form for name in names if name for form in _forms(name)]
    return " " + " | ".join(dict.fromkeys(told))


def beginnings(text: str) -> tuple[str, ...]:
    """What `spelled` is looked through for: the words so far, as they are written and without
    article; none where nothing is written."""
    return tuple(f" {form}" for form in _forms(text))


def mistyped_beginnings(text: str) -> tuple[str, ...]:
    """As `beginnings`, had the keyboard stood on another language."""
    return tuple(dict.fromkeys(form for other in retyped(text) for form in beginnings(other)))


def is_begun_in(spelled_names: str, begun: tuple[str, ...]) -> bool:
    return any(map(spelled_names.__contains__, begun))


def _forms(text: str) -> list[str]:
    forms = dict.fromkeys((fold(text), " ".join(terms(text))))
    return [form for form in forms if form]
