"""What the demonstration's goods cost, what its stores and its operator write by hand, and months
that are closed."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from uuid import UUID

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.books.actions import book_events, close_month, write_entry
from tijara.domains.books.queries import (
    book_of_seller,
    books_of_market,
    closes,
    month_to_close,
    today_in,
    zone_of_book,
)
from tijara.domains.books.shapes import BookKey, EntryDraft
from tijara.domains.inventory.actions import set_unit_cost
from tijara.domains.inventory.queries import worth_of
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import going_from, now
from tijara.kit.powers import SELLER_ROLES, STAFF_ROLES

from . import content
from .goods import OPEN_DAYS

KEEP_BOOKS = ("nahhas", "khawlani", "oud")
"""Stores that tell what their goods cost."""
SHARES = (34, 46, 52, 61, 28, 84)
"""What a unit cost, in percent of its price with tax: one after another. The dear one leaves a
loss once tax and commission are off."""
HOUR = time(10)
VOUCHER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"


def tell_costs(offer_keys: Mapping[str, OfferKey]) -> int:
    """How many goods have a cost now: told when the stores had opened, so that the orders of ninety
    days know it. What was told since is left."""
    keepers = {content.id_of("seller", slug) for slug in KEEP_BOOKS}
    mine = sorted({key for key in offer_keys.values() if key.seller_id in keepers}, key=str)
    cards = [card for _, card in sorted(offers(mine).items(), key=lambda one: str(one[0]))]
    told = 0
    with going_from(now() - timedelta(days=OPEN_DAYS)):
        for place, card in enumerate(cards):
            if worth_of(card.seller_id, [card.stock_id]):
                continue
            cost = card.price.minor * SHARES[place % len(SHARES)] // 100
            set_unit_cost(
                actor=SYSTEM, seller_id=card.seller_id, stock_id=card.stock_id, unit_minor=cost
            )
            told += 1
    return told


def keep_books() -> int:
    """How many events are in the books. Then entries by hand, and old months are closed."""
    booked = 0
    while done := book_events(actor=SYSTEM, is_whole=True):
        booked += done
    told = content.read("books")
    _write(book_of_seller(content.id_of("seller", "nahhas")), _seller(), told["store"])
    _write(books_of_market()[0], _staff(), told["operator"])
    _close(book_of_seller(content.id_of("seller", "nahhas")), _seller())
    _close(books_of_market()[0], _staff())
    return booked


def _write(key: BookKey, actor: Actor, entries: list[dict]) -> None:
    if closes(key):
        return
    for place, told in enumerate(entries):
        amount = content.price(told["amount"]).minor
        for month in range(told.get("months", 1)):
            day = _day(key, told["months_ago"] - month, told["day"])
            draft = EntryDraft(
                id=content.id_of("entry", f"{key.owner_id}-{place}-{month}"),
                booked_on=day,
                reason=told["reason"],
                lines=((told["debit"], amount), (told["credit"], -amount)),
            )
            with going_from(_moment(key, day)):
                write_entry(
                    actor=actor,
                    owner_id=key.owner_id,
                    key=key,
                    draft=draft,
                    voucher=BytesIO(VOUCHER) if told.get("has_paper") else None,
                )


def _close(key: BookKey, actor: Actor) -> None:
    """Every month before the last that is over: that one waits for whoever looks on."""
    last = (today_in(key).replace(day=1) - timedelta(days=1)).replace(day=1)
    while (due := month_to_close(key)) and due.month < last:
        close_month(actor=actor, owner_id=key.owner_id, key=key, month=due.month)


def _day(key: BookKey, months_ago: int, day: int) -> date:
    """Never to come: of this month today at the latest."""
    month = today_in(key).replace(day=1)
    for _count in range(months_ago):
        month = (month - timedelta(days=1)).replace(day=1)
    return min(month.replace(day=day), today_in(key))


def _moment(key: BookKey, day: date) -> datetime:
    return min(datetime.combine(day, HOUR, zone_of_book(key)), now())


def _seller() -> Actor:
    person = account_by_email(f"nahhas@{DEMONSTRATION_DOMAIN}")
    seller_id: UUID = content.id_of("seller", "nahhas")
    return Actor(ActorKind.SELLER, person.id if person else None, seller_id, SELLER_ROLES["owner"])


def _staff() -> Actor:
    person = account_by_email(f"market@{DEMONSTRATION_DOMAIN}")
    return Actor(ActorKind.STAFF, person.id if person else None, powers=STAFF_ROLES["admin"])
