"""How an order's money is parted among its parcels: docs/algorithms/parcels.md."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.shapes import LineKind, OrderLineView, OrderView

from ..shapes import ParcelKind, ParcelUnits, Share, ShipmentView

Units = Mapping[UUID, int]
"""Quantities by the ids of order lines."""


def taken_units(parcels: Iterable[Sequence[ParcelUnits]]) -> dict[UUID, int]:
    """What parcels hold of each line, together."""
    taken: dict[UUID, int] = {}
    for parcel in parcels:
        for units in parcel:
            taken[units.line_id] = taken.get(units.line_id, 0) + units.quantity
    return taken


def left_units(lines: Iterable[OrderLineView], taken: Units, kind: LineKind) -> dict[UUID, int]:
    """What is in no parcel yet, of the lines of this kind."""
    left = {line.id: line.quantity - taken.get(line.id, 0) for line in lines if line.kind is kind}
    return {line_id: units for line_id, units in left.items() if units > 0}


def stock_units(lines: Iterable[OrderLineView], units: Units) -> dict[UUID, int]:
    """The same units by stock."""
    found: dict[UUID, int] = {}
    for line in lines:
        if many := units.get(line.id, 0):
            found[line.stock_id] = found.get(line.stock_id, 0) + many
    return found


def share_of(order: OrderView, taken: Units, units: Units, *, has_charges: bool) -> Share:
    """What `units` are worth when `taken` went before them.

    `has_charges`: this is the one parcel that carries delivery and fee, with the tax in them.
    """
    items = tax = commission = commission_vat = support = 0
    for line in order.lines:
        if many := units.get(line.id, 0):
            before = taken.get(line.id, 0)
            items += part(line.total.minor, line.quantity, before, many)
            tax += part(line.tax.minor, line.quantity, before, many)
            commission += part(line.commission.minor, line.quantity, before, many)
            commission_vat += part(line.commission_vat.minor, line.quantity, before, many)
            support += part(line.support_minor, line.quantity, before, many)
    if has_charges:
        support += order.delivery_support_minor
        tax += order.tax.minor - sum(line.tax.minor for line in order.lines)
    return Share(
        currency=order.total.currency,
        items_minor=items,
        delivery_minor=order.delivery.minor if has_charges else 0,
        fee_minor=order.fee.minor if has_charges else 0,
        tax_minor=tax,
        commission_minor=commission,
        commission_vat_minor=commission_vat,
        support_minor=support,
    )


def part(amount: int, whole: int, before: int, many: int) -> int:
    """The amount of `many` units of `whole`, when `before` had theirs. Counted up from the first
    unit and rounded down, so that neighbours meet without a gap and the last takes the rest."""
    return amount * (before + many) // whole - amount * before // whole


def carries_charges(
    kind: ParcelKind, *, carried_before: bool, is_digital: bool, stays_behind: bool
) -> bool:
    """Is this the parcel that carries delivery and fee? The first that goes to the buyer's door
    is, or the first of an order that is digital as a whole; where none ever goes, the last of all
    (nothing `stays_behind`). `carried_before`: an earlier one has carried them."""
    if carried_before:
        return False
    goes = kind is ParcelKind.CARRIED or (kind is ParcelKind.DIGITAL and is_digital)
    return goes or not stays_behind


def credit_of(credit_minor: int, total_minor: int, before: Iterable[Share], share: Share) -> int:
    """What of the order's credit pays this parcel, after those `before` it. What comes to nothing
    has none of it."""
    went = sum(one.total_minor for one in before)
    return part(credit_minor, total_minor, went, share.total_minor) if total_minor else 0


def ahead_of(order: OrderView, before: Iterable[ShipmentView], share: Share, credit: int) -> int:
    """What of what was paid ahead of the order's rest pays this parcel, whose part of the wallet's
    is `credit`. Counted up with the wallet's, so that no parcel has more before than it is worth.
    """
    if not order.ahead_minor:
        return 0
    before = list(before)
    went = sum(one.share.total_minor for one in before)
    paid = order.credit_minor + order.ahead_minor
    until = paid * (went + share.total_minor) // order.total.minor
    return max(0, until - sum(one.before_minor for one in before) - credit)


def delivered_transfers(share: Share, *, paid_minor: int, is_held: bool) -> list[Transfer]:
    """The courier holds in cash what was not paid before; the seller has earned goods and
    delivery less commission: held for him where the market protects its buyers for a while.
    Together they empty what this share had put into ORDERS_PENDING. What the market gave of the
    price it pays the seller itself."""
    seller = share.seller_minor - share.support_minor
    earned = Account.SELLER_HELD if is_held else Account.SELLER_PAYABLE
    owed = (
        Transfer(Account.ORDERS_PENDING, earned, seller)
        if seller >= 0
        else Transfer(Account.SELLER_PAYABLE, Account.ORDERS_PENDING, -seller)
    )
    cash = share.total_minor - paid_minor
    return [
        Transfer(Account.CARRIER_RECEIVABLE, Account.BUYER_RECEIVABLE, cash),
        owed,
        Transfer(Account.MARKET_PROMOTIONS, earned, share.support_minor),
        Transfer(Account.ORDERS_PENDING, Account.COMMISSION_REVENUE, share.commission_minor),
        Transfer(Account.ORDERS_PENDING, Account.COMMISSION_VAT, share.commission_vat_minor),
        Transfer(Account.ORDERS_PENDING, Account.PAYMENT_FEE_REVENUE, share.fee_minor),
    ]


def undone_transfers(share: Share, *, paid_minor: int) -> list[Transfer]:
    """Refused or given up: nobody owes for it, and what was paid is the buyer's again."""
    unpaid = share.total_minor - paid_minor
    return [
        Transfer(Account.ORDERS_PENDING, Account.BUYER_REFUNDABLE, paid_minor),
        Transfer(Account.ORDERS_PENDING, Account.BUYER_RECEIVABLE, unpaid),
    ]
