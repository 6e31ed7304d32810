"""The shelves of the first market's front page, as its operator has arranged them."""

from collections.abc import Mapping
from uuid import UUID

from tijara.domains.content.actions import move_shelf, pick_product, put_up_shelf
from tijara.domains.content.queries import shelves
from tijara.domains.content.shapes import ShelfDraft, ShelfSource
from tijara.domains.markets.queries import market
from tijara.kit.actor import SYSTEM

from . import content


def arrange_shelves(products: Mapping[str, UUID]) -> None:
    """Once: what somebody has arranged since is left. Those that the page has of itself keep their
    ids and get a place among the others."""
    first = content.read("market")
    known = market(first["market"]["slug"])
    kept = {one.id: one.source for one in shelves(known.id)}
    if any(_id_of(one) in kept for one in first["shelf"]):
        return
    of_itself = {source: shelf_id for shelf_id, source in kept.items()}
    ids = [of_itself.get(one["source"], _id_of(one)) for one in first["shelf"]]
    for shelf_id, one in zip(ids, first["shelf"], strict=True):
        put_up_shelf(
            actor=SYSTEM,
            market_id=known.id,
            shelf_id=shelf_id,
            draft=_draft(one),
            artwork=one.get("picture"),
        )
        for key in one.get("products", ()):
            pick_product(
                actor=SYSTEM, market_id=known.id, shelf_id=shelf_id, product_id=products[key]
            )
    for place, shelf_id in enumerate(ids, start=1):
        move_shelf(actor=SYSTEM, market_id=known.id, shelf_id=shelf_id, place=place)


def _id_of(told: dict) -> UUID:
    return content.id_of("shelf", told["source"], told.get("place", ""))


def _draft(told: dict) -> ShelfDraft:
    source, place = ShelfSource(told["source"]), told.get("place", "")
    if source is ShelfSource.STORE:
        place = str(content.id_of("seller", place))
    headings = content.in_three("heading", told.get("heading", ()))
    return ShelfDraft(source=source, place=place, **headings)
