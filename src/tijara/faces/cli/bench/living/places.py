"""Where a history happens: markets of three currencies, and each hand's sellers and buyers.

Each market has points and three promotions of its own, one of which it pays half of; each seller
has one that holds by itself and one for a code, which is soon used up.
"""

from dataclasses import dataclass
from datetime import timedelta
from random import Random
from uuid import UUID

from tijara.domains.accounts.actions import create_account
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
from tijara.faces.cli.bench import past
from tijara.faces.cli.bench.past import Good, Shelf
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import VISITOR_POWERS

CURRENCIES = (("sa-trial", "SA", "SAR"), ("kw-trial", "KW", "KWD"), ("eg-trial", "EG", "EGP"))
KINDS = (ProcessKind.BY_STAFF, ProcessKind.FOR_BUYER, ProcessKind.PLAIN)
SHOPS, GOODS, MEMBERS = 3, 8, 10
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
        market = past.new_market(slug, country, currency, protection_days=PROTECTED)
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
                Good(f"{slug}-{seed}-{place}-{good}", f"سلعة {good}", chance.randrange(500, 90_000))
                for good in range(GOODS)
            ],
        )
        for place in range(SHOPS)
    ]
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
