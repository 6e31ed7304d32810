"""Files that buyers of a digital product download: bring them, take one off sale."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.inventory.actions import (
    BelowHeld,
    KindIsFixed,
    LastFile,
    NoSuchFile,
    NotDigital,
    TooManyFiles,
    add_stock_file,
    remove_stock_file,
)
from tijara.domains.inventory.queries import files_of_stocks
from tijara.faces.seller_hub.asking import Question, ask_first
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.digital_stock import found_stock
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of

REFUSED = (BelowHeld, FileNotAccepted, FileTooLarge, KindIsFixed, NotDigital, TooManyFiles)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def files(request: HttpRequest, desk: Desk, stock_id: UUID) -> HttpResponse:
    found_stock(desk, stock_id)
    if request.method != "POST":
        return _files_page(request, desk, stock_id)
    file = request.FILES.get("file")
    if file is None:
        return _files_page(request, desk, stock_id, wrong=_("Choose a file first."))
    given = {"seller_id": desk.seller_id, "stock_id": stock_id, "name": file.name or ""}
    try:
        add_stock_file(actor=desk.actor, content=file.file, **given)
    except REFUSED as refusal:
        return _files_page(request, desk, stock_id, wrong=sentence_of(refusal))
    return see_other(_address(stock_id), _("The file is on sale."))


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def removal(request: HttpRequest, desk: Desk, stock_id: UUID, file_id: UUID) -> HttpResponse:
    found_stock(desk, stock_id)
    if request.method != "POST":
        return ask_first(request, desk, _question(stock_id))
    given = {"seller_id": desk.seller_id, "stock_id": stock_id, "file_id": file_id}
    try:
        remove_stock_file(actor=desk.actor, **given)
    except (LastFile, NoSuchFile) as refusal:
        return see_other(_address(stock_id), sentence_of(refusal), "warn")
    said = _("The file is off sale. Whoever bought it before keeps it.")
    return see_other(_address(stock_id), said)


def _question(stock_id: UUID) -> Question:
    return Question(
        title=_("Take the file off sale?"),
        text=_("Whoever buys from now on does not get it. Whoever bought it before keeps it."),
        press=_("Take it off sale"),
        keep=_("Leave it"),
        back=_address(stock_id),
    )


def _files_page(
    request: HttpRequest, desk: Desk, stock_id: UUID, *, wrong: str = ""
) -> HttpResponse:
    context = {
        "found": found_stock(desk, stock_id),
        "files": files_of_stocks(desk.seller_id, [stock_id]).get(stock_id, []),
        "wrong": wrong,
    }
    return hub_page(request, desk, "files", context, status=422 if wrong else 200)


def _address(stock_id: UUID) -> str:
    return local(f"/hub/stock/{stock_id}/files")
