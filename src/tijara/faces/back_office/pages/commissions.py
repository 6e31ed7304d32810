"""The commission invoices of a month, of all sellers, and what the authority said of each."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.invoicing.queries import (
    commission_totals,
    commissions_in,
    months_of_commission,
)
from tijara.domains.invoicing.shapes import FilingState, InvoiceKind, InvoiceView
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.ui import downloads
from tijara.ui.directions import page_number
from tijara.ui.filing_words import FILING_STATES, filed_words
from tijara.ui.language import local
from tijara.ui.pieces.times import month_text
from tijara.ui.pieces.words import named
from tijara.ui.trade_words import INVOICE_KINDS

LONGEST_TEXT = 30
MOST_IN_FILE = 20_000
SHOWN = (FilingState.ACCEPTED, FilingState.WARNED, FilingState.WAITING, FilingState.REJECTED)


@require_safe
@in_office
def commissions(request: HttpRequest, actor: Actor) -> HttpResponse:
    months = months_of_commission()
    month = _month(request, months)
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    said = request.GET.get("state", "")
    state = FilingState(said) if said in SHOWN else None
    context: dict = {
        "months": [(f"{one:%Y-%m}", month_text(one), one == month) for one in months],
        "month": f"{month:%Y-%m}" if month else "",
        "query": text,
        "state": said if state else "",
        "states": [("", _("Whatever the authority said"))]
        + [(one.value, FILING_STATES[one][0]) for one in SHOWN],
    }
    if month:
        page = commissions_in(month, text=text, state=state, page=page_number(request))
        cards = stores({one.seller_id for one in page.items})
        context |= {
            "page": page,
            "totals": commission_totals(month),
            "rows": [
                (one, cards.get(one.seller_id), *INVOICE_KINDS[one.kind], filed_words(one.filed))
                for one in page.items
            ],
            "file": local(f"/office/commissions/{month:%Y-%m}.csv"),
        }
    return office_page(request, "commissions", context)


@require_safe
@in_office
def commissions_file(request: HttpRequest, actor: Actor, month: str) -> HttpResponse:
    asked = next((one for one in months_of_commission() if f"{one:%Y-%m}" == month), None)
    if asked is None:
        raise Http404
    found = commissions_in(asked, size=MOST_IN_FILE).items
    cards = stores({one.seller_id for one in found})
    head = [
        _("Invoice"), _("Month"), _("Store"), _("Recipient"), _("VAT number"), _("Kind"),
        _("Currency"), _("Before tax"), _("VAT"), _("Total"), _("The authority"),
    ]  # fmt: skip
    rows = [_row(one, named(cards.get(one.seller_id))) for one in found]
    return downloads.table(f"commission-{month}", [head, *rows])


def _row(one: InvoiceView, store: str) -> list[object]:
    """What goes back is below nothing, so that a column adds up."""
    content = one.content
    sign = -1 if one.kind is InvoiceKind.COMMISSION_CREDIT else 1
    sums = [Money(sign * each.minor, each.currency)
            for each in (content.net, content.tax, content.total)]  # fmt: skip
    company = content.company
    return [
        one.number,
        content.order_number,
        store,
        content.buyer_name,
        company.vat_number if company else "",
        INVOICE_KINDS[one.kind][0],
        content.total.currency,
        *sums,
        FILING_STATES[one.filed.state][0] if one.filed else "",
    ]


def _month(request: HttpRequest, months: list[date]) -> date | None:
    """As it was asked for; else the last one. None: nothing was ever written."""
    said = request.GET.get("month", "")
    return next((one for one in months if f"{one:%Y-%m}" == said), next(iter(months), None))
