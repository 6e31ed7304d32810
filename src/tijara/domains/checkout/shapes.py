"""A cart on its way to becoming orders."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from tijara.domains.orders.shapes import DeliveryAddress, Outcome
from tijara.kit.money import Money


@dataclass(frozen=True, slots=True)
class BasketLine:
    """A picked offer at today's terms, with what to show. `problem` is a code or empty:
    "sold_out", "few_left" (with `free`), "price_changed" (with `seen`), "unavailable"."""

    seller_id: UUID
    offer_id: UUID
    offer_version: int
    stock_id: UUID
    variant_id: UUID
    product_id: UUID
    slug: str
    name_ar: str
    name_en: str
    label_ar: str
    label_en: str
    picture: str
    sku: str
    quantity: int
    unit: Money
    seen: Money
    free: int
    problem: str

    @property
    def total(self) -> Money:
        return self.unit * self.quantity


@dataclass(frozen=True, slots=True)
class SellerBasket:
    """The lines of one seller: one order to be. `free_from` is told while delivery costs."""

    seller_id: UUID
    store_slug: str
    store_name_ar: str
    store_name_en: str
    store_hue: int
    lines: tuple[BasketLine, ...]
    items: Money
    delivery: Money
    free_from: Money | None
    earliest: date
    latest: date


@dataclass(frozen=True, slots=True)
class Basket:
    """A whole cart, priced: for the cart page, the checkout page and the confirmation of totals.
    `fee` is of the chosen way to pay; `tax` is inside `total`."""

    currency: str
    sellers: tuple[SellerBasket, ...]
    items: Money
    delivery: Money
    fee: Money
    tax: Money
    tax_bp: int
    total: Money
    pieces: int
    has_problems: bool


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the buyer's form says. `checkout_id` was made with the form and makes it count once;
    `expected_total_minor` is the total that the form showed."""

    checkout_id: UUID
    address: DeliveryAddress
    payment_method: str
    language: str
    expected_total_minor: int


@dataclass(frozen=True, slots=True)
class OrderOutcome:
    """What became of one seller's part of a checkout."""

    seller_id: UUID
    outcome: Outcome
    order_id: UUID | None
    number: str


@dataclass(frozen=True, slots=True)
class CheckoutResult:
    """`placed` are the orders that stand now; `missed` the parts that the door refused."""

    checkout_id: UUID
    buyer_id: UUID
    placed: tuple[OrderOutcome, ...]
    missed: tuple[OrderOutcome, ...]
