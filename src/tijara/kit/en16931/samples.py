"""Papers of every kind, for an authority's documents of trial and for evaluations."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tijara.kit.money import Money, allocate, round_half_up, total

from .model import (
    Adjustment,
    Allowance,
    Category,
    PaperKind,
    Place,
    Preceding,
    SemanticInvoice,
    SupplyLine,
    TaxShare,
    Trader,
    totals_of,
)

MOST_LINES = 9
Part = tuple[int, Category, int]
"""(amount with tax, category, rate)."""
Why = tuple[str, str]
"""(code, words) of a reason why there is no tax."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """Between whom a sample is written, when, in which currency, and under which names."""

    seller: Trader
    buyer: Trader
    moment: datetime
    currency: str
    number: str
    uuid: UUID
    is_simplified: bool = False
    reasons: Mapping[Category, Why] = field(default_factory=dict)
    paid_minor: int = 0
    """What was paid before it was written."""
    delivered_to: Place | None = None


def paper(
    kind: PaperKind,
    on: Occasion,
    goods: Sequence[Part],
    beside: Sequence[Part] = (),
    off: Sequence[int] = (),
) -> SemanticInvoice:
    """`beside` are charges where the amount is above nothing, allowances below it; `off` is what
    was taken off each line, before tax."""
    currency = on.currency
    parted = _parted([*goods, *beside], currency)
    less = [*off, *(0 for _ in goods[len(off) :])]
    lines = tuple(
        SupplyLine(f"Goods {place}", place, net, category, rate, tax, _allowance(net, minor))
        for place, ((net, category, rate, tax), minor) in enumerate(
            zip(parted[: len(goods)], less, strict=True), 1
        )
    )
    adjustments = tuple(
        Adjustment(
            net.minor > 0,
            net if net.minor > 0 else -net,
            "Delivery" if net.minor > 0 else "Discount",
            "FC" if net.minor > 0 else "95",
            category,
            rate,
        )
        for net, category, rate, _ in parted[len(goods) :]
    )
    shares = _shares(parted, currency, on.reasons)
    is_note = kind is not PaperKind.INVOICE
    return SemanticInvoice(
        kind=kind,
        is_simplified=on.is_simplified,
        number=on.number,
        uuid=on.uuid,
        issued_at=on.moment,
        supplied_on=on.moment.date(),
        seller=on.seller,
        buyer=on.buyer,
        lines=lines,
        adjustments=adjustments,
        shares=shares,
        totals=totals_of(lines, adjustments, shares, Money(on.paid_minor, currency)),
        payment_code="10",
        preceding=Preceding("SAMPLE-0", on.moment.date()) if is_note else None,
        reason="Goods came back" if is_note else "",
        delivered_to=on.delivered_to,
    )


def _allowance(net: Money, minor: int) -> Allowance | None:
    off = Money(minor, net.currency)
    return Allowance(off, net + off, "Discount", "95") if minor else None


def odd_amounts(many: int, rate_bp: int) -> Iterator[list[Part]]:
    """Goods whose tax can't be parted evenly, so that rounding shows: the same every time."""
    step = 7
    for place in range(many):
        amounts = []
        for _ in range(place % MOST_LINES + 1):
            step = (step * 48_271) % 2_147_483_647
            amounts.append(step % 99_999 + 1)
        yield [(amount, Category.STANDARD, rate_bp) for amount in amounts]


def _parted(parts: Sequence[Part], currency: str) -> list[tuple[Money, Category, int, Money]]:
    """Tax is found for each category and rate as a whole, and goes to its parts by largest
    remainder."""
    taxes = [0] * len(parts)
    for kind in dict.fromkeys(part[1:] for part in parts):
        places = [place for place, part in enumerate(parts) if part[1:] == kind]
        amounts = [parts[place][0] for place in places]
        whole = round_half_up(sum(amounts) * kind[1], 10_000 + kind[1])
        shares = allocate(whole, [abs(amount) for amount in amounts])
        for place, share in zip(places, shares, strict=True):
            taxes[place] = share
    return [
        (Money(gross - tax, currency), category, rate, Money(tax, currency))
        for (gross, category, rate), tax in zip(parts, taxes, strict=True)
    ]


def _shares(
    parted: list[tuple[Money, Category, int, Money]], currency: str, reasons: Mapping[Category, Why]
) -> tuple[TaxShare, ...]:
    found: dict[tuple[Category, int], list[tuple[Money, Money]]] = {}
    for net, category, rate, tax in parted:
        found.setdefault((category, rate), []).append((net, tax))
    return tuple(
        TaxShare(
            category,
            rate,
            total([net for net, _ in some], currency),
            total([tax for _, tax in some], currency),
            reason_code=reasons.get(category, ("", ""))[0],
            reason=reasons.get(category, ("", ""))[1],
        )
        for (category, rate), some in found.items()
    )
