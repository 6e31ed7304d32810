"""What authorities know goods by: a code of the seller's own, their barcode, their kind."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from tijara.domains.markets.queries import tax_class
from tijara.domains.orders.shapes import OrderLineView, OrderView
from tijara.domains.taxes.shapes import TaxCategory

from ..shapes import UNMARKED, GoodsMark, InvoiceContent, InvoiceLine

CODE_DIGITS = 15


def own_code(variant_id: UUID) -> str:
    """The same for the same goods for ever, whatever they are called or filed under later: the
    part of their id that is drawn by chance (sixty bits), in capitals."""
    return variant_id.hex[-CODE_DIGITS:].upper()


def marks_of(
    order: OrderView, gtins: Mapping[UUID, str], country: str, on: date
) -> dict[UUID, GoodsMark]:
    """By line. `gtins` are by variant, as the catalogue has them now: a barcode that was missing
    may have been written down since the sale."""
    return {
        line.id: GoodsMark(
            own_code(line.variant_id), gtins.get(line.variant_id, ""), _nature(line, country, on)
        )
        for line in order.lines
    }


def marks_told(about: InvoiceContent, marks: Mapping[UUID, GoodsMark]) -> dict[UUID, GoodsMark]:
    """As the invoice told them that a note is about. One that it did not tell the note doesn't."""
    told = {line.code: line for line in about.lines if line.code}
    return {
        line_id: GoodsMark(mark.code, told[mark.code].gtin, told[mark.code].nature)
        for line_id, mark in marks.items()
        if mark.code in told
    }


def mark_beside(about: InvoiceContent, line: InvoiceLine | None, code: str) -> GoodsMark:
    """Of what a note asks for: that of its line; of what goes with goods whose tax the buyer owes,
    those goods' barcode and kind, because it is taxed as a part of them."""
    if line is not None and line.code:
        return GoodsMark(line.code, line.gtin, line.nature)
    reversed_ = TaxCategory.REVERSE.value
    main = next((one for one in about.lines if one.category == reversed_ and one.nature), None)
    mark = GoodsMark(main.code, main.gtin, main.nature) if main else UNMARKED
    return GoodsMark(code, mark.gtin, mark.nature)


def _nature(line: OrderLineView, country: str, on: date) -> str:
    if line.tax_category is not TaxCategory.REVERSE:
        return ""
    found = tax_class(country, line.tax_class, on)
    return found.reverse_code if found else ""
