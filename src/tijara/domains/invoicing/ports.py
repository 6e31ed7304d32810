"""What makes PDFs, and who takes electronic invoices."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar, Protocol

from tijara.kit.en16931 import Broken, SemanticInvoice

from .shapes import (
    Accepted,
    Applicant,
    AuthoritySilent,
    ChainPlace,
    Composed,
    Enrolled,
    FactAsked,
    GoodsToCode,
    Judged,
    NotEnrolled,
    NotPrinted,
    Printed,
    Rejected,
    Sheet,
    ToSend,
    Wording,
)


class DocumentPrinter(Protocol):
    """Providers of the entry-point group `tijara.document_printers`. `Settings` is a dataclass:
    what the printer must be told.

    It is asked outside any transaction and answers instead of raising, an answer for each sheet.
    Its page is a whole HTML document, for which the house's fonts stand ready by their families
    (Readex and ReadexLatin, 300 and 600; Kufi and KufiLatin, 600); it reaches nothing else,
    whatever is written in it.
    """

    Settings: ClassVar[type[Any]]

    def __init__(self, settings: Any) -> None: ...

    def print_sheets(self, sheets: Sequence[Sheet]) -> list[Printed | NotPrinted]: ...


class InvoiceAuthority(Protocol):
    """Who takes electronic invoices: providers of the entry-point group
    `tijara.invoice_authorities`. `Settings` is a dataclass of texts: what staff choose for a unit.

    `send`, `begin` and `prove` ask the authority, outside any transaction, and answer instead of
    raising. `faults` and `compose` ask nobody: they are done in the commit that gives the number.
    """

    Settings: ClassVar[type[Any]]
    regime: ClassVar[str]
    """By which country profiles name it."""
    sends: ClassVar[bool]
    """Or are documents exchanged by others, and only kept here?"""
    asks: ClassVar[tuple[str, ...]]
    """What enrolling takes beside the facts: a one-time code, credentials. They are secret."""
    title: ClassVar[Wording]
    rules: ClassVar[Mapping[str, Wording]]
    """What its own rules mean, for whoever has to mend what is wrong."""
    family: ClassVar[tuple[str, Wording]]
    """How its own rules begin, and what is said of one that has no words."""
    passing_rules: ClassVar[frozenset[str]]
    """Those that another document does not break any more, though it says the same: of its place
    in the chain, or of its way."""
    facts: ClassVar[tuple[FactAsked, ...]]
    """What it wants to know of a unit, as the form asks it; what is not among them is not asked."""

    def __init__(self, settings: Any) -> None: ...

    def facts_faults(self, applicant: Applicant) -> dict[str, str]:
        """Which facts of a unit, or of who enrols it, can't stand: code by field. Of the unit it
        says what `facts` say."""
        ...

    def takes(self, invoice: SemanticInvoice) -> bool:
        """Whether such a paper is its business at all."""
        ...

    def faults(self, invoice: SemanticInvoice) -> list[Broken]:
        """Rules of its own that the invoice breaks, besides those of EN 16931."""
        ...

    def codes_to_register(self, vat_number: str, goods: Iterable[GoodsToCode]) -> list[list[str]]:
        """The rows of the file, with their heads, by which a seller registers the codes of his
        goods; nothing where none have to be."""
        ...

    def compose(
        self, invoice: SemanticInvoice, keys: Mapping[str, str], place: ChainPlace
    ) -> Composed: ...

    def send(
        self, filing: ToSend, keys: Mapping[str, str]
    ) -> Accepted | Rejected | AuthoritySilent:
        """Sent twice it is one document: what it has already is accepted."""
        ...

    def begin(
        self, applicant: Applicant, given: Mapping[str, str]
    ) -> Enrolled | NotEnrolled | AuthoritySilent:
        """A key and a first identity, for what it `asks`."""
        ...

    def prove(
        self, applicant: Applicant, keys: Mapping[str, str]
    ) -> Enrolled | NotEnrolled | AuthoritySilent:
        """Show that documents come out right, and become able to give them out. Can be repeated."""
        ...


class InvoiceJudge(Protocol):
    """Official validators of a country's documents: providers of the entry-point group
    `tijara.invoice_judges`. They are heavy, and judge for `tijara eval invoices` only."""

    needs: ClassVar[tuple[str, ...]]
    """Files of the folder."""

    def judge(self, folder: Path) -> list[Judged]: ...
