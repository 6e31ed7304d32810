"""Buyers with an account: points, gifts, gift cards, and what they pay with their wallets."""

import re
from uuid import UUID

from django.db import connection, transaction

from tijara.domains.checkout.actions import pay_with_credit
from tijara.domains.checkout.shapes import OrderOutcome
from tijara.domains.loyalty.actions import turn_in_points
from tijara.domains.loyalty.queries import account_of
from tijara.domains.messaging.queries import inbox_letter
from tijara.domains.orders.shapes import OrderView, Outcome
from tijara.domains.wallet.actions import (
    grant_credit,
    hold_credit,
    issue_gift_card,
    redeem_gift_card,
    send_gift_cards,
)
from tijara.domains.wallet.queries import wallet_of
from tijara.domains.wallet.shapes import GiftDraft, GrantDraft, GrantReason
from tijara.faces.cli.bench import past
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import EXPONENTS, Money

from .history import History
from .places import Place

LETTER = """
    SELECT id FROM messaging_message WHERE kind = 'wallet.gift_card' AND recipient = %s
"""
CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}\b")
WORTHS_MAJOR = (20, 35, 50)


def grow(history: History, place: Place, buyer_id: UUID) -> None:
    """Something comes into a wallet, one way or another."""
    history.chance.choice((_given, _by_points, _by_points, _by_gift_card))(history, place, buyer_id)


def hold(history: History, place: Place, buyer_id: UUID, checkout_id: UUID, total: int) -> int:
    """A part of what is in the wallet, all of it, or as much as the order costs: how much."""
    found = wallet_of(buyer_id, place.market.id)
    free = found.free.minor if found else 0
    wanted = min(total, history.chance.choice((free, free, free // 2)))
    if wanted <= 0:
        return 0
    held = history.event(
        "hold credit",
        lambda: (
            hold_credit(
                actor=past.buyer(buyer_id),
                buyer_id=buyer_id,
                market_id=place.market.id,
                checkout_id=checkout_id,
                amount_minor=wanted,
            )
            or wanted
        ),
    )
    return wanted if held else 0


def spend(history: History, order: OrderView) -> None:
    def paid() -> object:
        with transaction.atomic():
            return pay_with_credit(
                actor=SYSTEM,
                buyer_id=order.buyer_id,
                checkout_id=order.checkout_id,
                standing=[OrderOutcome(order.seller_id, Outcome.PLACED, order.id, order.number)],
                totals=[order.total.minor],
            )

    history.event("pay with credit", paid)


def _given(history: History, place: Place, buyer_id: UUID) -> None:
    amount, grant_id = _worth(history, place), new_id()
    history.event(
        "credit given",
        lambda: grant_credit(
            actor=past.staff(),
            buyer_id=buyer_id,
            market_id=place.market.id,
            grant_id=grant_id,
            draft=GrantDraft(amount, GrantReason.FAULT),
        ),
    )


def _by_points(history: History, place: Place, buyer_id: UUID) -> None:
    account, key = account_of(buyer_id, place.market.id), new_id()
    if account is None or account.free <= 0:
        return
    points = history.chance.randint(1, account.free)
    history.event(
        "points turned in",
        lambda: turn_in_points(
            actor=past.buyer(buyer_id),
            buyer_id=buyer_id,
            market_id=place.market.id,
            points=points,
            key=key,
        ),
    )


def _by_gift_card(history: History, place: Place, buyer_id: UUID) -> None:
    """Staff give one out, and it is redeemed by who got the letter: sometimes twice, and sometimes
    somebody else comes after him with the same code."""
    card_id, email = new_id(), f"{new_id()}@bench.example"
    draft = GiftDraft(_worth(history, place), "night", email, "ar")
    history.event(
        "gift card given out",
        lambda: issue_gift_card(
            actor=past.staff(),
            market_id=place.market.id,
            card_id=card_id,
            draft=draft,
            reason="تجربة",
        ),
    )
    history.event("gift cards sent", lambda: send_gift_cards(actor=SYSTEM))
    code = _code(email)
    late = history.chance.choice(place.members)
    for reader in (buyer_id, late) if history.chance.random() < 0.2 else (buyer_id,):
        history.event(
            "gift card redeemed",
            lambda reader=reader: redeem_gift_card(
                actor=past.buyer(reader),
                buyer_id=reader,
                market_id=place.market.id,
                code=code,
            ),
        )


def _code(email: str) -> str:
    """As it stands in the letter; none, where the letter is not written yet."""
    with connection.cursor() as cursor:
        cursor.execute(LETTER, [email])
        row = cursor.fetchone()
    letter = inbox_letter(row[0]) if row else None
    found = CODE.search(letter.text) if letter else None
    return found[0] if found else ""


def _worth(history: History, place: Place) -> Money:
    currency = place.market.currency
    return Money(history.chance.choice(WORTHS_MAJOR) * 10 ** EXPONENTS[currency], currency)
