"""What a person does to an import: read it otherwise, try it out, take it in, undo it, drop it."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.offers.actions import (
    ColumnsUnclear,
    FileUnreadable,
    ImportMoved,
    ImportUnknown,
    NothingToUndo,
    check_import,
    discard_import,
    reread_file,
    start_import,
    undo_import,
)
from tijara.domains.offers.shapes import ImportChoices, ImportRunView, ImportState
from tijara.faces.seller_hub.asking import Question, ask_first
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.import_words import FIELDS, PROBLEMS
from tijara.faces.seller_hub.pages.import_page import columns_page, found_run
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.typed import whole_number


@require_POST
@at_desk
def import_reading(request: HttpRequest, desk: Desk, run_id: UUID) -> HttpResponse:
    """The same file with other letters, or parted by another sign."""
    told = {name: request.POST.get(name, "") for name in ("encoding", "separator")}
    try:
        return _act(desk, run_id, reread_file, **told)
    except FileUnreadable as refusal:
        fault = PROBLEMS[str(refusal.facts["why"])]
        return columns_page(request, desk, found_run(desk, run_id), fault=fault)


@require_POST
@at_desk
def import_check(request: HttpRequest, desk: Desk, run_id: UUID) -> HttpResponse:
    run = found_run(desk, run_id)
    choices = _choices(request, run)
    if "look" in request.POST:
        return columns_page(request, desk, run, choices)
    try:
        return _act(desk, run_id, check_import, choices=choices)
    except ColumnsUnclear as refusal:
        return columns_page(request, desk, run, choices, _unclear(refusal))


@require_POST
@at_desk
def import_intake(request: HttpRequest, desk: Desk, run_id: UUID) -> HttpResponse:
    return _act(desk, run_id, start_import)


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def import_undoing(request: HttpRequest, desk: Desk, run_id: UUID) -> HttpResponse:
    """Asks once more before it is done."""
    if request.method == "POST":
        return _act(desk, run_id, undo_import)
    run = found_run(desk, run_id)
    if run.state not in (ImportState.DONE, ImportState.STOPPED):
        return see_other(_address(run_id))
    return hub_page(request, desk, "import_undoing", {"run": run, "address": _address(run_id)})


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def import_disposal(request: HttpRequest, desk: Desk, run_id: UUID) -> HttpResponse:
    run = found_run(desk, run_id)
    if request.method != "POST":
        return ask_first(request, desk, _question(run))
    try:
        discard_import(actor=desk.actor, seller_id=desk.seller_id, run_id=run_id)
    except ImportMoved:
        return see_other(_address(run_id), _gone_on(), "warn")
    return see_other(local("/hub/imports"), _("The file is thrown away. Nothing was changed."))


def _question(run: ImportRunView) -> Question:
    return Question(
        title=_("Throw the file away?"),
        about=run.file_name,
        text=_("Your products stay as they are. The file itself is gone."),
        press=_("Throw the file away"),
        keep=pgettext("file", "Keep it"),
        back=_address(run.id),
    )


def _act(desk: Desk, run_id: UUID, act: Callable[..., None], **given: object) -> HttpResponse:
    found_run(desk, run_id)
    try:
        act(actor=desk.actor, seller_id=desk.seller_id, run_id=run_id, **given)
    except ImportMoved:
        return see_other(_address(run_id), _gone_on(), "warn")
    except ImportUnknown:
        return see_other(local("/hub/imports"), PROBLEMS["file_gone"], "warn")
    except NothingToUndo:
        return see_other(_address(run_id), _("This import changed nothing."), "warn")
    return see_other(_address(run_id))


def _choices(request: HttpRequest, run: ImportRunView) -> ImportChoices:
    """A field for each column; what our form doesn't offer is passed over."""
    columns = {}
    for place, name in enumerate(run.header):
        field = request.POST.get(f"c{place}", "")
        if name not in columns or not columns[name]:
            columns[name] = field if field in FIELDS else ""
    units = whole_number(request.POST.get("first_units", "") or "0")
    return replace(
        run.choices,
        columns=columns,
        first_units=-1 if units is None else units,
        sets_stock=request.POST.get("sets_stock") == "1",
    )


def _unclear(refusal: ColumnsUnclear) -> object:
    twice = [FIELDS[field] for field, code in refusal.fields.items() if code == "twice"]
    if twice:
        return _("More than one column is “%(field)s”. Choose one of them.") % {"field": twice[0]}
    if "first_units" in refusal.fields:
        return _("Write the units of new products as a whole number, 100,000 at most.")
    return PROBLEMS["offers.columns_unclear"]


def _gone_on() -> str:
    return _("The import has gone on in the meantime. This is how it stands now.")


def _address(run_id: UUID) -> str:
    return local(f"/hub/imports/{run_id}")
