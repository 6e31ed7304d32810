"""Makers of buyers with credit, for tests of the domains above."""

from datetime import timedelta
from uuid import UUID

from tijara.domains.accounts.testing import make_account
from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.markets.testing import make_market
from tijara.domains.parties.actions import open_customer
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.balances import GrantState
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS, STAFF_POWERS, VISITOR_POWERS

from .actions import issue_gift_card, move_credit, send_gift_cards
from .models import GiftCard, Grant, Hold, Lot
from .queries import gift_card, wallet_of
from .shapes import CreditKind, CreditToPut, GiftDraft, GiftView


def _market() -> MarketPolicy:
    """The one that stands, on its own terms; else a plain one."""
    return next(iter(markets()), None) or make_market()


def make_person() -> UUID:
    """The own buyer's id of somebody with an account."""
    actor = Actor(ActorKind.BUYER, make_account(), powers=VISITOR_POWERS)
    return open_customer(actor=actor)


def as_buyer(buyer_id: UUID) -> Actor:
    return Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)


def make_staff() -> Actor:
    return Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


def give(buyer_id: UUID, minor: int, *, days: int | None = None) -> UUID:
    """The move's id. `days`: so many are left of it; below nothing, it is over."""
    return move_credit(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=_market().id,
        credit=CreditToPut(
            kind=CreditKind.GOODWILL,
            amount=Money(minor, "SAR"),
            reference=f"grant:{new_id().hex}",
            expires_at=None if days is None else now() + timedelta(days=days),
        ),
    )


def make_buyer_with(minor: int) -> UUID:
    buyer_id = make_person()
    give(buyer_id, minor)
    return buyer_id


def balance(buyer_id: UUID) -> tuple[int, int]:
    """(in the wallet, held of it)."""
    found = wallet_of(buyer_id, _market().id)
    return (found.balance.minor, found.held.minor) if found else (0, 0)


def lots(buyer_id: UUID) -> list[int]:
    """What is left of each, in the order in which they came."""
    rows = Lot.objects.filter(buyer_id=buyer_id).order_by("id")
    return list(rows.values_list("left", flat=True))


def holds_are_over() -> None:
    """Nobody has ended their checkouts in time."""
    Hold.objects.update(due_at=now())


def made_gift_cards() -> list[GiftView]:
    """All of them, the first made first."""
    keys = GiftCard.objects.order_by("id").values_list("owner_id", "id")
    return [told for key in keys if (told := gift_card(*key))]


def made_grants() -> list[tuple[UUID, GrantState]]:
    """The first proposed first."""
    rows = Grant.objects.order_by("proposed_at").values_list("id", "state")
    return [(id, GrantState(state)) for id, state in rows]


def make_sent_gift(buyer_id: UUID, draft: GiftDraft) -> None:
    """Bought by a person, and sent."""
    (market_id, card_id) = (_market().id, new_id())
    issue_gift_card(
        actor=make_staff(), market_id=market_id, card_id=card_id, draft=draft, reason="هدية"
    )
    GiftCard.objects.filter(owner_id=market_id, id=card_id).update(buyer_id=buyer_id)
    send_gift_cards(actor=SYSTEM)
