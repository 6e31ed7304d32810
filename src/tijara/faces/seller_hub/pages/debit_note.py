"""Ask more for an order than its invoice says: written, looked at, and given out."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.invoicing.actions import (
    DebitInvalid,
    NothingInvoiced,
    PaperHeld,
    issue_debit_note,
)
from tijara.domains.invoicing.queries import debit_draft, debit_note_faults, main_invoice
from tijara.domains.invoicing.queries import invoice as find_invoice
from tijara.domains.invoicing.shapes import DebitToWrite, InvoiceKind, InvoiceLine, InvoiceView
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.pieces.fields import field
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.typed import amount

LONGEST_WORDS, LONGEST_AMOUNT = 200, 12
NEVER_ABOUT = (InvoiceKind.CREDIT_NOTE, InvoiceKind.DEBIT_NOTE)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def debit_note(request: HttpRequest, desk: Desk, invoice_id: UUID) -> HttpResponse:
    """The first press shows the note as it will be; the second gives it out."""
    desk.must(Power.BOOKS_KEEP)
    about = _about(desk, invoice_id)
    if request.method != "POST":
        return _page(request, desk, about, QueryDict())
    said = request.POST
    note, faults = _read(about, said)
    faults = faults or debit_note_faults(about, note)
    if faults or "change" in said:
        return _page(request, desk, about, said, {} if "change" in said else faults)
    if "give_out" not in said:
        draft = debit_draft(about, note)
        return _page(request, desk, about, said, draft=draft)
    return _give_out(request, desk, about, note)


def may_debit(desk: Desk, invoice: InvoiceView) -> bool:
    """Of an order's own invoice or receipt, by who keeps the books."""
    return desk.actor.may(Power.BOOKS_KEEP) and invoice.kind not in NEVER_ABOUT


def _give_out(
    request: HttpRequest, desk: Desk, about: InvoiceView, note: DebitToWrite
) -> HttpResponse:
    try:
        made = issue_debit_note(
            actor=desk.actor, seller_id=desk.seller_id, order_id=about.order_id, note=note
        )
    except DebitInvalid as refusal:
        return _page(request, desk, about, request.POST, refusal.fields)
    except (PaperHeld, NothingInvoiced) as refusal:
        return _page(request, desk, about, request.POST, said=sentence_of(refusal))
    return see_other(local(f"/hub/invoices/{made}"), _("Given out. The buyer has been told."))


def _about(desk: Desk, invoice_id: UUID) -> InvoiceView:
    found = find_invoice(desk.seller_id, invoice_id)
    about = main_invoice(desk.seller_id, found.order_id) if found else None
    if about is None or about.id != invoice_id:
        raise Http404
    return about


def _read(about: InvoiceView, said: QueryDict) -> tuple[DebitToWrite, dict[str, str]]:
    more, faults = {}, {}
    for place in range(len(about.content.lines)):
        name = f"line_{place}"
        typed = said.get(name, "").strip()
        if not typed:
            continue
        money = amount(typed, about.content.total.currency)
        if money is None:
            faults[name] = "not_an_amount"
        else:
            more[place] = money
    note_id = read_id(said.get("id", "")) or new_id()
    return DebitToWrite(note_id, more, said.get("words", "")[: LONGEST_WORDS * 2]), faults


def _page(
    request: HttpRequest,
    desk: Desk,
    about: InvoiceView,
    typed: QueryDict,
    faults: dict[str, str] | None = None,
    *,
    draft: InvoiceView | None = None,
    said: str = "",
) -> HttpResponse:
    faults = faults or {}
    context = {
        "about": about,
        "here": local(f"/hub/invoices/{about.id}/debit-note"),
        "back": local(f"/hub/invoices/{about.id}"),
        "form_id": read_id(typed.get("id", "")) or new_id(),
        "lines": [
            _drawn(about, place, line, typed, faults)
            for place, line in enumerate(about.content.lines)
        ],
        "kept": [(name, typed[name]) for name in typed if _is_ours(name)],
        "words": typed.get("words", ""),
        "wrong": field_sentences(faults),
        "draft": draft,
        "said": said,
    }
    return hub_page(request, desk, "debit_note", context, status=422 if faults or said else 200)


def _is_ours(name: str) -> bool:
    return name == "words" or name.startswith("line_")


def _drawn(
    about: InvoiceView, place: int, line: InvoiceLine, typed: QueryDict, faults: dict[str, str]
) -> str:
    name = f"line_{place}"
    beside = {"delivery": _("Delivery"), "fee": _("Payment fee")}
    asked = line.gross if about.content.prices_include_tax else line.net
    label = beside.get(line.subject) or named(line)
    return field(
        name,
        label,
        typed.get(name, ""),
        error=field_sentence(faults[name]) if name in faults else "",
        hint=_("On the invoice: {price}").format(price=asked.to_decimal_string()),
        optional=True,
        inputmode="decimal",
        dir="ltr",
        unit=about.content.total.currency,
        maxlength=LONGEST_AMOUNT,
        autocomplete="off",
    )
