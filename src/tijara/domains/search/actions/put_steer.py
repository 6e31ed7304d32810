"""Put something before chance in a market's search: a product first, a brand that counts for more,
words that lead to a page."""

from datetime import date
from uuid import UUID

from tijara.domains.catalogue.queries import category, ids_at
from tijara.domains.markets.queries import market_by_id
from tijara.domains.parties.queries import markets_of
from tijara.domains.stores.queries import store_by_slug
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell

from ..models import Document, Missed, Steer
from ..queries import forget_steers
from ..rules import MOST_PINS, checked_steer, phrase, seen_at
from ..shapes import SteerAim, SteerKind, SteerTerms

MOST = 500


class SteerInvalid(Invalid):
    code = "search.steer_invalid"


class TooManySteers(Refusal):
    """A market has as many as there can be: `most`."""

    code = "search.too_many_steers"


@action(power=Power.MARKETS_MANAGE)
def put_steer(*, actor: Actor, market_id: UUID, steer_id: UUID, terms: SteerTerms) -> None:
    """Put again under its id, it is changed. Words have one page that they lead to: the last; what
    was missed by them is done with."""
    market = market_by_id(market_id)
    faults = checked_steer(terms)
    if faults:
        raise SteerInvalid(faults)
    target = _target(market.id, terms)
    if not target:
        raise SteerInvalid({"target": "not_here"})
    others = Steer.objects.select_for_update().filter(market_id=market.id).exclude(id=steer_id)
    asked = phrase(terms.said)
    if others.count() >= MOST:
        raise TooManySteers(most=MOST)
    same = others.filter(kind=terms.kind, text=asked)
    if terms.kind is SteerKind.PIN:
        if same.count() >= MOST_PINS:
            raise TooManySteers(most=MOST_PINS)
        same.filter(target=target).delete()
    elif terms.kind is SteerKind.LEAD:
        same.delete()
        Missed.objects.filter(market_id=market.id, text=asked).delete()
    Steer.objects.update_or_create(
        market_id=market.id, id=steer_id, defaults=_columns(terms, asked, target)
    )
    forget_steers()
    tell([seen_at(market.id, "")])


def _columns(terms: SteerTerms, asked: str, target: str) -> dict[str, str | int | date | None]:
    return {
        "kind": terms.kind,
        "text": asked,
        "said": " ".join(terms.said.split()),
        "aim": terms.aim,
        "target": target,
        "percent": terms.percent if terms.kind is SteerKind.LIFT else 0,
        "from_on": terms.from_on,
        "until_on": terms.until_on,
    }


def _target(market_id: UUID, terms: SteerTerms) -> str:
    """What is kept of what it aims at: an id where there is one, or nothing where this market has
    no such thing."""
    if terms.aim is SteerAim.PRODUCT:
        product_id = ids_at([terms.target]).get(terms.target)
        is_here = Document.objects.filter(market_id=market_id, product_id=product_id).exists()
        return str(product_id) if is_here else ""
    if terms.aim is SteerAim.STORE:
        store = store_by_slug(terms.target)
        at_home = store and markets_of([store.seller_id]).get(store.seller_id) == market_id
        return str(store.seller_id) if store and at_home else ""
    if terms.aim is SteerAim.DEPARTMENT:
        return terms.target if category(terms.target) else ""
    if terms.aim is SteerAim.BRAND:
        is_here = Document.objects.filter(market_id=market_id, brand=terms.target).exists()
        return terms.target if is_here else ""
    return terms.target
