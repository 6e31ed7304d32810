"""From a wish to the conditions and the order of a statement on search's own table."""

from dataclasses import dataclass, field
from uuid import UUID

from tijara.domains.catalogue.queries import categories

from ..rules import DELIVERY, price_range, sound_picks
from ..shapes import Sought, Wish
from .arriving import said_in_time
from .candidates import Filter, Place
from .own import ALL, source_of
from .steering import found_for

ORDERS = {
    "popular": "d.in_stock DESC, d.popularity DESC, d.product_id DESC",
    "cheap": "d.in_stock DESC, d.price_minor, d.product_id DESC",
    "dear": "d.in_stock DESC, d.price_minor DESC, d.product_id DESC",
    "new": "d.product_id DESC",
}
"""What can't be bought stands last, but for the newest: ids grow with time."""
PICKS = {"in_stock": "d.in_stock", "reduced": "d.was_minor > d.price_minor"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is read from, the conditions of the place and the words, those of each facet, and the
    order."""

    base: tuple[Filter, ...]
    picks: dict[str, Filter] = field(default_factory=dict)
    order: str = ORDERS["popular"]
    order_values: tuple = ()
    words: tuple[Filter, ...] = ()
    source: Filter = (ALL, ())
    instead: str = ""
    """What the words were taken to mean, where that is not what was typed."""
    ranked: tuple[UUID, ...] = ()
    """All that is shown, in its order, where nothing else narrows or orders it."""
    meant: str = ""
    """The terms that each of the words was taken to mean."""
    about: int = 0
    """How many, nearly, hold common words, which are read in the order of the best sold."""

    @property
    def clauses(self) -> list[str]:
        return [clause for clause, _ in self._all()]

    @property
    def values(self) -> list:
        return [value for _, values in self._all() for value in values]

    def _all(self) -> list[Filter]:
        return [*self.base, *self.words, *self.picks.values()]


def wanted_of(wish: Wish, *, is_begun: bool = False) -> Wanted | None:
    """None where words were given and nothing in the place answers them. No statement without
    words; with them two. `is_begun`: the last word is still being typed."""
    base = place_filters(wish)
    order: tuple[str, tuple] = (ORDERS.get(wish.sort, ORDERS["popular"]), ())
    words: tuple[Filter, ...] = ()
    ranked: tuple[UUID, ...] = ()
    instead, meant, about = "", "", 0
    if wish.text.strip():
        told = found_for(place_of_wish(wish), wish.text, is_begun=is_begun)
        if told is None:
            return None
        found = told.match
        words, instead, about = found.words, found.instead, found.about
        meant = found.meant
        if wish.sort not in ORDERS and found.order:
            order, ranked = (found.order, found.order_values), found.ids
    picks = {name: _pick(wish, name, values) for name, values in picks_of(wish).items()}
    return Wanted(
        base=base,
        picks=picks,
        ranked=() if picks else ranked,
        order=order[0],
        order_values=order[1],
        source=source_of(wish.seller_id),
        words=words,
        instead=instead,
        meant=meant,
        about=about,
    )


def picks_of(wish: Wish) -> dict[str, tuple[str, ...]]:
    """What can be asked for of all that is picked. In a shop's window nobody asks what arrives when
    (`arriving`)."""
    picked = sound_picks(wish.picked)
    if wish.seller_id:
        picked.pop(DELIVERY, None)
    return picked


def place_filters(wish: Wish) -> tuple[Filter, ...]:
    """The conditions of the place alone."""
    found: list[Filter] = [("d.market_id = %s", (wish.market_id,))]
    if wish.category_path:
        paths = _with_all_below(wish.category_path)
        if len(paths) == 1:
            found.append(("d.category_path = %s", (wish.category_path,)))
        else:
            found.append(("d.category_path = ANY(%s)", (paths,)))
    if wish.seller_id:
        found.append(("d.sellers @> ARRAY[%s]::uuid[]", (wish.seller_id,)))
    return tuple(found)


def place_of_wish(wish: Wish) -> Place:
    paths = tuple(_with_all_below(wish.category_path)) if wish.category_path else ()
    return Place(place_filters(wish), Sought(wish.market_id, (), paths, wish.seller_id))


def _with_all_below(path: str) -> list[str]:
    """Named one by one: a section without sections is then read in the order of its index."""
    return [path, *(node.path for node in categories() if node.path.startswith(f"{path}/"))]


def _pick(wish: Wish, name: str, values: tuple[str, ...]) -> Filter:
    if name in PICKS:
        return PICKS[name], ()
    if name == "brand":
        return "d.brand = ANY(%s)", (list(values),)
    if name == "store":
        return "d.sellers && %s::uuid[]", (list(values),)
    if name == "price":
        return _prices(values)
    if name == DELIVERY:
        return "d.facets && %s::text[]", (said_in_time(wish.market_id, values),)
    return "d.facets && %s::text[]", ([f"{name}:{value}" for value in values],)


def _prices(values: tuple[str, ...]) -> Filter:
    """Any of the ranges; each holds its lower end and not its upper one."""
    clauses, bounds = [], []
    for low, high in filter(None, map(price_range, values)):
        clauses.append("d.price_minor >= %s" + ("" if high is None else " AND d.price_minor < %s"))
        bounds += [low] if high is None else [low, high]
    return f"({' OR '.join(clauses)})", tuple(bounds)
