"""What a search is judged on: goods, what people typed, and which goods they meant.

`sellers` and the names come from files that nobody here wrote; `disturbed` are names that were made
harder by rules (`disturbing`). Half of each is to learn from and the other half judges; a good's
key decides which, so that no good stands in both.
"""

import csv
import gzip
import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tijara.kit.arabic import terms

from .disturbing import CLASSES

MASTER, LISTINGS, CATALOGUE = (
    "ar_match_master.csv",
    "ar_match_listings.csv.gz",
    "ar_catalogue.csv.gz",
)
LEARNED = "sellers, half of them learned"
OTHERS = "judged by others"
"""Not of these files: `judged_files`."""
SHORTENED = 4
"""Words of a name that a person types."""


@dataclass(frozen=True, slots=True)
class Good:
    key: str
    name_ar: str
    name_en: str = ""
    brand_ar: str = ""
    brand_en: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    text: str
    meant: frozenset[str]
    kind: str = ""
    is_judged: bool = True
    grades: Mapping[str, int] | None = None
    """How well goods answer, where that was judged: below 0 what only looks right."""


@dataclass(frozen=True, slots=True)
class Judged:
    goods: list[Good]
    queries: list[Asked]


def is_judged(key: str) -> bool:
    """The half that judges; the other may be looked at while one builds."""
    return hashlib.sha256(f"7{key}".encode()).digest()[0] % 2 == 1


def _sellers(folder: Path, most: int, seed: int) -> Judged:
    """A thousand goods of a market, and what its sellers called them."""
    with (folder / MASTER).open(encoding="utf-8", newline="") as rows:
        goods = [Good(row["sku"], row["product_name_ar"]) for row in csv.DictReader(rows)]
    known = {good.key for good in goods}
    pairs = [(row["sku"], row["seller_item_name"]) for row in _rows(folder / LISTINGS)]
    asked = [
        Asked(text, frozenset({sku}), is_judged=is_judged(sku))
        for sku, text in pairs
        if sku in known and text.strip()
    ]
    return Judged(goods, _drawn(asked, most, seed))


def _sellers_learned(folder: Path, most: int, seed: int) -> Judged:
    """The same goods and listings, where half of the listings of each good was seen before: what is
    learned from one half is judged by the other, which has none of its texts."""
    judged = _sellers(folder, 0, seed)
    seen: dict[tuple[str, ...], bool] = {}
    for one in judged.queries:
        seen.setdefault(tuple(terms(one.text)), is_judged(f"{min(one.meant)}{one.text}"))
    asked = [replace(one, is_judged=seen[tuple(terms(one.text))]) for one in judged.queries]
    return Judged(judged.goods, _drawn(asked, most, seed))


def _names(of: Callable[[Good], Good], text_of: Callable[[Good], str]) -> Callable:
    """Goods as `of` shows them, asked for by `text_of` of the whole."""

    def judged(folder: Path, most: int, seed: int) -> Judged:
        goods = _bilingual(folder)
        same: dict[str, set[str]] = {}
        for good in goods:
            same.setdefault(text_of(good), set()).add(good.key)
        asked = [
            Asked(text, frozenset(keys), is_judged=is_judged(min(keys)))
            for text, keys in same.items()
        ]
        return Judged([of(good) for good in goods], _drawn(asked, most, seed))

    return judged


def _disturbed(folder: Path, most: int, seed: int) -> Judged:
    """The first words of names, written as people write them."""
    goods = [Good(good.key, good.name_ar) for good in _bilingual(folder)]
    begun: dict[str, set[str]] = {}
    for good in goods:
        begun.setdefault(_begun(good.name_ar), set()).add(good.key)
    chance = Random(seed)
    texts = [text for text, keys in begun.items() if len(keys) <= DEEPEST and " " in text]
    each = max(most // len(CLASSES), 1)
    asked = [
        Asked(harder, frozenset(begun[text]), kind, is_judged(min(begun[text])))
        for kind, disturb in CLASSES.items()
        for text in chance.sample(texts, min(each, len(texts)))
        if (harder := disturb(text, chance))
    ]
    return Judged(goods, asked)


DEEPEST = 5


def _begun(name: str) -> str:
    return " ".join(name.split()[:SHORTENED])


def _bilingual(folder: Path) -> list[Good]:
    return [
        Good(row["row_id"], row["name_ar"], row["name_en"], row["brand_ar"], row["brand_en"])
        for row in _rows(folder / CATALOGUE)
        if row["name_ar"] and row["name_en"]
    ]


def _drawn(asked: list[Asked], most: int, seed: int) -> list[Asked]:
    return Random(seed).sample(asked, min(most, len(asked))) if most else asked


def _rows(file: Path) -> list[dict[str, str]]:
    with gzip.open(file, "rt", encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


SETS: dict[str, Callable[[Path, int, int], Judged]] = {
    "sellers": _sellers,
    LEARNED: _sellers_learned,
    "english": _names(lambda good: good, lambda good: good.name_en),
    "arabic": _names(lambda good: good, lambda good: good.name_ar),
    "english to Arabic alone": _names(
        lambda good: Good(good.key, good.name_ar, "", good.brand_ar, good.brand_en),
        lambda good: good.name_en,
    ),
    "Arabic to English alone": _names(
        lambda good: Good(good.key, good.name_en, "", good.brand_ar, good.brand_en),
        lambda good: good.name_ar,
    ),
    "disturbed": _disturbed,
}
