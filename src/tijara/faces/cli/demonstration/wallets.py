"""What lies in the wallet of the buyer whom visitors may be, and gift cards that were given."""

from uuid import UUID

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.markets.queries import market
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.actions import open_customer
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.wallet.actions import (
    buy_gift_card,
    grant_credit,
    issue_gift_card,
    send_gift_cards,
)
from tijara.domains.wallet.queries import gift_card
from tijara.domains.wallet.shapes import GiftDraft, GrantDraft
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS

from . import cards, content, payments


def load_wallets() -> int:
    """How many gifts of credit and gift cards there are. Given once, by ids of their own."""
    told = content.read("wallets")
    here = market(content.read("market")["market"]["slug"])
    buyer_id = _buyer(told["buyer"])
    for place, one in enumerate(told["credit"]):
        grant_credit(
            actor=SYSTEM,
            buyer_id=buyer_id,
            market_id=here.id,
            grant_id=content.id_of("credit", str(place)),
            draft=GrantDraft(
                content.price(one["amount"]), one["reason"], one.get("note", ""), one.get("days")
            ),
        )
    with cards.gateway() as takes_cards:
        for place, one in enumerate(told["card"]):
            _give(here, buyer_id, content.id_of("gift", str(place)), one, takes_cards=takes_cards)
    send_gift_cards(actor=SYSTEM)
    return len(told["credit"]) + len(told["card"])


def _buyer(email: str) -> UUID:
    """Under his own id, also where he has never signed in."""
    person = account_by_email(email)
    if person is None:
        raise LookupError(email)
    return open_customer(actor=Actor(ActorKind.BUYER, person.id, powers=VISITOR_POWERS))


def _give(
    here: MarketPolicy, buyer_id: UUID, card_id: UUID, told: dict, *, takes_cards: bool
) -> None:
    """One is bought and paid by card where one can be, the others staff give out."""
    draft = GiftDraft(
        amount=content.price(told["amount"]),
        design=told["design"],
        to_email=told["to_email"],
        language="ar",
        to_name=told["to_name"],
        from_name=told.get("from_name", ""),
        words=told.get("words", ""),
    )
    which = {"market_id": here.id, "card_id": card_id, "draft": draft}
    if "reason" in told:
        issue_gift_card(actor=SYSTEM, **which, reason=told["reason"])
    elif takes_cards and gift_card(here.id, card_id) is None:
        actor = Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)
        buy_gift_card(actor=actor, buyer_id=buyer_id, **which)
        if charge := charge_of_checkout(buyer_id, card_id):
            payments.pay_charge_by_card(charge)
