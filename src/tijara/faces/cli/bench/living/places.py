"""Where a history happens: markets of three currencies, and each hand's sellers and buyers.

Each market has points and three promotions of its own, one of which it pays half of; each seller
has one that holds by itself and one for a code, which is soon used up.
"""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from uuid import UUID

from tijara.domains.accounts.actions import create_account
from tijara.domains.cash_terms.actions import set_cash_terms, set_deposit_rule
from tijara.domains.cash_terms.shapes import CashTerms, DepositRule
from tijara.domains.deals.actions import choose_process
from tijara.domains.deals.shapes import ProcessKind, TermsDraft
from tijara.domains.loyalty.actions import set_programme, write_rate
from tijara.domains.loyalty.shapes import ProgrammeDraft, RateDraft
from tijara.domains.markets.queries import market as market_called
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.parties.actions import open_customer
from tijara.domains.promotions.actions import join_promotion, save_promotion
from tijara.domains.promotions.queries import market_promotions
from tijara.domains.promotions.shapes import Limits, PromotionDraft, PromotionKind, Terms
from tijara.domains.settlements.actions import set_reserve
from tijara.domains.settlements.shapes import ReserveTerms
from tijara.faces.cli.bench import past
from tijara.faces.cli.bench.past import Good, Shelf
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import VISITOR_POWERS

CURRENCIES = (("sa-trial", "SA", "SAR"), ("kw-trial", "KW", "KWD"), ("eg-trial", "EG", "EGP"))
IBANS = {
    "SA": past.IBAN,
    "KW": "KW81CBKU0000000000001234560101",
    "EG": "EG380019000500000000263180002",
}
CARDS_IN = "SAR"
KINDS = (ProcessKind.BY_STAFF, ProcessKind.FOR_BUYER, ProcessKind.PLAIN)
SHOPS, GOODS, MEMBERS = 3, 8, 10
SIZES = 4
"""So many goods are one product, of which each size has a price of its own."""
BACK_MINOR, BACK_BP, FORFEIT_BP = 1500, 4000, 2500
"""What a parcel costs that was not taken, the seller's part of it, and what of a deposit he
keeps."""
DEAR_MINOR, DEAR_BP, RISK_BP = 350_000, 2000, 3000
"""A deposit is asked of dear baskets, and of who has not taken a parcel before."""
RESERVE = ReserveTerms(rate_bp=500, days=7)
FIXED = ReserveTerms(rate_bp=1000, days=3, fixed_minor=50_000)
DAYS_BACK, PROTECTED = 20, 2
MARKETS_CODE, SHOPS_CODE = "SOUQ15", "SHOP"
WHOLE, HALF = 10_000, 5_000


@dataclass(frozen=True, slots=True)
class Place:
    """A market as one hand knows it: its sellers there, and its buyers with an account."""

    market: MarketPolicy
    shelves: list[Shelf]
    members: list[UUID]
    codes: dict[UUID, str]
    """Of a seller's own promotion."""


def open_markets() -> None:
    for (slug, country, currency), kind in zip(CURRENCIES, KINDS, strict=True):
        market = past.new_market(
            slug, country, currency, protection_days=PROTECTED, **_ways_to_pay(country, currency)
        )
        _keep_terms(market)
        draft = TermsDraft(kind, answer_days=1, decide_days=1)
        choose_process(actor=SYSTEM, market_id=market.id, draft=draft)
        set_programme(
            actor=SYSTEM, market_id=market.id, draft=ProgrammeDraft(is_on=True, least_points=10)
        )
        rate = RateDraft(points=1, per_minor=100)
        write_rate(actor=SYSTEM, market_id=market.id, rate_id=new_id(), draft=rate)
        _promote(
            market,
            OPERATOR_ID,
            Terms(PromotionKind.PERCENT, bp=1500, market_bp=WHOLE),
            code=f"{MARKETS_CODE}{currency}",
            limits=Limits(most_each=3),
        )
        _promote(
            market,
            OPERATOR_ID,
            Terms(PromotionKind.AMOUNT, minor=777, min_minor=150_000, market_bp=HALF),
        )
        _promote(
            market,
            OPERATOR_ID,
            Terms(PromotionKind.DELIVERY, min_minor=200_000, market_bp=WHOLE),
        )


def _ways_to_pay(country: str, currency: str) -> dict:
    ways = ("cash_on_delivery", "bank_transfer", *(("card",) if currency == CARDS_IN else ()))
    bank = {"bank_name": "مصرف", "bank_holder": "سوق للتجربة", "bank_iban": IBANS[country]}
    return {"payment_methods": ways, **bank}


def _keep_terms(market: MarketPolicy) -> None:
    """On what terms cash is taken and money kept back. One market pays its sellers before the cash
    has come, one keeps something back of everybody."""
    terms = CashTerms(
        return_charge_minor=BACK_MINOR,
        return_seller_bp=BACK_BP,
        forfeit_bp=FORFEIT_BP,
        pays_before_cash=market.currency == CURRENCIES[1][2],
    )
    set_cash_terms(actor=SYSTEM, market_id=market.id, terms=terms)
    for from_minor, refusals, share in ((DEAR_MINOR, 0, DEAR_BP), (0, 1, RISK_BP)):
        rule = DepositRule("", from_minor, refusals, is_for_newcomers=False, share_bp=share)
        set_deposit_rule(actor=SYSTEM, market_id=market.id, rule=rule)
    if market.currency == CURRENCIES[2][2]:
        set_reserve(actor=SYSTEM, market_id=market.id, seller_id=None, terms=RESERVE)


def places(seed: str) -> list[Place]:
    return [_place(slug, seed) for slug, _, _ in CURRENCIES]


def _place(slug: str, seed: str) -> Place:
    market = market_called(slug)
    if market is None:
        raise LookupError(slug)
    chance = Random(slug)
    shelves = [
        past.new_shelf(
            market,
            f"متجر {slug} {place}",
            f"{slug}-{seed}-{place}",
            [
                Good(
                    f"{slug}-{seed}-{place}-{good}",
                    f"سلعة {good}",
                    chance.randrange(500, 90_000),
                    family=f"{slug}-{seed}-{place}" if good < SIZES else "",
                )
                for good in range(GOODS)
            ],
        )
        for place in range(SHOPS)
    ]
    set_reserve(actor=SYSTEM, market_id=market.id, seller_id=shelves[0].seller_id, terms=FIXED)
    shared = [one for one in market_promotions(market.id).items if one.terms.market_bp == HALF]
    codes = {}
    for number, shelf in enumerate(shelves):
        codes[shelf.seller_id] = code = f"{SHOPS_CODE}{seed}{number}"
        percent = Terms(PromotionKind.PERCENT, bp=555, min_minor=100_000)
        three = Terms(PromotionKind.GET_MORE, bp=WHOLE, buy=3, get=1)
        _promote(market, shelf.seller_id, three if number else percent)
        _promote(
            market,
            shelf.seller_id,
            Terms(PromotionKind.PERCENT, bp=2000, most_minor=5_000),
            code=code,
            limits=Limits(most_uses=60, budget_minor=150_000),
        )
        for one in shared if number else ():
            join_promotion(actor=SYSTEM, seller_id=shelf.seller_id, promotion_id=one.id)
    return Place(market, shelves, [_member() for _ in range(MEMBERS)], codes)


def _promote(market: MarketPolicy, owner_id: UUID, terms: Terms, **more) -> None:
    draft = PromotionDraft(
        market.id,
        name_ar="عرض للتجربة",
        name_en="An offer to be tried",
        terms=terms,
        starts_at=now() - timedelta(days=DAYS_BACK + 1),
        **more,
    )
    save_promotion(actor=SYSTEM, owner_id=owner_id, draft=draft)


def _member() -> UUID:
    """The own buyer's id of somebody with an account."""
    person_id = create_account(actor=SYSTEM, email=f"{new_id()}@bench.example", name="مشترٍ")
    return open_customer(actor=Actor(ActorKind.BUYER, person_id, powers=VISITOR_POWERS))
