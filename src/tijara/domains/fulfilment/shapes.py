"""Parcels on their way, and what is delivered without one."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.domains.orders.shapes import OrderLineView
from tijara.kit.money import Money


class ParcelKind(StrEnum):
    CARRIED = "carried"
    """A courier brings it."""
    DIGITAL = "digital"
    """Codes and files, there at once."""
    GIVEN_UP = "given_up"
    """Units that will not be sent: they take their share of the money out of the order."""


class Ending(StrEnum):
    """How a parcel ended; none for one that is on its way."""

    NONE = ""
    DELIVERED = "delivered"
    REFUSED = "refused"
    GIVEN_UP = "given_up"
    LOST = "lost"
    """Its carrier has lost it, and nothing was sent in its place."""


class ParcelNews(StrEnum):
    """What a buyer is told of a parcel."""

    SHIPPED = "shipped"
    DELIVERED = "delivered"
    REFUSED = "refused"
    GIVEN_UP = "given_up"
    DIGITAL = "digital"
    TRACKING = "tracking"
    """Its tracking number was written or corrected later."""
    LOST = "lost"
    RESENT = "resent"
    """Its carrier has lost it: the same goods were sent once more."""
    ATTEMPT = "attempt"
    """It was brought to the door, and not handed over."""


class AttemptReason(StrEnum):
    """Why a parcel was not handed over at the door."""

    NO_ANSWER = "no_answer"
    WRONG_ADDRESS = "wrong_address"
    POSTPONED = "postponed"
    REFUSED = "refused"
    """It goes back at once."""


class Claimant(StrEnum):
    """Whose contract with the carrier it is."""

    SELLER = "seller"
    MARKET = "market"


class LossState(StrEnum):
    """How a claim for a lost parcel stands."""

    OPEN = "open"
    PAID = "paid"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class LossDraft:
    """What a shop writes of a parcel that its carrier has lost. With a `carrier` the same goods
    go once more; without one their buyer owes nothing and has his money back."""

    amount: Money | None
    claimant: str
    basis: str = ""
    carrier: str = ""
    tracking_number: str = ""
    is_resent: bool = False


@dataclass(frozen=True, slots=True)
class LossAnswer:
    """What a carrier has answered: what he pays, or why he does not."""

    is_paid: bool
    paid: Money | None = None
    bank_reference: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class LossView:
    seller_id: UUID
    id: UUID
    shipment_id: UUID
    order_id: UUID
    number: str
    claimant: Claimant
    carrier: str
    tracking_number: str
    is_resent: bool
    amount: Money
    basis: str
    state: LossState
    lost_at: datetime
    days: int
    """So many since the loss, or until its answer."""
    paid: Money
    bank_reference: str
    answer: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class LossAgeing:
    """What one carrier is asked for and has not answered, by age."""

    carrier: str
    currency: str
    minors: tuple[int, ...]
    """Up to 7, 8–14, 15–30, more than 30 days."""
    claims: int

    @property
    def parts(self) -> tuple[Money, ...]:
        return tuple(Money(minor, self.currency) for minor in self.minors)

    @property
    def total(self) -> Money:
        return Money(sum(self.minors), self.currency)


@dataclass(frozen=True, slots=True)
class Carrier:
    """Who carries parcels. `link` has the tracking number's place; empty: none is known."""

    name_ar: str
    name_en: str
    countries: tuple[str, ...]
    link: str = ""
    name_fr: str = ""


@dataclass(frozen=True, slots=True)
class ParcelUnits:
    """So many units of an order's line."""

    line_id: UUID
    quantity: int


@dataclass(frozen=True, slots=True)
class Share:
    """What a parcel has of its order's money, in minor units. Tax is inside the others."""

    currency: str
    items_minor: int
    delivery_minor: int
    fee_minor: int
    tax_minor: int
    commission_minor: int
    commission_vat_minor: int
    support_minor: int = 0
    """What the market pays the seller of its discounts; in none of the others."""

    @property
    def total_minor(self) -> int:
        return self.items_minor + self.delivery_minor + self.fee_minor

    @property
    def seller_minor(self) -> int:
        """What the seller is owed of it."""
        return (
            self.items_minor
            + self.delivery_minor
            + self.support_minor
            - self.commission_minor
            - self.commission_vat_minor
        )

    @property
    def total(self) -> Money:
        return Money(self.total_minor, self.currency)

    @property
    def items(self) -> Money:
        return Money(self.items_minor, self.currency)

    @property
    def delivery(self) -> Money:
        return Money(self.delivery_minor, self.currency)

    @property
    def support(self) -> Money:
        return Money(self.support_minor, self.currency)

    @property
    def commission(self) -> Money:
        return Money(self.commission_minor, self.currency)

    @property
    def commission_vat(self) -> Money:
        return Money(self.commission_vat_minor, self.currency)

    @property
    def seller(self) -> Money:
        return Money(self.seller_minor, self.currency)


@dataclass(frozen=True, slots=True)
class LineShare:
    """So many units of an order's line, and what they have of its money, in minor units."""

    line_id: UUID
    quantity: int
    items_minor: int = 0
    tax_minor: int = 0
    commission_minor: int = 0
    commission_vat_minor: int = 0
    support_minor: int = 0
    support_tax_minor: int = 0
    """The tax in what the market pays; it is in none of the others."""


@dataclass(frozen=True, slots=True)
class ShipmentView:
    """One parcel of an order. `number` counts them from 1, in the order in which they went."""

    id: UUID
    order_id: UUID
    number: int
    kind: ParcelKind
    carrier: str
    tracking_number: str
    shipped_at: datetime
    ended_at: datetime | None
    outcome: Ending
    reason: str
    has_charges: bool
    """It is the one that carries delivery and fee."""
    share: Share
    units: tuple[ParcelUnits, ...]
    link: str = ""
    """Where the carrier shows it."""
    credit_minor: int = 0
    """What of it the buyer's wallet has paid."""
    ahead_minor: int = 0
    """What of it was paid before the rest."""
    lost_minor: int = 0
    """What of a deposit is its seller's, because it was not taken."""

    @property
    def lost(self) -> Money:
        return Money(self.lost_minor, self.share.currency)

    @property
    def before_minor(self) -> int:
        """Paid before the courier comes, whatever becomes of the rest."""
        return self.credit_minor + self.ahead_minor

    @property
    def credit(self) -> Money:
        return Money(self.credit_minor, self.share.currency)

    @property
    def rest(self) -> Money:
        """What of it is paid the other way: at the door, of cash."""
        return Money(self.share.total_minor - self.before_minor, self.share.currency)

    @property
    def pieces(self) -> int:
        return sum(units.quantity for units in self.units)

    @property
    def is_open(self) -> bool:
        return self.outcome is Ending.NONE


@dataclass(frozen=True, slots=True)
class LineUnits:
    """So many units of an order's line: those that lie in a parcel, or those that are left."""

    line: OrderLineView
    quantity: int


class DigitalForm(StrEnum):
    """What a digital line is delivered as."""

    CODES = "codes"
    FILES = "files"
    NOTHING_YET = "nothing_yet"
    """Its seller has brought neither codes nor files."""


@dataclass(frozen=True, slots=True)
class DownloadView:
    """A file that the buyer may fetch: `token` is the link's, empty where the link is over."""

    name: str
    kind: str
    size_bytes: int
    token: str
    times_left: int
    times: int
    """How often it was fetched, ever."""


@dataclass(frozen=True, slots=True)
class CodeView:
    last: str
    shown_at: datetime | None
    text: str = ""


@dataclass(frozen=True, slots=True)
class DigitalPart:
    """A digital line of an order, as its buyer and its seller see it."""

    line_id: UUID
    stock_id: UUID
    form: DigitalForm
    is_delivered: bool
    codes: tuple[CodeView, ...] = ()
    files: tuple[DownloadView, ...] = ()
    expires_at: datetime | None = None
    may_renew: bool = False


@dataclass(frozen=True, slots=True)
class FileToSend:
    """A file on this machine, and what the buyer's device shall call it."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class AttemptView:
    """`place` counts a parcel's tries from 1."""

    place: int
    reason: AttemptReason
    note: str
    tried_at: datetime


@dataclass(frozen=True, slots=True)
class DoorWish:
    """What a buyer wished for a parcel of an order."""

    order_id: UUID
    day: date | None
    phone: str
    note: str


@dataclass(frozen=True, slots=True)
class DoorView:
    """What happened at a parcel's door, and what is agreed for the next time. `code` is what the
    buyer tells the courier; only his own page may show it."""

    attempts: tuple[AttemptView, ...]
    most_attempts: int
    wished_day: date | None
    wished_phone: str
    wished_note: str
    asks_code: bool
    code: str
    has_tries: bool
    """The code was not guessed too often."""
    proved_at: datetime | None
