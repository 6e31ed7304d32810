"""One order of a bench's world before it is written, and what its rows have in common."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from random import Random
from uuid import UUID

from tijara.kit.ids import CROCKFORD

DELIVERY = 1900
FEE = 1200
"""Of cash on delivery."""
CASH, CARD, TRANSFER = "cash_on_delivery", "card", "bank_transfer"

TABLES = (
    "account_user", "party_buyer", "orders_order", "orders_line", "orders_move",
    "inventory_movement", "fulfilment_shipment", "fulfilment_line", "cash_parcel", "cash_move",
    "cash_remittance", "cash_remittance_line", "ledger_journal", "ledger_posting",
    "payments_charge", "payments_attempt", "payments_notice", "payments_refund", "returns_owed",
    "returns_owed_line", "invoicing_invoice", "settlements_payout", "outbox_event",
    "outbox_reaction", "audit_entry", "messaging_message", "audit_head", "invoicing_series",
    "cash_carrier",
)  # fmt: skip
"""What is filled, those first that others point to."""

NOISE_BITS = 74
"""Of an id: all but its moment and what says that it is one."""

Tables = defaultdict[str, list[dict]]
"""Rows by their table; the rows of a table have the same columns."""


def id_at(moment: datetime, noise: int) -> UUID:
    """The UUIDv7 of that moment, of `NOISE_BITS` of chance."""
    milliseconds = int(moment.timestamp() * 1000)
    part, rest = noise >> 62, noise & ((1 << 62) - 1)
    return UUID(int=(milliseconds << 80) | (0x7 << 76) | (part << 64) | (0b10 << 62) | rest)


class Ids:
    """Ids and numbers of a world: the same for the same chance, in the order of their moments."""

    def __init__(self, chance: Random) -> None:
        self._bits = chance.getrandbits

    def at(self, moment: datetime) -> UUID:
        return id_at(moment, self._bits(NOISE_BITS))

    def number(self) -> str:
        noise = self._bits(50)
        letters = "".join(CROCKFORD[(noise >> (5 * place)) & 31] for place in range(10))
        return f"{letters[:5]}-{letters[5:]}"


@dataclass(frozen=True, slots=True)
class Good:
    seller_id: UUID
    offer_id: UUID
    stock_id: UUID
    variant_id: UUID
    product_id: UUID
    name_ar: str
    name_en: str
    price: int


@dataclass(frozen=True, slots=True)
class Sold:
    """A line of an order: minor units, tax inside."""

    id: UUID
    good: Good
    units: int

    @property
    def total(self) -> int:
        return self.good.price * self.units

    @property
    def tax(self) -> int:
        return tax_in(self.total)

    @property
    def commission(self) -> int:
        return self.total // 10

    @property
    def commission_vat(self) -> int:
        return self.total * 15 // 1000


@dataclass(frozen=True, slots=True)
class Buyer:
    id: UUID
    name: str
    phone: str
    city: str


@dataclass(slots=True)
class Sale:
    id: UUID
    number: str
    lines: list[Sold]
    state: str
    method: str
    placed_at: datetime
    buyer: Buyer
    checkout_id: UUID
    charge_id: UUID | None
    parcel_id: UUID | None
    """Of what was sent; None where nothing was."""
    refund_id: UUID | None
    """Of what went back."""
    back_at: datetime
    """When its buyer has that money again."""
    moves: list[tuple[str, str, datetime]] = field(default_factory=list)
    moments: Mapping[str, datetime] = field(default_factory=dict)
    """When it came into each of its states."""
    items: int = 0
    commission: int = 0
    commission_vat: int = 0
    tax: int = 0

    def __post_init__(self) -> None:
        self.items = sum(one.total for one in self.lines)
        self.commission = sum(one.commission for one in self.lines)
        self.commission_vat = sum(one.commission_vat for one in self.lines)
        self.tax = sum(one.tax for one in self.lines) + tax_in(DELIVERY) + tax_in(self.fee)
        self.moments = {after: at for _, after, at in self.moves}

    @property
    def seller_id(self) -> UUID:
        return self.lines[0].good.seller_id

    @property
    def fee(self) -> int:
        return FEE if self.method == CASH else 0

    @property
    def total(self) -> int:
        return self.items + DELIVERY + self.fee

    @property
    def share(self) -> int:
        """The seller's."""
        return self.items + DELIVERY - self.commission - self.commission_vat

    @property
    def waybill(self) -> str:
        return f"{self.id.int % 10**11:011d}"

    @property
    def is_paid(self) -> bool:
        """Before it was sent."""
        return self.charge_id is not None and self.state != "pending"

    @property
    def ended_at(self) -> datetime:
        return self.moves[-1][2] if self.moves else self.placed_at

    @property
    def arrived_at(self) -> datetime | None:
        return self.moments.get("delivered")


def tax_in(gross: int) -> int:
    """Of 15 %."""
    return gross * 15 // 115
