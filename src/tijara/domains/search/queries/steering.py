"""What staff put before chance, laid over what was found: pins first, what is lifted higher, words
that lead to a page, and what several words mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from tijara.domains.markets.queries import MarketUnknown, market_by_id, zone_of
from tijara.kit.arabic import terms
from tijara.kit.clock import now
from tijara.kit.recent import RecentOf

from ..models import Alias as AliasRow
from ..models import Document, Steer, Synonym
from ..rules import (
    Alias,
    Aliases,
    Lift,
    Near,
    Placed,
    holds_on,
    percent_of,
    phrase,
    rewordings,
    steered_order,
)
from ..shapes import ProductCard, SteerAim, SteerKind, SteerTerms, SteerView
from .candidates import Place, standing_of, these
from .matching import Match, match

KEPT_SECONDS = 20
REWORDED = 0.9
"""What was put otherwise counts a little less than what was typed, like a synonym."""


@dataclass(frozen=True, slots=True)
class _Row:
    kind: SteerKind
    text: str
    aim: SteerAim
    target: str
    percent: int
    from_on: date | None
    until_on: date | None


@dataclass(frozen=True, slots=True)
class Steered:
    """A match as staff have steered it, and how."""

    match: Match
    pins: tuple[UUID, ...] = ()
    percents: dict[UUID, int] = field(default_factory=dict)
    reworded: tuple[str, ...] = ()


def found_for(place: Place, text: str, *, is_begun: bool = False) -> Steered | None:
    """What answers these words in a place. A market that has written nothing down asks no more
    than the words themselves."""
    asked, market_id = phrase(text), place.sought.market_id
    others = rewordings(asked.split(), _phrases.get([market_id])[market_id])
    found = match(place, text, is_begun=is_begun)
    for other in others:
        found = _joined(found, match(place, other, is_begun=is_begun))
    aliases = _aliases.get([market_id])[market_id]
    near = aliases.near(asked)
    rows = _today(market_id)
    pins = [UUID(row.target) for row in rows if row.kind is SteerKind.PIN and row.text == asked]
    pins = list(dict.fromkeys([*pins, *aliases.exactly(asked)]))
    if found is None:
        alone = _alone(place, pins, near)
        return Steered(alone, tuple(pins), {}, tuple(others)) if alone else None
    lifts = [
        Lift(row.text, row.aim, row.target, row.percent)
        for row in rows
        if row.kind is SteerKind.LIFT and row.text in ("", asked)
    ]
    percents = _percents(market_id, found, lifts, asked) if found.reasons and lifts else {}
    for one in found.reasons.keys() & near.keys() - {*pins}:
        percents[one] = percents.get(one, 0) + near[one].percent
    if pins or percents:
        found = _steered(found, pins, percents)
    return Steered(found, tuple(pins), percents, tuple(others))


def lead_of(market_id: UUID, text: str) -> str:
    """The page that staff let these words lead to, or nothing. No statement, but now and then."""
    asked = phrase(text)
    rows = _today(market_id) if asked else []
    leads = [row for row in rows if row.kind is SteerKind.LEAD and row.text == asked]
    return leads[-1].target if leads else ""


def steers(market_id: UUID, cards: dict[UUID, ProductCard]) -> list[SteerView]:
    """What was put, the latest first. `cards` of products that are aimed at."""
    rows = Steer.objects.filter(market_id=market_id).order_by("-written_at", "id")
    return [
        SteerView(
            row.id,
            SteerTerms(
                SteerKind(row.kind),
                row.said,
                SteerAim(row.aim),
                row.target,
                row.percent,
                row.from_on,
                row.until_on,
            ),
            cards.get(UUID(row.target)) if row.aim == SteerAim.PRODUCT else None,
        )
        for row in rows
    ]


def steered_products(market_id: UUID) -> list[UUID]:
    """The products that are aimed at."""
    rows = Steer.objects.filter(market_id=market_id, aim=SteerAim.PRODUCT)
    return [UUID(target) for target in rows.values_list("target", flat=True)]


def forget_steers() -> None:
    _steers.forget()
    _aliases.forget()
    _phrases.forget()


def _joined(one: Match | None, other: Match | None) -> Match | None:
    """What either finds: each product by what it answers better. What holds all of the words goes
    before a guess."""
    if other is None or (one is not None and not one.reasons):
        return one
    if one is None or not other.reasons or (one.instead and not other.instead):
        return other
    if other.instead and not one.instead:
        return one
    weights = {key: why.value for key, why in one.reasons.items()}
    for key, why in other.reasons.items():
        weights[key] = max(weights.get(key, 0.0), why.value * REWORDED)
    reasons = {**other.reasons, **one.reasons}
    gone = {key for key, why in reasons.items() if not why.in_stock}
    ids = sorted(weights, key=lambda key: (key in gone, -weights[key]))
    stands = bool(one.ids and other.ids)
    return _of_ids(replace(one, reasons={key: reasons[key] for key in ids}), ids, stands=stands)


def _steered(found: Match, pins: list[UUID], percents: dict[UUID, int]) -> Match:
    if not found.reasons:
        return _pinned_before_many(found, pins)
    weights = {key: why.value for key, why in found.reasons.items()}
    gone = [key for key, why in found.reasons.items() if not why.in_stock]
    ids = steered_order(weights, percents, gone, pins)
    reasons = {key: found.reasons[key] for key in ids if key in found.reasons}
    return _of_ids(replace(found, reasons=reasons), ids, stands=bool(found.ids and not pins))


def _of_ids(found: Match, ids: Sequence[UUID], *, stands: bool = False) -> Match:
    """`stands`: each is known to stand in the place; of a pin nobody knows."""
    words, order, values = these(list(ids))
    told = tuple(ids) if stands else ()
    return replace(found, words=words, order=order, order_values=values, ids=told)


def _alone(place: Place, pins: list[UUID], near: Mapping[UUID, Near]) -> Match | None:
    """Nothing holds the words: what staff have put there, else what is called nearly so and stands
    in the place, as a guess."""
    if pins:
        return _of_ids(Match(()), pins)
    ids = standing_of(place, list(near)) if near else []
    return _of_ids(Match((), instead=near[ids[0]].alias.said), ids) if ids else None


def _pinned_before_many(found: Match, pins: list[UUID]) -> Match:
    """Too many hold the words to weigh them: these stand before the best sold."""
    held = " AND ".join(clause for clause, _ in found.words)
    values = tuple(value for _, given in found.words for value in given)
    return replace(
        found,
        words=((f"(({held}) OR d.product_id = ANY(%s))", (*values, pins)),),
        ids=(),
        order="array_position(%s::uuid[], d.product_id), d.in_stock DESC, d.popularity DESC, "
        "d.product_id DESC",
        order_values=(pins,),
        about=0,
    )


def _percents(market_id: UUID, found: Match, lifts: list[Lift], asked: str) -> dict[UUID, int]:
    rows = Document.objects.filter(market_id=market_id, product_id__in=list(found.reasons))
    placed = {
        row[0]: Placed(*row[1:])
        for row in rows.values_list("product_id", "brand", "category_path", "seller_id")
    }
    told = {one: percent_of(one, placed.get(one), lifts, asked) for one in found.reasons}
    return {one: percent for one, percent in told.items() if percent}


def _today(market_id: UUID) -> list[_Row]:
    rows = _steers.get([market_id])[market_id]
    if not rows:
        return []
    today = _day(market_id)
    return [row for row in rows if holds_on(row.from_on, row.until_on, today)]


def _day(market_id: UUID) -> date:
    try:
        return now().astimezone(zone_of(market_by_id(market_id).country)).date()
    except MarketUnknown:
        return now().date()


def _load(market_ids: set[UUID]) -> dict[UUID, list[_Row]]:
    found: dict[UUID, list[_Row]] = {one: [] for one in market_ids}
    columns = ("kind", "text", "aim", "target", "percent", "from_on", "until_on")
    rows = Steer.objects.filter(market_id__in=market_ids).order_by("written_at", "id")
    for market_id, kind, text, aim, *rest in rows.values_list("market_id", *columns):
        found[market_id].append(_Row(SteerKind(kind), text, SteerAim(aim), *rest))
    return found


def _load_aliases(market_ids: set[UUID]) -> dict[UUID, Aliases]:
    """What people call goods, as staff have agreed."""
    found: dict[UUID, list[Alias]] = {one: [] for one in market_ids}
    rows = AliasRow.objects.filter(market_id__in=market_ids, is_accepted=True)
    columns = ("market_id", "text", "said", "product_id")
    for market_id, *told in rows.order_by("decided_at").values_list(*columns):
        found[market_id].append(Alias(*told))
    return {market_id: Aliases(told) for market_id, told in found.items()}


def _load_phrases(market_ids: set[UUID]) -> dict[UUID, dict[str, tuple[str, ...]]]:
    """What is said in several words, or means several."""
    found: dict[UUID, dict[str, tuple[str, ...]]] = {one: {} for one in market_ids}
    rows = Synonym.objects.filter(market_id__in=market_ids)
    for market_id, typed, meant in rows.values_list("market_id", "typed", "meant"):
        told = [phrase(each) for each in meant if " " in typed or len(terms(each)) > 1]
        if told:
            found[market_id][typed] = tuple(filter(None, told))
    return found


_steers: RecentOf[UUID, list[_Row]] = RecentOf(_load, seconds=KEPT_SECONDS, most=200)
_aliases: RecentOf[UUID, Aliases] = RecentOf(_load_aliases, seconds=KEPT_SECONDS, most=200)
_phrases: RecentOf[UUID, dict[str, tuple[str, ...]]] = RecentOf(
    _load_phrases, seconds=KEPT_SECONDS, most=200
)
