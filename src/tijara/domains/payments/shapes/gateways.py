"""What goes to a gateway and comes from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money

from .words import AttemptState, NoticeState


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
