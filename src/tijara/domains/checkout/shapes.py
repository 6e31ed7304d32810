"""A cart on its way to becoming orders."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from tijara.domains.orders.shapes import (
    CompanyBuyer,
    DeliveryAddress,
    LineKind,
    OrderToPlace,
    Outcome,
    PriceReason,
    ReasonKind,
)
from tijara.domains.parties.shapes import SellerTerms
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.promotions.shapes import Discounts, RefusedCode
from tijara.domains.shipping.shapes import DeliveryOption
from tijara.domains.taxes.shapes import TaxedDocument, TaxGroup, Treatment
from tijara.kit.money import Money, total

CHARGED = frozenset({PaymentMethod.CARD, PaymentMethod.BANK_TRANSFER})
"""Ways to pay that are paid before the seller acts."""


def promoted(reasons: Iterable[PriceReason]) -> int:
    """What promotions took off, among the reasons of a price."""
    return sum(one.minor for one in reasons if one.kind is ReasonKind.PROMOTION)


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
    kind: LineKind = LineKind.PHYSICAL
    name_fr: str = ""
    label_fr: str = ""
    tax_class: str = ""
    category_path: str = ""
    brand_id: UUID | None = None
    listed: Money | None = None
    """The offer's own price, where the buyer's price list asks less."""
    reasons: tuple[PriceReason, ...] = ()
    """Why it costs less than its list price, in turn."""

    @property
    def total(self) -> Money:
        """Before promotions."""
        return self.unit * self.quantity

    @property
    def discount(self) -> Money:
        """What promotions take off."""
        return Money(promoted(self.reasons), self.unit.currency)

    @property
    def asked(self) -> Money:
        return self.total - self.discount

    @property
    def market_minor(self) -> int:
        """What the market pays of the discount, as prices are asked."""
        return sum(reason.market_minor for reason in self.reasons)


@dataclass(frozen=True, slots=True)
class SellerBasket:
    """The lines of one seller: one order to be. `free_from` is told while delivery costs.
    `treatments` say how each line is taxed.

    `options` are the ways of delivery to choose from, `service` the code of the chosen one. There
    is none where nothing is carried, and none where the seller does not deliver to that city.
    """

    seller_id: UUID
    store_slug: str
    store_name_ar: str
    store_name_en: str
    store_hue: int
    lines: tuple[BasketLine, ...]
    items: Money
    delivery: Money
    free_from: Money | None
    earliest: date | None
    latest: date | None
    options: tuple[DeliveryOption, ...] = ()
    service: str = ""
    store_name_fr: str = ""
    terms: SellerTerms | None = None
    treatments: tuple[Treatment, ...] = ()
    delivery_reasons: tuple[PriceReason, ...] = ()
    """What promotions took off the delivery; `delivery` is without it."""

    @property
    def delivery_discount(self) -> Money:
        return Money(promoted(self.delivery_reasons), self.delivery.currency)

    @property
    def is_digital(self) -> bool:
        return all(line.kind is LineKind.DIGITAL for line in self.lines)

    @property
    def is_out_of_reach(self) -> bool:
        """There is something to carry, and nobody who brings it to that city."""
        return not self.options and not self.is_digital


@dataclass(frozen=True, slots=True)
class WayToPay:
    """A way to pay with what the whole basket comes to by it; `tax` is inside `total`."""

    method: PaymentMethod
    fee: Money
    total: Money
    tax: Money
    refused_because: str = ""
    taxes: tuple[TaxGroup, ...] = ()
    deposit: Money | None = None
    """What is put down before, by card or transfer; the rest is paid at the door."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a buyer has chosen so far: the city, a way of delivery by seller, and the company that
    he buys for, if any."""

    city: str = ""
    services: Mapping[UUID, str] = field(default_factory=dict)
    company: CompanyBuyer | None = None
    codes: tuple[str, ...] = ()
    """As he typed them."""
    without: frozenset[UUID] = frozenset()
    """Promotions that he was refused a moment ago."""
    person_id: UUID | None = None
    """Who has signed in: he has bought under the ids of the guests, too, that he was."""
    phone: str = ""
    """As he typed it, once he has: by it he is known again wherever he comes from."""
    country: str = ""
    """Where it goes to, where that is not the market's own country."""


@dataclass(frozen=True, slots=True)
class Record:
    """What a person has ordered in a market before: under any of his ids, and with his phone."""

    has_bought: bool = False
    """An order of his stands (it is neither refused nor called off nor wholly given back), or is
    on its way through the door."""
    is_by_phone: bool = False
    """Only his phone tells so."""
    has_taken: bool = False
    """He has taken a delivery."""
    open_in_cash: int = 0
    refusals: int = 0
    """Orders in cash that he did not take at the door."""
    turns: int = 0
    """How often this phone's owner was new here, with a price that hung on it."""


@dataclass(frozen=True, slots=True)
class Basket:
    """A whole cart, priced: for the cart page, the checkout page and the confirmation of totals.
    `fee` is of the chosen way to pay; `tax` is inside `total`. `seen` is a mark of all that a page
    shows of it: each line's price and number, each delivery, each fee, each tax.

    Items, delivery and fee are as the market shows prices: where those come without tax, the total
    has it on top. `documents` are the orders to be, taxed, with the fee of the chosen way."""

    currency: str
    sellers: tuple[SellerBasket, ...]
    items: Money
    delivery: Money
    fee: Money
    tax: Money
    total: Money
    pieces: int
    has_problems: bool
    ways: tuple[WayToPay, ...] = ()
    seen: str = ""
    taxes: tuple[TaxGroup, ...] = ()
    includes_tax: bool = True
    documents: tuple[TaxedDocument, ...] = ()
    discounts: Discounts = Discounts()
    turn: int = 0
    """Something of it hangs on its buyer's being new here, and he is: for the how manieth time."""
    is_known_by_phone: bool = False
    """It has lost what is for new buyers: somebody has ordered with this phone before."""

    @property
    def discount(self) -> Money:
        """What promotions took off goods and deliveries."""
        return Money(self.discounts.minor, self.currency)

    @property
    def waiting_codes(self) -> list[tuple[RefusedCode, Money]]:
        """Those that other goods would meet, each with what the basket lacks in money, where that
        is why."""
        codes = [one for one in self.discounts.refused if one.fault.is_of_the_basket]
        return [(one, Money(one.missing, self.currency)) for one in codes]

    @property
    def wrong_code(self) -> RefusedCode | None:
        """The latest typed one of those that no other goods would help."""
        codes = [one for one in self.discounts.refused if not one.fault.is_of_the_basket]
        return codes[0] if codes else None

    @property
    def delivery_before(self) -> Money:
        """What the deliveries cost without promotions."""
        return self.delivery + total(
            [seller.delivery_discount for seller in self.sellers], self.currency
        )

    @property
    def is_digital(self) -> bool:
        """Nothing is carried: no address is needed."""
        return bool(self.sellers) and all(seller.is_digital for seller in self.sellers)

    @property
    def has_digital(self) -> bool:
        lines = [line for seller in self.sellers for line in seller.lines]
        return any(line.kind is LineKind.DIGITAL for line in lines)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """What the buyer's form says. `checkout_id` was made with the form and makes it count once;
    `seen` is the mark of what the form showed."""

    checkout_id: UUID
    address: DeliveryAddress
    payment_method: str
    language: str
    seen: str
    services: Mapping[UUID, str] = field(default_factory=dict)
    """The way of delivery by seller; where none is said, the first."""
    company: CompanyBuyer | None = None
    """As typed: whom the invoice shall be written to, where a company buys."""
    codes: tuple[str, ...] = ()
    without: frozenset[UUID] = frozenset()
    credit_minor: int = 0
    """What the form offered of the buyer's wallet, where he has ticked it."""
    person_id: UUID | None = None
    """Who has signed in."""


@dataclass(frozen=True, slots=True)
class AgreedLine:
    """Units of an offer at a price that was agreed beside the cart, and why."""

    seller_id: UUID
    offer_id: UUID
    quantity: int
    unit: Money
    reason: PriceReason


@dataclass(frozen=True, slots=True)
class PreparedOrder:
    """An order that can go through the door at any time. `patience` is how long it waits then for
    its money or its code; None, for nothing."""

    order: OrderToPlace
    patience: timedelta | None


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
    payment_method: str = ""

    @property
    def is_to_be_paid(self) -> bool:
        """It has orders, and a charge of its own."""
        return bool(self.placed) and self.payment_method in CHARGED
