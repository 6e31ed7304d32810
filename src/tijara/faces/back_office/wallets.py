"""What the office's pages of wallets, gift cards and points share."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tijara.domains.accounts.queries import account_by_recipient, accounts, recipient_of
from tijara.domains.accounts.shapes import AccountCard
from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.queries import buyers_of, people_of_buyers
from tijara.domains.wallet.shapes import (
    CreditKind,
    GiftDesign,
    GiftState,
    GrantReason,
)
from tijara.kit.actor import Actor
from tijara.kit.balances import Granted, GrantState
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence

MOVES: dict[CreditKind, Promise] = {
    CreditKind.REFUND: gettext_lazy("Refund of an order"),
    CreditKind.SPENT: gettext_lazy("Order paid"),
    CreditKind.GOODWILL: gettext_lazy("Given by staff"),
    CreditKind.SHOP_GOODWILL: gettext_lazy("Given by the shop"),
    CreditKind.GIFT_CARD: gettext_lazy("Gift card redeemed"),
    CreditKind.POINTS: gettext_lazy("Points turned in"),
    CreditKind.EXPIRED: pgettext_lazy("credit", "Expired"),
}
REASONS: dict[GrantReason, Promise] = {
    GrantReason.LATE: pgettext_lazy("why credit is given", "Something came late"),
    GrantReason.FAULT: pgettext_lazy("why credit is given", "Something was faulty"),
    GrantReason.MISTAKE: pgettext_lazy("why credit is given", "We made a mistake"),
    GrantReason.PROMOTION: pgettext_lazy("why credit is given", "Promotion"),
    GrantReason.OTHER: pgettext_lazy("why credit is given", "Something else"),
}
GRANTS: dict[GrantState, tuple[Promise, str]] = {
    GrantState.PROPOSED: (pgettext_lazy("credit", "Waits for a colleague"), "warn"),
    GrantState.DONE: (pgettext_lazy("points", "Done"), "good"),
    GrantState.DECLINED: (pgettext_lazy("credit", "Declined"), ""),
}
GIFTS: dict[GiftState, tuple[Promise, str]] = {
    GiftState.LIVE: (pgettext_lazy("gift card", "Out"), "info"),
    GiftState.REDEEMED: (pgettext_lazy("gift card", "Redeemed"), "good"),
    GiftState.CANCELLED: (pgettext_lazy("gift card", "Called off"), ""),
}
"""(name, tone of the badge)."""
DESIGNS: dict[GiftDesign, Promise] = {
    GiftDesign.NIGHT: pgettext_lazy("gift card", "Starry night"),
    GiftDesign.EID: pgettext_lazy("gift card", "Festive green"),
    GiftDesign.ROSE: pgettext_lazy("gift card", "Rose"),
}


def people_at(buyer_ids: Iterable[UUID]) -> dict[UUID, AccountCard]:
    """By buyer's id."""
    persons = people_of_buyers(buyer_ids)
    known = accounts(set(persons.values()))
    return {
        buyer_id: known[person_id] for buyer_id, person_id in persons.items() if person_id in known
    }


def buyer_at(text: str, here: MarketPolicy) -> UUID | None:
    """The own buyer's id of who is reached there."""
    recipient = recipient_of(text, here.country) if text else None
    person = account_by_recipient(recipient) if recipient else None
    return next(iter(buyers_of(person.id)), None) if person else None


def missed_at(request: HttpRequest, text: str) -> str:
    """What to say of a search for a buyer that leads nowhere; nothing where none was made."""
    if "q" not in request.GET:
        return ""
    return _("Nobody with an account is reached there.") if text else field_sentence("required")


def proposals[R: StrEnum, A](
    waiting: Sequence[Granted[R, A]],
    people: Mapping[UUID, AccountCard],
    reasons: Mapping[R, Promise],
    actor: Actor,
) -> list[tuple[Granted[R, A], AccountCard | None, Promise, bool]]:
    """Each with who shall have it, why, and whether who looks has proposed it himself."""
    return [
        (one, people.get(one.buyer_id), reasons[one.reason], one.proposed_by == actor.person_id)
        for one in waiting
    ]


def market_tabs(page: str, here: MarketPolicy) -> list[dict]:
    return [
        {
            "text": named(one),
            "href": local(f"/office/{page}?market={one.slug}"),
            "current": one.id == here.id,
            "is_own": True,
        }
        for one in markets()
    ]


def tabs_at(page: str, here: MarketPolicy) -> dict:
    """Wallets and gift cards beside one another; the markets below, where there are several."""
    pages = (("wallets", _("Wallets")), ("gift-cards", _("Gift cards")))
    return {
        "here": here,
        "tabs": [
            {
                "text": text,
                "href": local(f"/office/{name}?market={here.slug}"),
                "current": name == page,
            }
            for name, text in pages
        ],
        "markets": market_tabs(page, here),
    }
