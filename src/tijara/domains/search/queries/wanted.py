"""From a wish to the conditions and the order of a statement on search's own table."""

from dataclasses import dataclass, field, replace

from django.db import connection

from tijara.domains.catalogue.queries import categories
from tijara.kit.arabic import fold

from ..rules import distinct_words, patterns, phrase, price_range, sound_picks
from ..shapes import Wish
from .own import ALL, source_of

ORDERS = {
    "popular": "d.in_stock DESC, d.popularity DESC, d.product_id DESC",
    "cheap": "d.in_stock DESC, d.price_minor, d.product_id DESC",
    "dear": "d.in_stock DESC, d.price_minor DESC, d.product_id DESC",
    "new": "d.product_id DESC",
}
"""What can't be bought stands last, but for the newest: ids grow with time."""
NEAREST = (
    "d.in_stock DESC, CASE strpos(d.text, %s) WHEN 1 THEN 0 WHEN 0 THEN 2 ELSE 1 END, "
    "d.popularity DESC, d.product_id DESC"
)
"""Of a search: names that begin with the words as typed, then texts that hold them so."""
LIKEST = "word_similarity(%s, d.text) DESC, d.in_stock DESC, d.popularity DESC, d.product_id DESC"
SIMILAR_ENOUGH = "0.45"
PICKS = {"in_stock": "d.in_stock", "reduced": "d.was_minor > d.price_minor"}
Filter = tuple[str, tuple]
"""A condition, or what is read from, and its values."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is read from, the conditions of the place and the words, those of each facet, and the
    order."""

    base: tuple[Filter, ...]
    picks: dict[str, Filter] = field(default_factory=dict)
    order: str = ORDERS["popular"]
    order_values: tuple = ()
    words: tuple[Filter, ...] = ()
    text: str = ""
    source: Filter = (ALL, ())

    @property
    def clauses(self) -> list[str]:
        return [clause for clause, _ in self._all()]

    @property
    def values(self) -> list:
        return [value for _, values in self._all() for value in values]

    def alike(self) -> "Wanted":
        """The same with what is spelled most alike instead of what holds the words."""
        _set_similarity()
        words: tuple[Filter, ...] = (("%s <%% d.text", (self.text,)),)
        is_free = self.order == NEAREST
        order = (LIKEST, (self.text,)) if is_free else (self.order, self.order_values)
        return replace(self, words=words, order=order[0], order_values=order[1])

    @property
    def said(self) -> list[str]:
        """The words as they were said, one for each of `words`."""
        return distinct_words(self.text)

    @property
    def base_values(self) -> list:
        return [value for _, values in self.base for value in values]

    def of_words(self, kept: list[tuple[str, Filter]]) -> "Wanted":
        """The same with these of its words alone."""
        text = " ".join(word for word, _ in kept)
        is_free = self.order == NEAREST
        return replace(
            self,
            words=tuple(condition for _, condition in kept),
            text=text,
            order_values=(phrase(text),) if is_free else self.order_values,
        )

    def _all(self) -> list[Filter]:
        return [*self.base, *self.words, *self.picks.values()]


def wanted_of(wish: Wish) -> Wanted | None:
    """None where words were given and none of them can be searched for."""
    likes = patterns(wish.text)
    if not likes and wish.text.strip():
        return None
    order: tuple[str, tuple] = (ORDERS.get(wish.sort, ORDERS["popular"]), ())
    if likes and wish.sort not in ORDERS:
        order = NEAREST, (phrase(wish.text),)
    return Wanted(
        base=tuple(_place(wish)),
        picks={name: _pick(name, values) for name, values in sound_picks(wish.picked).items()},
        order=order[0],
        order_values=order[1],
        words=tuple(("d.text LIKE %s", (like,)) for like in likes),
        text=fold(wish.text),
        source=source_of(wish.seller_id),
    )


def _place(wish: Wish) -> list[Filter]:
    found: list[Filter] = [("d.market_id = %s", (wish.market_id,))]
    if wish.category_path:
        paths = _with_all_below(wish.category_path)
        if len(paths) == 1:
            found.append(("d.category_path = %s", (wish.category_path,)))
        else:
            found.append(("d.category_path = ANY(%s)", (paths,)))
    if wish.seller_id:
        found.append(("d.sellers @> ARRAY[%s]::uuid[]", (wish.seller_id,)))
    return found


def _with_all_below(path: str) -> list[str]:
    """Named one by one: a section without sections is then read in the order of its index."""
    return [path, *(node.path for node in categories() if node.path.startswith(f"{path}/"))]


def _pick(name: str, values: tuple[str, ...]) -> Filter:
    if name in PICKS:
        return PICKS[name], ()
    if name == "brand":
        return "d.brand = ANY(%s)", (list(values),)
    if name == "store":
        return "d.sellers && %s::uuid[]", (list(values),)
    if name == "price":
        return _prices(values)
    return "d.facets && %s::text[]", ([f"{name}:{value}" for value in values],)


def _prices(values: tuple[str, ...]) -> Filter:
    """Any of the ranges; each holds its lower end and not its upper one."""
    clauses, bounds = [], []
    for low, high in filter(None, map(price_range, values)):
        clauses.append("d.price_minor >= %s" + ("" if high is None else " AND d.price_minor < %s"))
        bounds += [low] if high is None else [low, high]
    return f"({' OR '.join(clauses)})", tuple(bounds)


def _set_similarity() -> None:
    """How alike is enough for `<%`, which the index can answer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, false)", [SIMILAR_ENOUGH]
        )
