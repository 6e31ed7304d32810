"""Electronic documents: what writes them, what is sent, and what an authority answers."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from tijara.kit.money import Money

from .papers import FilingState, InvoiceContent, InvoiceKind


class UnitState(StrEnum):
    """Of what writes a seller's documents for an authority."""

    BEGUN = "begun"
    """It has a key and a first identity; its documents of trial are not accepted yet."""
    READY = "ready"
    WITHDRAWN = "withdrawn"
    """Nothing new is written; what waits is still sent."""


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What an authority wants to know of where documents are written."""

    branch: str
    business: str
    street: str
    building: str
    district: str
    city: str
    postcode: str
    extra: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class FactAsked:
    """One of `UnitFacts`, as an authority asks for it.

    `digits` says how few and how many Western digits it is written in, and nothing else; `choices`
    are the only letters that it may be. `hint` names a sentence that the desks have in their
    languages; one that they don't know is shown as it stands, in the authority's own words.
    """

    name: str
    is_needed: bool = True
    digits: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()
    hint: str = ""

    def fault(self, said: str) -> str:
        """The code of what is wrong with it; "" if it can stand."""
        if not said:
            return "empty" if self.is_needed else ""
        if self.choices and said not in self.choices:
            return "invalid"
        if self.digits and not self._is_in_digits(said):
            return DIGITS_WORDS.get(self.digits, "invalid")
        return ""

    def _is_in_digits(self, said: str) -> bool:
        few, most = self.digits or (0, 0)
        return bool(re.fullmatch("[0-9]*", said)) and few <= len(said) <= most


@dataclass(frozen=True, slots=True)
class GoodsToCode:
    """Goods that a seller sells, as an authority asks that their codes be registered."""

    code: str
    gtin: str
    name_ar: str
    name_en: str


DIGITS_WORDS = {(4, 4): "four_digits", (5, 5): "five_digits"}


@dataclass(frozen=True, slots=True)
class Applicant:
    """Who enrols: the seller before the law, and his unit. `unit` names it for ever."""

    unit: UUID
    legal_name: str
    vat_number: str
    registration: str
    country: str
    facts: UnitFacts


@dataclass(frozen=True, slots=True)
class Paper:
    """What an electronic document is written of."""

    seller_id: UUID
    kind: InvoiceKind
    number: str
    issued_at: datetime
    content: InvoiceContent


@dataclass(frozen=True, slots=True)
class ChainPlace:
    """`before` is the hash of the document before, "" of the first."""

    counter: int
    before: str


@dataclass(frozen=True, slots=True)
class Composed:
    """A document, written and signed. `ending` is of its file's name."""

    document: str
    hash: str
    qr: str
    needs_clearance: bool
    ending: str = "xml"
    is_linked: bool = True
    """Whether the next document names this one."""


@dataclass(frozen=True, slots=True)
class ToSend:
    uuid: UUID
    hash: str
    document: str
    needs_clearance: bool
    since: datetime | None = None
    """When it was written: before that nobody has it."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What something is called, in the languages of the desks."""

    name_ar: str
    name_en: str
    name_fr: str


@dataclass(frozen=True, slots=True)
class Remark:
    """What an authority says about a document: its own rule and words."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """`document` and `qr` where the authority has stamped it."""

    warnings: tuple[Remark, ...] = ()
    document: str = ""
    qr: str = ""
    mark: str = ""
    """What it knows the document by, where it gives a name of its own."""


@dataclass(frozen=True, slots=True)
class Rejected:
    errors: tuple[Remark, ...]
    warnings: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthoritySilent:
    """It may have it or not: it is asked again. `keys_refused`: it does not know our identity."""

    why: str
    keys_refused: bool = False


@dataclass(frozen=True, slots=True)
class Enrolled:
    """`keys` are secret. `expires_at` is when the identity must have been renewed."""

    keys: dict[str, str]
    expires_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class NotEnrolled:
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class AuthorityField:
    """A setting of an authority that staff choose for a unit."""

    name: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitView:
    """`fields` are the settings that were chosen; no key is among them."""

    seller_id: UUID
    id: UUID
    authority: str
    state: UnitState
    facts: UnitFacts
    fields: dict[str, str]
    counter: int
    kept_at: datetime
    expires_at: datetime | None
    trouble: str
    """"keys_refused", "unreadable" or nothing."""


@dataclass(frozen=True, slots=True)
class FilingView:
    """`replaces` is the rejected document that it stands in the place of; `is_healed`, without
    anybody's asking."""

    seller_id: UUID
    id: UUID
    invoice_id: UUID
    number: str
    kind: InvoiceKind
    authority: str
    state: FilingState
    counter: int
    uuid: UUID
    hash: str
    needs_clearance: bool
    written_at: datetime
    answered_at: datetime | None
    attempts: int
    retry_at: datetime | None
    last_error: str
    errors: tuple[Remark, ...]
    warnings: tuple[Remark, ...]
    total: Money
    ending: str
    replaces: UUID | None
    is_healed: bool
    paper_of: UUID
    """Under which seller its paper is read: of commission, to whom it was written."""


@dataclass(frozen=True, slots=True)
class HeldView:
    """A paper that may not be given out as it would be: it has no number yet. Of commission, it has
    no order, `seller_id` is the market and `order_number` the month."""

    seller_id: UUID
    order_id: UUID | None
    refund_id: UUID | None
    """Its credit note; None, its invoice."""
    order_number: str
    remarks: tuple[Remark, ...]
    held_at: datetime
    recipient_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DeskFigures:
    """What stands at the desk. `oldest` has waited longest for an answer."""

    by_state: dict[str, int]
    held: int
    oldest: datetime | None
    healed: int = 0
    """How many rejected ones were replaced without anybody's asking."""


@dataclass(frozen=True, slots=True)
class DayOfAnswers:
    """What became of the documents that were written on a day."""

    day: date
    taken: int = 0
    rejected: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """What official validators found: how many of how many, and which were not as they should."""

    what: str
    good: int
    of: int
    wrong: list[str]
