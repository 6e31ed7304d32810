"""The points programme of the demonstration, its tiers, customer groups and a gift of points."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.catalogue.queries import category
from tijara.domains.groups.actions import add_members, save_group
from tijara.domains.groups.shapes import GroupDraft
from tijara.domains.loyalty.actions import (
    PointsShort,
    grant_points,
    offer_extra_points,
    save_tiers,
    set_programme,
    turn_in_points,
    write_rate,
)
from tijara.domains.loyalty.queries import programme_of
from tijara.domains.loyalty.shapes import (
    ForWhat,
    GrantReason,
    PointsGrantDraft,
    ProgrammeDraft,
    RateDraft,
    TierDraft,
)
from tijara.domains.markets.queries import market
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.parties.actions import open_customer
from tijara.domains.pricing.actions import save_price_list
from tijara.domains.pricing.shapes import Audience, ListTerms
from tijara.domains.stores.queries import store_by_slug
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import going_from, now
from tijara.kit.powers import BUYER_POWERS, VISITOR_POWERS

from . import content


def load_points(offer_keys: dict[str, OfferKey]) -> None:
    """Before anything is ordered, and once: what is there was perhaps changed by somebody since."""
    told = content.read("points")
    market_id = market(content.read("market")["market"]["slug"]).id
    if programme_of(market_id) is not None:
        return
    buyer_id = _buyer(told["buyer"])
    with going_from(now() - timedelta(days=told["gift"]["days_ago"])):
        _begin(market_id, told)
        _add(told["extra"])
        gift = told["gift"]
        _give(buyer_id, market_id, "gift", gift["points"], gift["note"])
        for place, one in enumerate(told["welcome"]):
            _give(_buyer(one["person"]), market_id, f"welcome-{place}", one["points"])
    for one in told["group"]:
        if "list_of" in one:
            _prices(one, offer_keys[one["list_of"]].seller_id)


def _add(told: dict) -> None:
    """A shop that gives its buyers more of them."""
    shop = store_by_slug(told["store"])
    if shop:
        extra = round((told["times"] - 1) * 10_000)
        offer_extra_points(actor=SYSTEM, seller_id=shop.seller_id, extra_bp=extra)


def spend_points() -> None:
    """After her orders: some of what she earned became credit."""
    told = content.read("points")
    market_id = market(content.read("market")["market"]["slug"]).id
    buyer_id, spent = _buyer(told["buyer"]), told["spent"]
    with going_from(now() - timedelta(days=spent["days_ago"])), suppress(PointsShort):
        turn_in_points(
            actor=Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS),
            buyer_id=buyer_id,
            market_id=market_id,
            points=spent["points"],
            key=content.id_of("points", "spent"),
        )


def _give(buyer_id: UUID, market_id: UUID, key: str, points: int, note: str = "") -> None:
    grant_points(
        actor=SYSTEM,
        buyer_id=buyer_id,
        market_id=market_id,
        grant_id=content.id_of("points", key),
        draft=PointsGrantDraft(points, GrantReason.CAMPAIGN, note),
    )


def _begin(market_id: UUID, told: dict) -> None:
    programme = dict(told["programme"])
    worth = content.price(programme.pop("worth")).minor
    draft = ProgrammeDraft(is_on=True, worth_minor=worth, **programme)
    set_programme(actor=SYSTEM, market_id=market_id, draft=draft)
    for place, one in enumerate(told["rate"]):
        _rate(market_id, content.id_of("points", f"rate-{place}"), one)
    for one in told["group"]:
        _group(market_id, one)
    tiers = [
        TierDraft(
            name_ar,
            content.price(one["from"]).minor,
            round(one["times"] * 10_000),
            name_en,
            name_fr,
            content.id_of("group", one["group"]) if "group" in one else None,
        )
        for one in told["tier"]
        for name_ar, name_en, name_fr in [one["names"]]
    ]
    save_tiers(actor=SYSTEM, market_id=market_id, drafts=tiers)


def _rate(market_id: UUID, rate_id: UUID, told: dict) -> None:
    per, node = content.price(told["per"]).minor, category(told.get("department", ""))
    of = ForWhat.DEPARTMENT if node else ForWhat.ALL
    draft = RateDraft(told["points"], per, of, node.id if node else None)
    write_rate(actor=SYSTEM, market_id=market_id, rate_id=rate_id, draft=draft)


def _group(market_id: UUID, told: dict) -> None:
    group_id = content.id_of("group", told["key"])
    draft = GroupDraft(*told["names"], is_for_shops=True)
    save_group(actor=SYSTEM, market_id=market_id, group_id=group_id, draft=draft)
    if members := told.get("members"):
        text = " ".join(members)
        add_members(actor=SYSTEM, market_id=market_id, group_id=group_id, text=text)


def _prices(told: dict, seller_id: UUID) -> None:
    """A shop's price list for the group."""
    group_id = content.id_of("group", told["key"])
    terms = ListTerms(*told["names"], Audience.GROUP, off_bp=told["off"], group_id=group_id)
    save_price_list(actor=SYSTEM, seller_id=seller_id, terms=terms)


def _buyer(email: str) -> UUID:
    """Under his own id, also where he has never signed in."""
    person = account_by_email(email)
    if person is None:
        raise LookupError(email)
    return open_customer(actor=Actor(ActorKind.BUYER, person.id, powers=VISITOR_POWERS))
