"""How the money of what comes back is taken from whom had it."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from tijara.domains.fulfilment.queries import units_of_share
from tijara.domains.fulfilment.shapes import LineShare, Share
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.orders.shapes import OrderLineView

AMOUNTS = (
    "items_minor", "tax_minor", "commission_minor", "commission_vat_minor", "support_minor",
    "support_tax_minor",
)  # fmt: skip
"""Of a line's share, in its order."""
TAKEN_FROM = {"card": Account.GATEWAY_RECEIVABLE}
"""Where the money of a refund comes from, by the way it was paid; others: our bank account."""


def units_left(delivered: Mapping[UUID, LineShare], *taken: Mapping[UUID, int]) -> dict[UUID, int]:
    """What of each line was delivered and is not among those `taken`: given back, or on its way."""
    left = {
        line_id: share.quantity - sum(each.get(line_id, 0) for each in taken)
        for line_id, share in delivered.items()
    }
    return {line_id: units for line_id, units in left.items() if units > 0}


def next_part(whole: LineShare, gone: LineShare, many: int) -> LineShare:
    """The next `many` of the units that were delivered, after those that have `gone`. Parcels may
    come between one refund and the next, and their parts are rounded each for itself: so no unit
    gets more than is left, and the last of what has arrived so far takes the rest."""
    even = units_of_share(whole, gone.quantity, many)
    takes_rest = gone.quantity + many == whole.quantity
    return LineShare(
        whole.line_id,
        many,
        *(
            left if takes_rest else min(getattr(even, name), left)
            for name in AMOUNTS
            for left in (getattr(whole, name) - getattr(gone, name),)
        ),
    )


def share_of_parts(
    parts: Iterable[LineShare], whole: Share, delivered: Iterable[LineShare], *, with_charges: bool
) -> Share:
    """The parts together; `with_charges`: delivery and fee too, with the tax that is in them."""
    parts, delivered = list(parts), list(delivered)
    beside = whole.tax_minor - sum(one.tax_minor for one in delivered)
    support = whole.support_minor - sum(one.support_minor for one in delivered)
    return Share(
        currency=whole.currency,
        items_minor=sum(one.items_minor for one in parts),
        delivery_minor=whole.delivery_minor if with_charges else 0,
        fee_minor=whole.fee_minor if with_charges else 0,
        tax_minor=sum(one.tax_minor for one in parts) + (beside if with_charges else 0),
        commission_minor=sum(one.commission_minor for one in parts),
        commission_vat_minor=sum(one.commission_vat_minor for one in parts),
        support_minor=sum(one.support_minor for one in parts) + (support if with_charges else 0),
    )


def refund_transfers(
    share: Share, held_minor: int, *, owed: Account = Account.BUYER_REFUNDABLE
) -> list[Transfer]:
    """Each part from whom the delivery gave it to, to whom it is `owed` now. The seller's comes out
    of what is held for him as far as that goes, the rest off his balance, which may fall below
    nothing. What the market had paid him of the price comes back to it."""
    seller = share.seller_minor - share.support_minor
    held = min(max(seller, 0), held_minor)
    rest = seller - held
    support_held = min(share.support_minor, held_minor - held)
    return [
        Transfer(Account.SELLER_HELD, owed, held),
        Transfer(Account.SELLER_PAYABLE, owed, rest)
        if rest >= 0
        else Transfer(owed, Account.SELLER_PAYABLE, -rest),
        Transfer(Account.SELLER_HELD, Account.MARKET_PROMOTIONS, support_held),
        Transfer(
            Account.SELLER_PAYABLE, Account.MARKET_PROMOTIONS, share.support_minor - support_held
        ),
        Transfer(Account.COMMISSION_REVENUE, owed, share.commission_minor),
        Transfer(Account.COMMISSION_VAT, owed, share.commission_vat_minor),
        Transfer(Account.PAYMENT_FEE_REVENUE, owed, share.fee_minor),
    ]


def stock_units(lines: Iterable[OrderLineView], units: Mapping[UUID, int]) -> dict[UUID, int]:
    """The same units by stock."""
    found: dict[UUID, int] = {}
    for line in lines:
        if many := units.get(line.id, 0):
            found[line.stock_id] = found.get(line.stock_id, 0) + many
    return found


def paid_transfer(method: str, amount_minor: int, *, is_by_bank: bool) -> Transfer:
    """What staff gave back of a card's money by bank left the bank, not the gateway."""
    source = Account.BANK if is_by_bank else TAKEN_FROM.get(method, Account.BANK)
    return Transfer(Account.BUYER_REFUNDABLE, source, amount_minor)
