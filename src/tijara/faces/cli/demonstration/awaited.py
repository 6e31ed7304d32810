"""What people of the demonstration wait for that is sold out: put units on its shelf, and they are
told in the demonstration inbox."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.awaiting.actions import StillThere, await_goods
from tijara.domains.awaiting.queries import mailbox_of
from tijara.domains.awaiting.shapes import Wanted
from tijara.domains.markets.queries import market
from tijara.domains.offers.queries import offers as offer_cards
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.parties.queries import own_buyers_of
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS

from . import content

Waiter = tuple[UUID, str]
"""(whose wish it is, a guest’s address)."""


def load_awaited(offers: Mapping[str, OfferKey]) -> int:
    """How many wishes; who waits already is left as he is."""
    return sum(_wait(told, offers) for told in content.read("awaited")["awaited"])


def _wait(told: dict, offers: Mapping[str, OfferKey]) -> int:
    key = offers[told["product"]]
    card = offer_cards([key])[key]
    done = 0
    for owner, email in _people(told):
        wanted = Wanted(market(told["market"]).id, card.variant_id, told["language"], email)
        buyer = Actor(ActorKind.BUYER, owner_id=owner, powers=BUYER_POWERS)
        try:
            await_goods(actor=buyer, buyer_id=owner, wanted=wanted)
            done += 1
        except StillThere:
            break
    return done


def _people(told: dict) -> Iterator[Waiter]:
    """Those with accounts, then guests."""
    for name in told.get("members", ()):
        person = account_by_email(f"{name}@{DEMONSTRATION_DOMAIN}")
        buyer_id = own_buyers_of([person.id]).get(person.id) if person else None
        if buyer_id is not None:
            yield buyer_id, ""
    for number in range(told["guests"]):
        yield from filter(None, [mailbox_of(f"guest-{number + 1}@{DEMONSTRATION_DOMAIN}")])
