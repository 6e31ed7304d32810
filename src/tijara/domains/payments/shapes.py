"""Ways to pay, what a buyer has to pay, and what goes back to him."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money


class PaymentMethod(StrEnum):
    CASH_ON_DELIVERY = "cash_on_delivery"
    CARD = "card"
    BANK_TRANSFER = "bank_transfer"
    WALLET = "wallet"
    """The buyer's credit pays all of it. No market offers it: who has credit may use it."""


OFFERED = (PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER)
"""What a market may offer."""


class Purpose(StrEnum):
    """What a charge is for."""

    ORDERS = "orders"
    GIFT_CARD = "gift_card"


class ChargeState(StrEnum):
    OPEN = "open"
    PAID = "paid"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class RefundState(StrEnum):
    DUE = "due"
    PAID = "paid"


class ReceiptState(StrEnum):
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


class AttemptState(StrEnum):
    ASKED = "asked"
    """The gateway was asked and has not answered yet."""
    OPEN = "open"
    PAID = "paid"
    FAILED = "failed"
    SURPLUS = "surplus"
    """Paid, when the charge was paid already: it goes back."""
    ODD = "odd"
    """Paid, but not what was asked for: somebody must look."""


class NoticeState(StrEnum):
    WAITING = "waiting"
    DONE = "done"
    FORGED = "forged"
    UNREADABLE = "unreadable"
    UNKNOWN = "unknown"
    """Of a payment that is not ours."""
    GIVEN_UP = "given_up"


class RejectReason(StrEnum):
    NOT_ARRIVED = "not_arrived"
    WRONG_AMOUNT = "wrong_amount"
    UNREADABLE = "unreadable"
    OTHER = "other"


class TransferNews(StrEnum):
    """What a buyer is written to about his transfer."""

    DUE = "due"
    RECEIVED = "received"
    REJECTED = "rejected"


class Failure(StrEnum):
    """Why a card was not charged, as far as its bank says."""

    DECLINED = "declined"
    FUNDS = "funds"
    EXPIRED = "expired"
    LIMIT = "limit"
    BLOCKED = "blocked"
    NOT_CONFIRMED = "not_confirmed"
    """3-D Secure: the payer did not confirm it with his bank."""
    GATEWAY = "gateway"
    """The gateway could not be reached."""


@dataclass(frozen=True, slots=True)
class PaymentRequest:
    """What a gateway is asked for. `reference` is ours: it comes back with the payment."""

    reference: str
    amount: Money
    description: str
    return_address: str
    back_address: str
    language: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class WayBack:
    """Where a gateway sends the buyer when he has paid and when he turns back, and what it calls
    what he pays for."""

    return_address: str
    back_address: str
    description: str


@dataclass(frozen=True, slots=True)
class Redirect:
    """Send the buyer there."""

    address: str


@dataclass(frozen=True, slots=True)
class Fields:
    """Let the buyer's browser post these there."""

    address: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Give the buyer this number to pay with elsewhere (a kiosk, his bank)."""

    number: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is nothing for the buyer to do."""


NextStep = Redirect | Fields | Reference | Nothing


@dataclass(frozen=True, slots=True)
class Created:
    """The gateway knows the payment; this comes next."""

    gateway_id: str
    next_step: NextStep


@dataclass(frozen=True, slots=True)
class GatewayPayment:
    """A payment as the gateway tells it when it is asked. `amount` is what came, or what was asked
    for while nothing came. `is_over`: nobody can pay it any more."""

    gateway_id: str
    reference: str
    amount: Money
    is_paid: bool
    is_over: bool
    payment_id: str = ""
    refunded: Money | None = None
    failure: str = ""


class KeysAnswer(StrEnum):
    """What a gateway says of the keys that we were given."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    SILENT = "silent"
    """It did not answer, or not so that anything follows from it."""


@dataclass(frozen=True, slots=True)
class GatewayField:
    """One thing that a gateway must be told. `is_ours`: we make it up and tell it them."""

    name: str
    is_ours: bool


@dataclass(frozen=True, slots=True)
class GatewayKept:
    """The gateway whose keys were entered, without those that came from it."""

    name: str
    ours: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class GatewayWithdrawn:
    """Keys that take no cards any more and are kept for the payments that were begun with them."""

    name: str
    withdrawn_at: datetime
    open_payments: int


@dataclass(frozen=True, slots=True)
class GatewaySilent:
    """No answer that helps. `is_final`: asking again is no use."""

    why: str
    is_final: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """A notice of the gateway says: look at this payment."""

    kind: str
    gateway_id: str


@dataclass(frozen=True, slots=True)
class BadNotice:
    """It does not come from the gateway, or it can't be read."""

    is_forged: bool
    why: str


@dataclass(frozen=True, slots=True)
class AttemptView:
    id: UUID
    gateway: str
    state: AttemptState
    gateway_id: str
    payment_id: str
    reason: str
    last_error: str
    started_at: datetime
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class NoticeView:
    id: UUID
    gateway: str
    kind: str
    state: NoticeState
    note: str
    times: int
    received_at: datetime
    processed_at: datetime | None
    charge_id: UUID | None
    body: str


@dataclass(frozen=True, slots=True)
class PaymentOption:
    """`fee` is once for a checkout; `refused_because` is a code when it can't be used now."""

    method: PaymentMethod
    fee: Money
    refused_because: str = ""


@dataclass(frozen=True, slots=True)
class ChargePart:
    """What of a charge is for one order."""

    seller_id: UUID
    order_id: UUID
    number: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class ChargeToOpen:
    """One checkout's charge. `recipient` is the e-mail address or phone that news of it go to."""

    checkout_id: UUID
    market_id: UUID
    method: PaymentMethod
    amount: Money
    parts: tuple[ChargePart, ...]
    due_at: datetime
    language: str
    recipient: str = ""
    purpose: Purpose = Purpose.ORDERS


@dataclass(frozen=True, slots=True)
class ReceiptView:
    """A picture of his transfer that the buyer has brought. `reason` is why it was rejected."""

    id: UUID
    file_id: UUID
    state: ReceiptState
    reason: str
    note: str
    uploaded_at: datetime
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class ChargeView:
    """What a buyer has to pay for a checkout, whole. `reference` is what he writes on a transfer;
    receipts are the newest first."""

    buyer_id: UUID
    id: UUID
    checkout_id: UUID
    market_id: UUID
    method: PaymentMethod
    state: ChargeState
    amount: Money
    parts: tuple[ChargePart, ...]
    reference: str
    language: str
    opened_at: datetime
    due_at: datetime
    paid_at: datetime | None
    purpose: Purpose
    receipts: tuple[ReceiptView, ...] = ()
    is_switched: bool = False
    """Its buyer has chosen another way than at first: money may come either way."""

    @property
    def may_be_transfer(self) -> bool:
        return self.method is PaymentMethod.BANK_TRANSFER or self.is_switched

    @property
    def is_waiting_for_staff(self) -> bool:
        """The buyer has done his part: somebody must compare his receipt with the bank."""
        return bool(self.receipts) and self.receipts[0].state is ReceiptState.WAITING


class PayStanding(StrEnum):
    """What stands with the money of a checkout that its orders wait for: the one truth that every
    page tells."""

    PAY = "pay"
    """Its buyer has to pay, or to bring another receipt."""
    ASKING = "asking"
    """He came back from the gateway, and the gateway has not said yet what became of it."""
    CHECKING = "checking"
    """He has brought a receipt, and staff compare it with the bank."""
    ARRIVING = "arriving"
    """It is paid, and its orders hear of it this very moment."""


@dataclass(frozen=True, slots=True)
class WaitingCharge:
    """A charge whose money has not come, and what stands with it."""

    charge: ChargeView
    standing: PayStanding


@dataclass(frozen=True, slots=True)
class RefundToOpen:
    """An order's money that goes back, the way it came. `charge_id` is None where it was cash."""

    charge_id: UUID | None
    seller_id: UUID
    order_id: UUID
    number: str
    method: PaymentMethod
    amount: Money
    reason: str
    reference_id: UUID | None = None
    """What it is for, where an order has several (parcels that came back); once for each."""


@dataclass(frozen=True, slots=True)
class RefundView:
    """`seller_id` and `order_id` are None where money came twice and one of them goes back.
    `needs_staff`: no gateway will do it; somebody must pay it and write down how."""

    buyer_id: UUID
    id: UUID
    charge_id: UUID | None
    seller_id: UUID | None
    order_id: UUID | None
    number: str
    method: PaymentMethod
    state: RefundState
    amount: Money
    reason: str
    needs_staff: bool
    bank_reference: str
    opened_at: datetime
    paid_at: datetime | None
    last_error: str


@dataclass(frozen=True, slots=True)
class CollectedPayment:
    """What a gateway has collected by one payment, and given back of it. `parts` are the orders
    that it pays; of one that came twice there are none. `refunds`: what went back of which order
    (seller, order, minor units)."""

    buyer_id: UUID
    attempt_id: UUID
    charge_id: UUID
    payment_id: str
    amount: Money
    paid_at: datetime
    parts: tuple[ChargePart, ...]
    refunds: tuple[tuple[UUID, UUID, int], ...] = ()
