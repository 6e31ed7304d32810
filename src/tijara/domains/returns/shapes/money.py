"""Money that goes back to buyers, and what it is for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from tijara.domains.fulfilment.shapes import LineShare, Share
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.money import Money

from .words import RefundCause


@dataclass(frozen=True, slots=True)
class OwedView:
    """Money of an order that goes back to its buyer. `paid_at` is None until it has."""

    seller_id: UUID
    id: UUID
    order_id: UUID
    cause: RefundCause
    reason: str
    """A RefundReason, where the order was delivered."""
    is_restocked: bool
    amount: Money
    method: str
    payment_refund_id: UUID
    """Of the refund in `payments`; its own, where all of it went to the wallet."""
    opened_at: datetime
    paid_at: datetime | None
    credit_minor: int = 0
    """What of it went to the buyer's wallet."""
    ahead_minor: int = 0
    """What of the rest goes back to the tender that had paid ahead, `ahead_method`."""
    ahead_method: str = ""
    carriage_minor: int = 0
    """What was taken off for its way back; `amount` is without it."""

    @property
    def needs_account(self) -> bool:
        """Cash can't go back the way it came: staff ask its buyer for an account."""
        return self.method == PaymentMethod.CASH_ON_DELIVERY

    @property
    def credit(self) -> Money:
        return Money(self.credit_minor, self.amount.currency)

    @property
    def carriage(self) -> Money:
        return Money(self.carriage_minor, self.amount.currency)

    @property
    def rest(self) -> Money:
        """What goes back the way it came."""
        return self.amount - self.credit


@dataclass(frozen=True, slots=True)
class GoodsRefund:
    """A refund of delivered goods, by its lines: what a credit note says."""

    seller_id: UUID
    id: UUID
    order_id: UUID
    share: Share
    parts: tuple[LineShare, ...]
    opened_at: datetime
    is_exchange: bool = False


@dataclass(frozen=True, slots=True)
class DeliveredGoods:
    """What was delivered of an order, by lines and as a whole, and what of it has gone back."""

    lines: Mapping[UUID, LineShare]
    whole: Share
    gone: Mapping[UUID, LineShare]
    """What of each line has gone back, in units and in money."""
    are_charges_back: bool
    """Delivery and fee, too."""
    more_comes: bool = False
    """Other parcels of the order are on their way, or not sent yet."""
    tender_left_minor: int = 0
    """What the card, the transfer or the cash has paid of it and was not given back yet."""
    ahead_left_minor: int = 0
    """The same of what was paid ahead of it."""
    is_reduced: bool = False
    """A decision has given a part of its price back: nothing more of it may go."""

    @property
    def before(self) -> dict[UUID, int]:
        """Units by line whose money has gone back."""
        return {line_id: part.quantity for line_id, part in self.gone.items()}


@dataclass(frozen=True, slots=True)
class RefundWanted:
    """Units of an order's lines whose money goes back. `reference` makes it happen once."""

    reference: str
    units: Mapping[UUID, int]
    with_charges: bool
    reason: str
    restock: Mapping[UUID, int] = field(default_factory=dict)
    """Of those, what goes back on the shelf."""
    return_id: UUID | None = None
    cause: RefundCause = RefundCause.RETURNED
    to_wallet: bool = False
    carriage_minor: int = 0
    """What of it its buyer pays for the way back."""


@dataclass(frozen=True, slots=True)
class OwedToOpen:
    """Money that is its buyer's again, and what it is for."""

    reference: str
    amount: Money
    cause: RefundCause
    reason: str = ""
    is_restocked: bool = False
    share: Share | None = None
    """Where something delivered is taken back, as `parts`."""
    parts: tuple[LineShare, ...] = ()
    return_id: UUID | None = None
    credit_minor: int = 0
    """What of it goes to the wallet."""
    ahead_minor: int = 0
    """What of it goes to the tender that had paid ahead."""
    carriage_minor: int = 0
    """What of it stays away, for the way back."""
    is_by_hand: bool = False
    """No payment can be undone for it: staff pay it."""
