"""Licence codes of a stock: bring them, see how they go, take a wrong one out."""

from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods

from tijara.domains.inventory.actions import (
    BelowHeld,
    KindIsFixed,
    NoSuchCode,
    NotDigital,
    SoldFromShelf,
    add_codes,
    withdraw_code,
)
from tijara.domains.inventory.queries import code_counts, codes_of_stock
from tijara.domains.inventory.shapes import CodeCounts, CodesAdded
from tijara.faces.seller_hub.asking import Question, ask_first
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.digital_stock import found_stock
from tijara.kit.refusal import Invalid
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of

MOST_BYTES = 2 * 1024 * 1024
REFUSED = (BelowHeld, KindIsFixed, NotDigital, SoldFromShelf)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def codes(request: HttpRequest, desk: Desk, stock_id: UUID) -> HttpResponse:
    found_stock(desk, stock_id)
    if request.method != "POST":
        return _codes_page(request, desk, stock_id)
    typed = request.POST.get("codes", "")
    text = f"{typed}\n{_uploaded(request.FILES.get('file'))}"
    try:
        done = add_codes(actor=desk.actor, seller_id=desk.seller_id, stock_id=stock_id, text=text)
    except Invalid as refusal:
        wrong = field_sentence(refusal.fields["codes"])
        return _codes_page(request, desk, stock_id, typed=typed, wrong=wrong)
    except REFUSED as refusal:
        return _codes_page(request, desk, stock_id, typed=typed, wrong=sentence_of(refusal))
    return see_other(_address(stock_id), _told(done), "good" if done.added else "warn")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def withdrawal(request: HttpRequest, desk: Desk, stock_id: UUID, code_id: UUID) -> HttpResponse:
    found_stock(desk, stock_id)
    if request.method != "POST":
        return ask_first(request, desk, _question(stock_id))
    given = {"seller_id": desk.seller_id, "stock_id": stock_id, "code_id": code_id}
    try:
        withdraw_code(actor=desk.actor, **given)
    except (BelowHeld, NoSuchCode) as refusal:
        return see_other(_address(stock_id), sentence_of(refusal), "warn")
    return see_other(_address(stock_id), _("The code is taken out."))


def _question(stock_id: UUID) -> Question:
    return Question(
        title=_("Take the code out?"),
        text=_("It is not sold any more and can’t be read again. Your stock is one unit less."),
        press=_("Take it out"),
        keep=_("Leave it"),
        back=_address(stock_id),
    )


def _uploaded(file: UploadedFile | None) -> str:
    """The text of a file; what is no text has no codes in it."""
    if file is None:
        return ""
    try:
        return file.read(MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""


def _codes_page(
    request: HttpRequest, desk: Desk, stock_id: UUID, *, typed: str = "", wrong: str = ""
) -> HttpResponse:
    found, page = found_stock(desk, stock_id), page_number(request)
    counts = code_counts(desk.seller_id, [stock_id]).get(stock_id, CodeCounts(0, 0, 0))
    sold = request.GET.get("sold") == "1"
    rows = codes_of_stock(desk.seller_id, stock_id, waiting=not sold, page=page)
    context = {
        "found": found,
        "code_counts": counts,
        "page": rows,
        "sold": sold,
        "typed": typed,
        "wrong": wrong,
        "tabs": _tabs(stock_id, counts, sold),
    }
    return hub_page(request, desk, "codes", context, status=422 if wrong else 200)


def _tabs(stock_id: UUID, counts: CodeCounts, sold: bool) -> list[dict]:
    waiting = {"text": pgettext("codes", "In stock"), "count": counts.waiting, "current": not sold}
    gone = {"text": pgettext("codes", "Sold"), "count": counts.assigned, "current": sold}
    return [
        waiting | {"href": _address(stock_id)},
        gone | {"href": f"{_address(stock_id)}?sold=1"},
    ]


def _told(done: CodesAdded) -> str:
    said = ngettext("%(many)s code is added.", "%(many)s codes are added.", done.added)
    told = said % {"many": done.added}
    if not done.repeated:
        return told
    again = ngettext(
        "%(many)s was there already and is left out.",
        "%(many)s were there already and are left out.",
        done.repeated,
    )
    return f"{told} {again % {'many': done.repeated}}"


def _address(stock_id: UUID) -> str:
    return local(f"/hub/stock/{stock_id}/codes")
