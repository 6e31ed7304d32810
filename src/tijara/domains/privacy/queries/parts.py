"""What is kept of a person, part by part: each domain is asked for its own. No secrets."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from tijara.domains.accounts.queries import account, ways_in
from tijara.domains.awaiting.queries import is_silent as is_unwaiting
from tijara.domains.awaiting.queries import waits_everywhere
from tijara.domains.carts.queries import picked_lines
from tijara.domains.catalogue.queries import names_of, variant_names
from tijara.domains.catalogue.shapes import ProductName
from tijara.domains.deals.queries import dispute_of_order
from tijara.domains.favourites.queries import favourites_of
from tijara.domains.invoicing.queries import invoices_of_order
from tijara.domains.loyalty.queries import moves_of as points_moves
from tijara.domains.messaging.queries import messages_to
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.parties.queries import addresses, customer, roles_of
from tijara.domains.parties.shapes import CustomerPapers
from tijara.domains.payments.queries import charges_of_buyers, refunds_of_buyers
from tijara.domains.returns.queries import returns_of_order
from tijara.domains.returns.shapes import Photo
from tijara.domains.reviews.queries import is_silent, reviews_by
from tijara.domains.search.queries import searches_of
from tijara.domains.stores.queries import stores
from tijara.domains.wallet.queries import gift_cards_of
from tijara.domains.wallet.queries import moves_of as credit_moves

from ..shapes import Part
from .asked import Asked, Rows, asked_of, attached
from .side_parts import SIDE_PARTS

MOST_MOVES = 10_000


def parts_of(person_id: UUID, language: str) -> list[Part]:
    """All of them, in the order in which they are read; an empty one says that nothing is kept."""
    person = account(person_id)
    if person is None:
        return []
    asked = asked_of(person, language)
    return [Part(name, list(rows(asked))) for name, rows in PARTS.items()]


def _profile(asked: Asked) -> Rows:
    one = asked.person
    yield {
        "name": one.name,
        "email": one.email,
        "phone": one.phone,
        "language": one.language,
        "wish": one.wish,
    }


def _company(asked: Asked) -> Rows:
    for buyer_id in asked.buyer_ids:
        papers = customer(buyer_id)
        if papers != CustomerPapers():
            yield asdict(papers) | {"place": str(papers.place)}


def _addresses(asked: Asked) -> Rows:
    for buyer_id in asked.buyer_ids:
        for one in addresses(buyer_id):
            yield {"label": one.label, "country": one.country, **one.fields}


def _ways_in(asked: Asked) -> Rows:
    yield from (asdict(one) for one in ways_in(asked.person.id))


def _orders(asked: Asked) -> Rows:
    shops = stores({one.seller_id for one in asked.orders})
    for one in asked.orders:
        yield {
            "number": one.number,
            "shop": asked.called(shops.get(one.seller_id)),
            "placed_at": one.placed_at,
            "state": one.state,
            "total": one.total,
            "payment_method": one.payment_method,
            "paid_at": one.paid_at,
            **asdict(one.address),
        }


def _lines(asked: Asked) -> Rows:
    for order in asked.orders:
        for line in order.lines:
            yield {
                "order": order.number,
                "name": asked.called(line),
                "quantity": line.quantity,
                "unit": line.unit,
                "total": line.total,
            }


def _invoices(asked: Asked) -> Rows:
    for order in asked.orders:
        for one in invoices_of_order(order.seller_id, order.id):
            yield {
                "number": one.number,
                "kind": one.kind,
                "order": order.number,
                "issued_at": one.issued_at,
            }


def _payments(asked: Asked) -> Rows:
    for one in charges_of_buyers(asked.buyer_ids):
        yield {
            "orders": [part.number for part in one.parts],
            "payment_method": one.method,
            "state": one.state,
            "amount": one.amount,
            "reference": one.reference,
            "opened_at": one.opened_at,
            "paid_at": one.paid_at,
            "files": attached(one.buyer_id, [slip.file_id for slip in one.receipts]),
        }


def _refunds(asked: Asked) -> Rows:
    for one in refunds_of_buyers(asked.buyer_ids):
        yield {
            "order": one.number,
            "payment_method": one.method,
            "state": one.state,
            "amount": one.amount,
            "opened_at": one.opened_at,
            "paid_at": one.paid_at,
        }


def _returns(asked: Asked) -> Rows:
    for order in asked.orders:
        for one in returns_of_order(order.seller_id, order.id):
            yield {
                "number": one.number,
                "order": order.number,
                "state": one.state,
                "reason": one.reason,
                "wish": one.wish,
                "opened_at": one.opened_at,
                "words": [said.text for said in one.said if said.by == "buyer"],
                "pickup_on": one.pickup_on,
                "pickup_note": one.pickup_note,
                "files": attached(one.seller_id, _his(one.photos)),
            }


def _complaints(asked: Asked) -> Rows:
    for order in asked.orders:
        one = dispute_of_order(order.seller_id, order.id)
        if one:
            yield {
                "order": order.number,
                "state": one.state,
                "reason": one.reason,
                "opened_at": one.opened_at,
                "words": [said.text for said in one.said if said.by == "buyer"],
                "files": attached(order.seller_id, _his(one.photos)),
            }


def _his(photos: Iterable[Photo]) -> list[UUID]:
    return [photo.file_id for photo in photos if photo.by == "buyer"]


def _reviews(asked: Asked) -> Rows:
    written = reviews_by(asked.buyer_ids)
    names = names_of({one.product_id for one in written})
    for one in written:
        yield {
            "name": asked.called(names.get(one.product_id)),
            "stars": one.stars,
            "words": one.words,
            "shown_name": one.shown_name,
            "state": one.state,
            "pictures": len(one.pictures),
            "written_at": one.written_at,
        }


def _favourites(asked: Asked) -> Rows:
    kept = [one for buyer_id in asked.buyer_ids for one in favourites_of(buyer_id)]
    yield from _named(asked, names_of(kept), kept)


def _named(asked: Asked, names: Mapping[UUID, ProductName], ids: Sequence[UUID]) -> Rows:
    for product_id in ids:
        if product_id in names:
            yield {"name": asked.called(names[product_id]), "product_id": product_id}


def _awaited(asked: Asked) -> Rows:
    """As a guest too: whoever can read the letters of an address may read what it waits for."""
    found = waits_everywhere(asked.buyer_ids, asked.person.email)
    names = variant_names({one.variant_id for one in found})
    for one in found:
        if one.variant_id in names:
            yield {
                "name": asked.called(names[one.variant_id]),
                "variant_id": one.variant_id,
                "asked_at": one.asked_at,
            }


def _searches(asked: Asked) -> Rows:
    for buyer_id in asked.buyer_ids:
        for market in asked.markets:
            for one in searches_of(buyer_id, market.id):
                yield {
                    "name": one.name,
                    "path": one.path,
                    "rhythm": one.rhythm,
                    "kept_at": one.kept_at,
                    "told_at": one.told_at,
                }


def _cart(asked: Asked) -> Rows:
    picked = [one for buyer_id in asked.buyer_ids for one in picked_lines(buyer_id)]
    found = offers([OfferKey(one.seller_id, one.offer_id) for one in picked])
    names = variant_names({offer.variant_id for offer in found.values()})
    for one in picked:
        offer = found.get(OfferKey(one.seller_id, one.offer_id))
        if offer:
            yield {"name": asked.called(names.get(offer.variant_id)), "quantity": one.quantity}


def _credit(asked: Asked) -> Rows:
    yield from _moves(asked, credit_moves)


def _points(asked: Asked) -> Rows:
    yield from _moves(asked, points_moves)


def _moves(asked: Asked, moves: Callable[..., Any]) -> Rows:
    for buyer_id in asked.buyer_ids:
        for market in asked.markets:
            for one in moves(buyer_id, market.id, size=MOST_MOVES).items:
                yield {
                    "moved_at": one.moved_at,
                    "kind": one.kind,
                    "amount": one.amount,
                    "balance": one.balance,
                    "order": one.order.number if one.order else "",
                    "expires_at": one.expires_at,
                }


def _gifts(asked: Asked) -> Rows:
    for buyer_id in asked.buyer_ids:
        for market in asked.markets:
            for one in gift_cards_of(buyer_id, market.id):
                yield {
                    "amount": one.amount,
                    "state": one.state,
                    "to_name": one.to_name,
                    "to_email": one.to_email,
                    "from_name": one.from_name,
                    "words": one.words,
                    "opened_at": one.opened_at,
                }


def _work(asked: Asked) -> Rows:
    roles = roles_of(asked.person.id)
    shops = stores(roles)
    for seller_id, role in roles.items():
        yield {"shop": asked.called(shops.get(seller_id)), "role": role}


def _consents(asked: Asked) -> Rows:
    yield {
        "review_letters": not any(is_silent(buyer_id) for buyer_id in asked.buyer_ids),
        "back_letters": not any(is_unwaiting(buyer_id) for buyer_id in asked.buyer_ids),
        "wish": asked.person.wish,
    }


def _messages(asked: Asked) -> Rows:
    reached = [one for one in (asked.person.email, asked.person.phone) if one]
    yield from (asdict(one) for one in messages_to(reached))


PARTS: dict[str, Callable[[Asked], Rows]] = {
    "profile": _profile,
    "company": _company,
    "addresses": _addresses,
    "ways_in": _ways_in,
    "consents": _consents,
    "orders": _orders,
    "lines": _lines,
    "invoices": _invoices,
    "payments": _payments,
    "refunds": _refunds,
    "returns": _returns,
    "complaints": _complaints,
    "reviews": _reviews,
    "favourites": _favourites,
    "awaited": _awaited,
    "searches": _searches,
    "cart": _cart,
    "credit": _credit,
    "points": _points,
    "gifts": _gifts,
    **SIDE_PARTS,
    "work": _work,
    "messages": _messages,
}
"""A domain that comes to keep something of a person has its line here: a test looks through the
tables for those that name one (`tests/test_tables.py`)."""
