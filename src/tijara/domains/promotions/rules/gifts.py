"""What one promotion takes off goods that have so much left: one function a kind."""

from collections.abc import Callable, Mapping, Sequence

from tijara.kit.money import allocate, round_half_up

from ..shapes import Good, Measure, PromotionKind, Terms

BASIS = 10_000
Left = Sequence[int]
"""What each line still costs; 0 where a promotion is not for it."""


def gift(terms: Terms, goods: Sequence[Good], mine: Sequence[int], left: Left) -> list[int]:
    """Off each line, never more than it has left. `mine` are the places of what it is for."""
    taken = GIFTS[terms.kind](terms, goods, mine, left)
    return [_sound(off, left[place], goods[place].quantity) for place, off in enumerate(taken)]


def _sound(off: int, left: int, quantity: int) -> int:
    """A line costs nothing, or at least one minor unit a piece: else it could not be parted among
    parcels and returns."""
    off = min(off, left)
    rest = left - off
    return max(left - quantity, 0) if 0 < rest < quantity else off


def _percent(terms: Terms, goods: Sequence[Good], mine: Sequence[int], left: Left) -> list[int]:
    if terms.is_plain:
        return [_by_piece(terms, good, one) for good, one in zip(goods, left, strict=True)]
    return _share(_capped(terms, _part(sum(left), terms.bp)), left)


def _by_piece(terms: Terms, good: Good, left: int) -> int:
    """What a shelf has shown for one piece is what each costs, as long as nothing else is off."""
    if left == good.total_minor:
        return _part(good.unit_minor, terms.bp) * good.quantity
    return _part(left, terms.bp)


def _amount(terms: Terms, goods: Sequence[Good], mine: Sequence[int], left: Left) -> list[int]:
    return _share(min(terms.minor, sum(left)), left)


def _tiers(terms: Terms, goods: Sequence[Good], mine: Sequence[int], left: Left) -> list[int]:
    """Steps look at the goods as they are asked, whatever else is taken off them."""
    worth = sum(goods[place].total_minor for place in mine)
    pieces = sum(goods[place].quantity for place in mine)
    reached = [
        step.bp
        for step in terms.steps
        if step.at <= (worth if terms.measure is Measure.AMOUNT else pieces)
    ]
    return _share(_capped(terms, _part(sum(left), max(reached, default=0))), left)


def _get_more(terms: Terms, goods: Sequence[Good], mine: Sequence[int], left: Left) -> list[int]:
    """Of every so many pieces the cheapest are reduced: the buyer pays the dearest."""
    pieces = sorted(
        (place for place in mine for _ in range(goods[place].quantity)),
        key=lambda place: (-goods[place].unit_minor, place),
    )
    size = terms.buy + terms.get
    sets = len(pieces) // size
    taken = [0] * len(goods)
    free = pieces[len(pieces) - sets * terms.get :] if sets else []
    for place in free:
        taken[place] += _part(goods[place].unit_minor, terms.bp)
    return taken


def _bundle(terms: Terms, goods: Sequence[Good], mine: Sequence[int], left: Left) -> list[int]:
    """So many whole sets as there are, each for the price; the dearest variants go into them."""
    by_product: dict[object, list[int]] = {product: [] for product in terms.scope.products}
    for place in sorted(mine, key=lambda one: (-goods[one].unit_minor, one)):
        if goods[place].product_id in by_product:
            by_product[goods[place].product_id] += [place] * goods[place].quantity
    sets = min(len(places) for places in by_product.values())
    worth = [0] * len(goods)
    for places in by_product.values():
        for place in places[:sets]:
            worth[place] += goods[place].unit_minor
    off = max(sum(worth) - sets * terms.minor, 0)
    return allocate(off, worth)


def _nothing(terms: Terms, goods: Sequence[Good], mine: Sequence[int], left: Left) -> list[int]:
    return [0] * len(goods)


GIFTS: Mapping[PromotionKind, Callable[[Terms, Sequence[Good], Sequence[int], Left], list[int]]] = {
    PromotionKind.PERCENT: _percent,
    PromotionKind.AMOUNT: _amount,
    PromotionKind.TIERS: _tiers,
    PromotionKind.GET_MORE: _get_more,
    PromotionKind.BUNDLE: _bundle,
    PromotionKind.DELIVERY: _nothing,
}


def _part(minor: int, bp: int) -> int:
    return round_half_up(minor * bp, BASIS)


def _capped(terms: Terms, off: int) -> int:
    return off if terms.most_minor is None else min(off, terms.most_minor)


def _share(off: int, left: Left) -> list[int]:
    """By what each line has left, to the last unit, by largest remainder."""
    return allocate(off, left) if sum(left) else [0] * len(left)
