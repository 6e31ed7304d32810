"""Orders as they are shown to buyers, sellers and staff, and the words of their lives."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.domains.parties.shapes import RegisteredAddress
from tijara.domains.taxes.shapes import TaxCategory, TaxedPart, TaxGroup, Treatment
from tijara.kit.money import Money, round_half_up


class OrderState(StrEnum):
    PENDING = "pending"
    """It has its units, but the seller does not act yet: it is still to be paid, or its buyer's
    phone to be confirmed."""
    PLACED = "placed"
    CONFIRMED = "confirmed"
    PACKED = "packed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    REFUSED = "refused"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"


class LineKind(StrEnum):
    PHYSICAL = "physical"
    DIGITAL = "digital"


OPEN = (OrderState.PLACED, OrderState.CONFIRMED, OrderState.PACKED, OrderState.SHIPPED)
"""The seller has them, and they have not come to an end."""
CANCELLABLE = frozenset(
    {OrderState.PENDING, OrderState.PLACED, OrderState.CONFIRMED, OrderState.PACKED}
)
CREDITABLE = CANCELLABLE
"""A wallet may pay for it as long as nothing of it has gone."""
ENDED = (OrderState.REFUSED, OrderState.CANCELLED, OrderState.REFUNDED)
"""No move leads on from these."""

UNDO = ("undo_claim", "restock")
"""What a move does that ends an order undelivered: nobody owes for it, its units are in stock."""
DELIVERY = ("hand_over", "give")
"""What parcels have done when an order is delivered: the buyer has his units, the seller's part is
on his statement."""
TAKE_BACK = ("recall", "give_back")
"""The seller's part is taken off his statement, and is the buyer's again."""


class Outcome(StrEnum):
    """What the door answers for one order."""

    PLACED = "placed"
    DUPLICATE = "duplicate"
    SOLD_OUT = "sold_out"
    PRICE_CHANGED = "price_changed"
    UNAVAILABLE = "unavailable"


class CancelReason(StrEnum):
    CHANGED_MIND = "changed_mind"
    WRONG_ADDRESS = "wrong_address"
    TOO_SLOW = "too_slow"
    OUT_OF_STOCK = "out_of_stock"
    CANT_REACH = "cant_reach"
    OTHER = "other"
    NOT_PAID = "not_paid"
    """Nobody chooses this one: the time for the payment was over."""
    NOT_CONFIRMED = "not_confirmed"
    """Nor this: the phone was not confirmed in time."""
    LOST = "lost"
    """Nor this: its carrier has lost all of it."""


class News(StrEnum):
    """What is told of an order: that it has come to a state, that its money came too late, or that
    it still waits for its seller."""

    PLACED = "placed"
    CONFIRMED = "confirmed"
    PACKED = "packed"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
    LATE_MONEY = "late_money"
    WAITING = "waiting"


class Reader(StrEnum):
    """Who is told of an order."""

    BUYER = "buyer"
    SELLER = "seller"


@dataclass(frozen=True, slots=True)
class DeliveryAddress:
    """Where to. `short_code` is Saudi Arabia's national short address."""

    recipient: str
    phone: str
    """E.164: +966551234567."""
    city: str
    """A city code of geography, or its name in a country of which no list is known; empty where
    nothing is carried anywhere."""
    district: str = ""
    street: str = ""
    landmark: str = ""
    short_code: str = ""
    email: str = ""
    building: str = ""
    additional_number: str = ""
    """Saudi Arabia's second four digits of a building."""
    unit: str = ""
    pin: str = ""
    """A point on the map: "24.71355,46.67530"."""
    second_phone: str = ""
    notes: str = ""
    """For the courier."""
    country: str = ""
    """Its two letters, where the parcel leaves the market's own country; empty at home."""
    region: str = ""
    """A state or province, in countries without a profile of ours."""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class CompanyBuyer:
    """A company that buys, as its tax invoice shall name it. The VAT number was found to be one."""

    name: str
    vat_number: str
    address: str
    registration_number: str = ""
    resells: bool = False
    """It has declared that it buys to sell on."""
    place: RegisteredAddress = RegisteredAddress()
    """The address in its parts; orders from before have only the line."""


class ReasonKind(StrEnum):
    PRICE_LIST = "price_list"
    PROMOTION = "promotion"
    FLASH_SALE = "flash_sale"
    EXPORT = "export"
    """The tax inside the price, which nobody pays on goods that leave the country."""


@dataclass(frozen=True, slots=True)
class PriceReason:
    """Why something costs less than its list price: frozen with the order. `minor` is what it took
    off, as prices are asked; of a promotion `market_minor` is the part that the market pays."""

    kind: ReasonKind
    id: UUID
    owner_id: UUID
    minor: int
    name_ar: str = ""
    name_en: str = ""
    name_fr: str = ""
    code: str = ""
    market_minor: int = 0


@dataclass(frozen=True, slots=True)
class OrderLineView:
    id: UUID
    stock_id: UUID
    variant_id: UUID
    product_id: UUID
    kind: LineKind
    name_ar: str
    name_en: str
    picture: str
    sku: str
    quantity: int
    unit: Money
    total: Money
    tax_bp: int
    tax: Money
    """Inside the total."""
    commission: Money
    commission_vat: Money
    tax_category: TaxCategory = TaxCategory.STANDARD
    tax_class: str = ""
    name_fr: str = ""
    """Only where a reader of French asks (`with_french`): the line itself holds none."""
    list_minor: int = 0
    discount_minor: int = 0
    support_minor: int = 0
    support_tax_minor: int = 0
    reasons: tuple[PriceReason, ...] = ()

    @property
    def net(self) -> Money:
        return self.total - self.tax

    @property
    def asked(self) -> Money:
        """As the shop asks it: with tax or, where prices come without, before it."""
        return self.unit * self.quantity - self.discount

    @property
    def discount(self) -> Money:
        """What promotions took off the line."""
        return Money(self.discount_minor, self.unit.currency)

    @property
    def before(self) -> Money:
        """What the line would have cost without promotions."""
        return self.unit * self.quantity

    @property
    def support(self) -> Money:
        """What the market pays the seller for it."""
        return Money(self.support_minor, self.unit.currency)

    @property
    def taxed(self) -> TaxedPart:
        treatment = Treatment(self.tax_category, self.tax_bp, self.tax_class)
        return TaxedPart(treatment, self.net.minor, self.tax.minor)


@dataclass(frozen=True, slots=True)
class OrderStep:
    state: OrderState
    actor_kind: str
    reason: str
    moved_at: datetime


@dataclass(frozen=True, slots=True)
class PaidBefore:
    """What came back of another order and pays this one: how that had been paid, what of it by the
    buyer's wallet, and what ahead of its rest, where that was another tender."""

    amount_minor: int
    method: str
    charge_id: UUID | None
    credit_minor: int = 0
    ahead_minor: int = 0
    ahead_method: str = ""
    ahead_charge_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class OrderView:
    """One order, whole: for the buyer's page, the hub and the back office."""

    seller_id: UUID
    id: UUID
    number: str
    buyer_id: UUID
    checkout_id: UUID
    state: OrderState
    placed_at: datetime
    moved_at: datetime
    items: Money
    delivery: Money
    fee: Money
    tax: Money
    total: Money
    commission: Money
    commission_vat: Money
    payment_method: str
    language: str
    address: DeliveryAddress
    lines: tuple[OrderLineView, ...]
    steps: tuple[OrderStep, ...]
    credit_minor: int = 0
    """What of the total the buyer's wallet has paid."""
    ahead_minor: int = 0
    """What of it was paid before the rest, by `ahead_method`."""
    ahead_method: str = ""
    ahead_charge_id: UUID | None = None
    forfeit_bp: int | None = None
    """It is a deposit: what of it is lost, if its buyer does not take it."""
    charge_id: UUID | None = None
    paid_at: datetime | None = None
    """When the money came; None for cash, which the courier brings."""
    due_at: datetime | None = None
    """Until when a pending order waits."""
    begun_at: datetime | None = None
    """When the first part of it was sent or given up."""
    delivery_service: str = ""
    promised_from: date | None = None
    promised_to: date | None = None
    market_id: UUID | None = None
    delivery_tax_minor: int = 0
    delivery_category: TaxCategory = TaxCategory.OUTSIDE
    delivery_bp: int = 0
    fee_tax_minor: int = 0
    fee_category: TaxCategory = TaxCategory.OUTSIDE
    fee_bp: int = 0
    prices_include_tax: bool = True
    company: CompanyBuyer | None = None
    taxes: tuple[TaxGroup, ...] = ()
    """Its tax by category and rate."""
    delivery_discount_minor: int = 0
    delivery_support_minor: int = 0
    delivery_reasons: tuple[PriceReason, ...] = ()

    @property
    def discount(self) -> Money:
        """What promotions took off lines and delivery, as the market shows prices."""
        of_lines = sum(line.discount_minor for line in self.lines)
        return Money(of_lines + self.delivery_discount_minor, self.total.currency)

    @property
    def support(self) -> Money:
        """What the market pays the seller of that."""
        of_lines = sum(line.support_minor for line in self.lines)
        return Money(of_lines + self.delivery_support_minor, self.total.currency)

    @property
    def delivery_support_tax_minor(self) -> int:
        """The tax in what the market pays the seller of the delivery."""
        rate = self.delivery_bp
        return round_half_up(self.delivery_support_minor * rate, 10_000 + rate)

    @property
    def credit(self) -> Money:
        """Paid by the buyer's wallet."""
        return Money(self.credit_minor, self.total.currency)

    @property
    def ahead(self) -> Money:
        """Paid before the rest: by what came back of another order, or put down."""
        return Money(self.ahead_minor, self.total.currency)

    @property
    def rest(self) -> Money:
        """To be paid, or paid, the way that was chosen for it."""
        return self.total - self.credit - self.ahead

    @property
    def asked(self) -> tuple[Money, Money, Money]:
        """Items, delivery and fee as the market shows prices: with tax, or before it."""
        if self.prices_include_tax:
            return self.items, self.delivery, self.fee
        currency = self.total.currency
        items = Money(sum(line.net.minor for line in self.lines), currency)
        delivery = self.delivery - Money(self.delivery_tax_minor, currency)
        return items, delivery, self.fee - Money(self.fee_tax_minor, currency)

    @property
    def before(self) -> tuple[Money, Money]:
        """Items and delivery as they were asked before promotions."""
        currency = self.total.currency
        off = Money(sum(line.discount_minor for line in self.lines), currency)
        items, delivery, _fee = self.asked
        return items + off, delivery + Money(self.delivery_discount_minor, currency)

    @property
    def taxed_parts(self) -> tuple[TaxedPart, ...]:
        """Lines, delivery and fee, each parted into net and tax."""
        delivery = TaxedPart(
            Treatment(self.delivery_category, self.delivery_bp),
            self.delivery.minor - self.delivery_tax_minor,
            self.delivery_tax_minor,
        )
        fee = TaxedPart(
            Treatment(self.fee_category, self.fee_bp),
            self.fee.minor - self.fee_tax_minor,
            self.fee_tax_minor,
        )
        return (*(line.taxed for line in self.lines), delivery, fee)

    @property
    def can_be_cancelled(self) -> bool:
        """As a whole: until a part of it is sent, by its buyer, its seller or staff."""
        return self.state in CANCELLABLE and self.begun_at is None

    @property
    def is_digital(self) -> bool:
        """Nothing of it is carried anywhere."""
        return all(line.kind is LineKind.DIGITAL for line in self.lines)
