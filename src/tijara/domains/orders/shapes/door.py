"""Orders as they are brought to the door, and its answer."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from tijara.domains.taxes.shapes import TaxCategory

from .orders import CompanyBuyer, DeliveryAddress, LineKind, OrderState, Outcome, PriceReason


@dataclass(frozen=True, slots=True)
class LineToPlace:
    """One priced and taxed line. `offer_version` is the terms that the buyer saw. `unit_minor` is
    as the shop asks it; where prices come without tax, `adds_tax`. `list_minor` is the offer's own
    price where a price list asks another; `discount_minor` is off the whole line."""

    offer_id: UUID
    offer_version: int
    stock_id: UUID
    variant_id: UUID
    product_id: UUID
    name_ar: str
    name_en: str
    picture: str
    sku: str
    quantity: int
    unit_minor: int
    tax_bp: int
    tax_minor: int
    commission_minor: int
    commission_vat_minor: int
    kind: LineKind = LineKind.PHYSICAL
    tax_category: TaxCategory = TaxCategory.STANDARD
    tax_class: str = ""
    adds_tax: bool = False
    commission_rule: UUID | None = None
    """Which rule decided its commission: kept with the intent, not by the door."""
    list_minor: int | None = None
    discount_minor: int = 0
    support_minor: int = 0
    """What the market pays the seller of the discount, with the tax in it."""
    support_tax_minor: int = 0
    reasons: tuple[PriceReason, ...] = ()

    @property
    def total_minor(self) -> int:
        """What the buyer pays for it."""
        asked = self.unit_minor * self.quantity - self.discount_minor
        return asked + self.tax_minor if self.adds_tax else asked


@dataclass(frozen=True, slots=True)
class ChargeTax:
    """How the delivery or the fee is taxed, and the tax inside it."""

    category: TaxCategory = TaxCategory.OUTSIDE
    rate_bp: int = 0
    tax_minor: int = 0


@dataclass(frozen=True, slots=True)
class OrderToPlace:
    """One order for the door. Amounts include tax; `idempotency_key` makes it happen once.

    `state` is PENDING or PLACED; a pending one has a deadline.
    """

    idempotency_key: UUID
    buyer_id: UUID
    checkout_id: UUID
    market_id: UUID
    currency: str
    delivery_minor: int
    fee_minor: int
    payment_method: str
    language: str
    address: DeliveryAddress
    lines: tuple[LineToPlace, ...]
    delivery_tax: ChargeTax = ChargeTax()
    fee_tax: ChargeTax = ChargeTax()
    company: CompanyBuyer | None = None
    prices_include_tax: bool = True
    state: OrderState = OrderState.PLACED
    due_at: datetime | None = None
    delivery_service: str = ""
    """The code of the way of delivery that the buyer chose; empty, nothing is carried."""
    promised_from: date | None = None
    promised_to: date | None = None
    delivery_discount_minor: int = 0
    """What is off the delivery; `delivery_minor` is without it."""
    delivery_support_minor: int = 0
    delivery_reasons: tuple[PriceReason, ...] = ()
    deposit_minor: int = 0
    """What of it is put down before the rest is paid in cash: kept with the intent, not by the
    door."""

    @property
    def items_minor(self) -> int:
        return sum(line.total_minor for line in self.lines)

    @property
    def tax_minor(self) -> int:
        """The tax inside the whole order: lines, delivery and fee."""
        lines = sum(line.tax_minor for line in self.lines)
        return lines + self.delivery_tax.tax_minor + self.fee_tax.tax_minor

    @property
    def total_minor(self) -> int:
        return self.items_minor + self.delivery_minor + self.fee_minor


@dataclass(frozen=True, slots=True)
class PlacedOrder:
    """The door's answer. `order_id` and `number` stand for PLACED and DUPLICATE; `offer_ids`
    are the lines at fault otherwise."""

    seller_id: UUID
    outcome: Outcome
    order_id: UUID | None = None
    number: str = ""
    offer_ids: tuple[UUID, ...] = ()
