"""What lies in wallets, what moved it, and what staff have given or propose to give."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from uuid import UUID

from django.db.models import Count, Q, Sum
from django.template.loader import render_to_string
from psycopg.sql import SQL

from tijara.domains.markets.queries import market_by_id, site_market, site_name
from tijara.domains.messaging.queries import said_amount
from tijara.kit.balances import Expiring, Granted, GrantState, Moved
from tijara.kit.money import EXPONENTS, Money
from tijara.kit.page import Page
from tijara.platform.audits import Findings, compared, proof
from tijara.platform.balances.proofs import accounts_are_moves_and_lots, moves_follow
from tijara.platform.balances.reads import (
    accounts_page,
    expiring,
    grants_to,
    moves_page,
    proposals_in,
)

from .models import CREDIT, GiftCard, Grant, Wallet, WalletTerms
from .rules import credit_shares as shares_of_credit
from .rules import gift_bounds as bounds_of_gift
from .shapes import (
    CreditKind,
    GiftDesign,
    GiftDraft,
    GiftFigures,
    GiftLetter,
    GiftState,
    GiftView,
    GrantReason,
    WalletFigures,
    WalletView,
)

GIFT = (
    "owner_id", "id", "last", "amount_minor", "currency", "state", "design", "to_name",
    "to_email", "from_name", "words", "buyer_id", "person_id", "reason", "opened_at", "send_at",
    "sent_at", "ended_at",
)  # fmt: skip
WALLET = ("buyer_id", "id", "balance", "held_minor", "currency")
LETTER = "wallet/messages/gift_card.txt"
ALONE_MAJOR = 100
"""What staff of a market may give alone that has said nothing, in whole units of its money."""


def wallet_of(buyer_id: UUID, market_id: UUID) -> WalletView | None:
    """None for who never had any credit there."""
    rows = Wallet.objects.filter(buyer_id=buyer_id, id=market_id)
    return next(iter(_wallets(rows.values_list(*WALLET))), None)


def wallets_of(buyer_ids: Sequence[UUID], market_id: UUID) -> dict[UUID, WalletView]:
    rows = Wallet.objects.filter(buyer_id__in=list(buyer_ids), id=market_id)
    return {one.buyer_id: one for one in _wallets(rows.values_list(*WALLET))}


def wallets_of_market(market_id: UUID, page: int = 1, size: int = 30) -> Page[WalletView]:
    """The last moved first: for staff."""
    found = accounts_page(CREDIT, WALLET, market_id, page, size)
    return Page(_wallets(found.items), page, size, has_next=found.has_next)


def moves_of(
    buyer_id: UUID, market_id: UUID, page: int = 1, size: int = 30
) -> Page[Moved[CreditKind, Money]]:
    """The newest first."""
    key = (buyer_id, market_id)
    return moves_page(CREDIT, CreditKind, _counted(market_id), key, page, size)


def expiring_credit(buyer_id: UUID, market_id: UUID) -> list[Expiring[Money]]:
    """What has a last day, the nearest first."""
    return expiring(CREDIT, _counted(market_id), (buyer_id, market_id))


def gift_letter(draft: GiftDraft, market_id: UUID) -> GiftLetter:
    """As its reader will get it, in the language that is spoken: its giver looks at it first."""
    facts = {
        "amount": said_amount(draft.amount),
        "to_name": draft.to_name,
        "from_name": draft.from_name,
        "words": draft.words,
        "site": site_name(site_market(market_id)),
    }
    apart = {name: said and f"\u2068{said}\u2069" for name, said in facts.items()}
    subject, _end, body = render_to_string(LETTER, apart).strip().partition("\n")
    parts = (" ".join(part.split()) for part in body.split("\n\n"))
    return GiftLetter(subject, tuple(filter(None, parts)))


def grants_waiting(market_id: UUID) -> list[Granted[GrantReason, Money]]:
    """Proposals that another of the staff must look at, the oldest first."""
    return proposals_in(Grant, GrantReason, _counted(market_id), market_id)


def grants_of(buyer_id: UUID, market_id: UUID) -> list[Granted[GrantReason, Money]]:
    """What staff have given this buyer, or proposed to; the newest first."""
    return grants_to(Grant, GrantReason, _counted(market_id), (buyer_id, market_id))


def grants_to_decide() -> int:
    """In all markets."""
    return Grant.objects.filter(state=GrantState.PROPOSED).count()


def alone_up_to(market_id: UUID) -> Money:
    """What one of the staff may give by himself."""
    currency = market_by_id(market_id).currency
    rows = WalletTerms.objects.filter(id=market_id).values_list("alone_up_to_minor", flat=True)
    minor = rows.first()
    return Money(ALONE_MAJOR * 10 ** EXPONENTS[currency] if minor is None else minor, currency)


def credit_shares(credit_minor: int, totals: Sequence[int]) -> list[int]:
    """What of a credit pays each order: by what they come to, never more than that."""
    return shares_of_credit(credit_minor, totals)


def wallet_figures(market_id: UUID) -> WalletFigures:
    currency = market_by_id(market_id).currency
    told = Wallet.objects.filter(id=market_id).aggregate(
        owed=Sum("balance"),
        held=Sum("held_minor"),
        wallets=Count("buyer_id", filter=Q(balance__gt=0)),
    )
    owed, held = Money(told["owed"] or 0, currency), Money(told["held"] or 0, currency)
    return WalletFigures(currency, owed, held, told["wallets"])


def gift_card(market_id: UUID, card_id: UUID) -> GiftView | None:
    rows = GiftCard.objects.filter(owner_id=market_id, id=card_id).values_list(*GIFT)
    return next((_gift(*row) for row in rows), None)


def gift_cards_of(buyer_id: UUID, market_id: UUID) -> list[GiftView]:
    """Those that he bought and paid, the newest first."""
    rows = GiftCard.objects.filter(owner_id=market_id, buyer_id=buyer_id, paid_at__isnull=False)
    return [_gift(*row) for row in rows.order_by("-opened_at").values_list(*GIFT)[:50]]


def gift_cards_to(email: str, buyer_ids: Sequence[UUID]) -> list[GiftView]:
    """Those that were sent to an address or redeemed by a person, in all markets."""
    his = Q(redeemed_by__in=buyer_ids) | (Q(to_email=email) if email else Q())
    rows = GiftCard.objects.filter(his, sent_at__isnull=False).order_by("-opened_at")
    return [_gift(*row) for row in rows.values_list(*GIFT)]


def gift_cards_of_market(
    market_id: UUID, text: str = "", page: int = 1, size: int = 30
) -> Page[GiftView]:
    """Those that were paid or issued, the newest first: for staff. `text` is the end of a code or
    the start of an address."""
    start = (page - 1) * size
    rows = GiftCard.objects.filter(owner_id=market_id, paid_at__isnull=False)
    if text:
        rows = rows.filter(Q(last=text.upper()[-4:]) | Q(to_email__istartswith=text))
    told = rows.order_by("-opened_at", "-id").values_list(*GIFT)[start : start + size + 1]
    found = [_gift(*row) for row in told]
    return Page(found[:size], page, size, has_next=len(found) > size)


def gift_figures(market_id: UUID) -> GiftFigures:
    rows = GiftCard.objects.filter(owner_id=market_id, state=GiftState.LIVE)
    told = rows.aggregate(owed=Sum("amount_minor"), cards=Count("id"))
    owed = Money(told["owed"] or 0, market_by_id(market_id).currency)
    return GiftFigures(owed, told["cards"])


def gift_bounds(currency: str) -> tuple[Money, Money]:
    """What a gift card is worth at least and at most."""
    return bounds_of_gift(currency)


def _gift(*row) -> GiftView:
    market_id, id, last, amount, currency, state, design, *rest = row
    money = Money(amount, currency)
    return GiftView(market_id, id, last, money, GiftState(state), GiftDesign(design), *rest)


def _counted(market_id: UUID) -> Callable[[int], Money]:
    return partial(Money, currency=market_by_id(market_id).currency)


def _wallets(rows: Iterable[tuple]) -> list[WalletView]:
    return [
        WalletView(buyer_id, market_id, Money(balance, currency), Money(held, currency))
        for buyer_id, market_id, balance, held, currency in rows
    ]


@proof("every wallet is the sum of its moves and of its lots")
def wallets_proof() -> Findings:
    return accounts_are_moves_and_lots(CREDIT)


@proof("each move's balance is the one before it and the move itself")
def moves_proof() -> Findings:
    return moves_follow(CREDIT)


@proof("every wallet holds what its holds say")
def holds_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'wallet ' || w.buyer_id, w.held_minor = coalesce(h.held, 0)
            FROM wallet w
            LEFT JOIN (SELECT buyer_id, wallet_id, sum(amount_minor) AS held
                       FROM wallet_hold WHERE state = 'held' GROUP BY 1, 2) h
              ON h.buyer_id = w.buyer_id AND h.wallet_id = w.id
        """)
    )


@proof("the market's book tells of every move what it did to the wallets, and of nothing else")
def books_proof() -> Findings:
    return compared(
        SQL("""
            SELECT coalesce('move ' || m.id, j.reference),
                   coalesce(m.amount, 0) = coalesce(j.amount, 0)
            FROM (SELECT account_id, id, amount, 'wallet_' || kind || ':' || id AS reference
                  FROM wallet_move) m
            FULL JOIN (
                SELECT j.seller_id, j.reference, sum(CASE WHEN p.credit = 'wallet_liability'
                    THEN p.amount_minor ELSE -p.amount_minor END) AS amount
                FROM ledger_journal j
                JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
                WHERE 'wallet_liability' IN (p.credit, p.debit) GROUP BY 1, 2) j
              ON j.seller_id = m.account_id AND j.reference = m.reference
        """)
    )


@proof("what passes between sellers' books and the market's adds up to nothing")
def clearing_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'wallet_clearing ' || j.currency, sum(CASE WHEN p.debit = 'wallet_clearing'
                THEN p.amount_minor ELSE -p.amount_minor END) = 0
            FROM ledger_posting p
            JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
            WHERE 'wallet_clearing' IN (p.credit, p.debit) GROUP BY j.currency
        """)
    )


@proof("the journal tells of every gift card whether it is out, redeemed or called off")
def gifts_proof() -> Findings:
    return compared(
        SQL("""
            SELECT 'gift card ' || coalesce(g.id::text, j.card), CASE
                   WHEN g.id IS NULL THEN false
                   WHEN g.state = 'live' THEN j.owed = g.amount_minor
                   ELSE coalesce(j.owed, 0) = 0 END
               AND coalesce(j.made, 0) = CASE WHEN g.paid_at IS NULL THEN 0
                                              ELSE g.amount_minor END
            FROM wallet_gift_card g
            FULL JOIN (
                SELECT j.seller_id, coalesce(
                           (SELECT right(m.reference, 32)::uuid::text FROM wallet_move m
                            WHERE m.account_id = j.seller_id AND j.kind = 'wallet_gift_card'
                              AND 'wallet_gift_card:' || m.id = j.reference),
                           split_part(j.reference, ':', 2)) AS card,
                       sum(CASE WHEN p.credit = 'gift_card_liability' THEN p.amount_minor
                                ELSE -p.amount_minor END) AS owed,
                       sum(p.amount_minor) FILTER (
                           WHERE p.credit = 'gift_card_liability') AS made
                FROM ledger_journal j
                JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
                WHERE 'gift_card_liability' IN (p.credit, p.debit) GROUP BY 1, 2) j
              ON j.seller_id = g.owner_id AND j.card = g.id::text
        """)
    )
