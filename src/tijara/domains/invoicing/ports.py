"""What makes PDFs: providers of the entry-point group `tijara.document_printers`."""

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from .shapes import NotPrinted, Printed


class DocumentPrinter(Protocol):
    """`Settings` is a dataclass: what the printer must be told.

    It is asked outside any transaction and answers instead of raising, an answer for each sheet. A
    sheet is a whole HTML document; it may name the house's fonts (tijara-font:print-kufi-ar.woff2)
    and reaches nothing else, whatever is written in it.
    """

    Settings: ClassVar[type[Any]]

    def __init__(self, settings: Any) -> None: ...

    def print_sheets(self, sheets: Sequence[str]) -> list[Printed | NotPrinted]: ...
