"""What the demonstration's market takes and keeps back, and what its gateway has settled."""

import csv
import io
from datetime import datetime, timedelta
from io import BytesIO
from uuid import UUID

from tijara.domains.catalogue.queries import category
from tijara.domains.clearing.actions import ReportKnown, book_report, read_report
from tijara.domains.clearing.queries import report, reports
from tijara.domains.commissions.actions import write_rule
from tijara.domains.commissions.shapes import CommissionTerms, LimitsFor
from tijara.domains.markets.queries import market
from tijara.domains.settlements.actions import set_reserve
from tijara.domains.settlements.queries import own_reserve_terms
from tijara.domains.settlements.shapes import ReserveTerms
from tijara.kit.actor import SYSTEM
from tijara.kit.arabic import parse_decimal
from tijara.kit.clock import going_from, now
from tijara.kit.money import Money

from . import cards, content
from .goods import OPEN_DAYS

GATEWAY = "moyasar"
SHORT_MINOR = 1000
BOOKED_UNTIL, BROUGHT_UNTIL = timedelta(days=8), timedelta(days=1)
"""Up to then the gateway has paid, and up to then it says that it pays."""


def load_settling_terms() -> None:
    """Before anything is ordered: what holds on its day decides. What is there stays as it is."""
    with going_from(now() - timedelta(days=OPEN_DAYS)):
        for place, told in enumerate(content.read("market")["commission"]):
            _rule(place, told)
        told = content.read("market")["reserve"]
        seller_id = content.id_of("seller", told["store"])
        if own_reserve_terms(seller_id) is None:
            fixed = content.price(told["fixed"]).minor if "fixed" in told else 0
            terms = ReserveTerms(told["rate_bp"], told["days"], fixed)
            set_reserve(actor=SYSTEM, market_id=_market_id(), seller_id=seller_id, terms=terms)


def load_reports() -> None:
    """One that is booked, and one that somebody has to look at: a payment in it is a little short,
    and one is of no order of ours."""
    if reports().items:
        return
    with cards.gateway() as takes_cards:
        if not takes_cards:
            return
        middle, last = now() - BOOKED_UNTIL, now() - BROUGHT_UNTIL
        settled = cards.settlement("", _wire(middle))
        fresh = cards.settlement(_wire(middle), _wire(last))
    with going_from(middle + timedelta(hours=20)):
        made = _read(settled, middle)
        found = report(made) if made else None
        if found and found.lines:
            reference = f"MYSR{now():%y%m%d}0417"
            book_report(
                actor=SYSTEM, report_id=found.id, bank_reference=reference, received=found.net
            )
    with going_from(now() - timedelta(hours=3)):
        _read(_with_differences(fresh), last)


def _rule(place: int, told: dict) -> None:
    node = category(told["department"]) if "department" in told else None
    terms = CommissionTerms(
        label=told["label"],
        rate_bp=told["rate_bp"],
        fixed_minor=content.price(told["fixed"]).minor if "fixed" in told else 0,
        floor_minor=content.price(told["floor"]).minor if "floor" in told else 0,
        cap_minor=content.price(told["cap"]).minor if "cap" in told else None,
        limits_for=LimitsFor(told.get("limits_for", "line")),
        seller_id=content.id_of("seller", told["store"]) if "store" in told else None,
        category_id=node.id if node else None,
    )
    rule_id = content.id_of("commission", str(place))
    write_rule(actor=SYSTEM, market_id=_market_id(), rule_id=rule_id, terms=terms)


def _read(text: str, until: datetime) -> UUID | None:
    """None: it was brought before, or nothing stands in it."""
    if text.count("\n") < 2:
        return None
    name = f"moyasar-settlement-{until:%Y-%m-%d}.csv"
    try:
        return read_report(
            actor=SYSTEM, gateway=GATEWAY, content=BytesIO(text.encode()), file_name=name
        )
    except ReportKnown:
        return None


def _with_differences(text: str) -> str:
    rows = list(csv.DictReader(io.StringIO(text)))
    paid = [row for row in rows if row["type"] == "pay"]
    if not paid:
        return text
    short, odd = paid[0], dict(paid[-1])
    for name in ("amount", "net_amount"):
        less = (parse_decimal(short[name], 2) or 0) - SHORT_MINOR
        short[name] = Money(less, "SAR").to_decimal_string()
    odd |= {"payment_id": "5d1c9f0e-77aa-4a52-9c1e-0c6f2f4b8e11", "description": ""}
    written = io.StringIO()
    table = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    table.writeheader()
    table.writerows([*rows, odd])
    return written.getvalue()


def _wire(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _market_id() -> UUID:
    return market(content.read("market")["market"]["slug"]).id
