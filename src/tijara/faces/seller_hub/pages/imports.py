"""The imports of a store: bring a file, and see what became of earlier ones."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.offers.actions import FileUnreadable, TooManyFiles, bring_file
from tijara.domains.offers.queries import import_runs
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.import_words import PROBLEMS, STATES
from tijara.kit.refusal import Refusal
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of

MOST_MEGABYTES = 30
"""Of a file as it is sent; packed with gzip, or as XLSX, it may hold 256 MB."""
SHOWN = 30


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def imports(request: HttpRequest, desk: Desk) -> HttpResponse:
    if request.method != "POST":
        return _page(request, desk)
    file = request.FILES.get("file")
    if file is None:
        return _page(request, desk, _("Choose a file first."))
    try:
        run_id = bring_file(
            actor=desk.actor,
            seller_id=desk.seller_id,
            content=file,
            file_name=file.name or "",
            most_bytes=MOST_MEGABYTES << 20,
        )
    except (FileTooLarge, FileNotAccepted, FileUnreadable, TooManyFiles) as refusal:
        return _page(request, desk, _fault_of(refusal))
    return see_other(local(f"/hub/imports/{run_id}"))


def _fault_of(refusal: Refusal) -> object:
    if isinstance(refusal, FileTooLarge):
        return _too_large()
    if isinstance(refusal, FileNotAccepted):
        return PROBLEMS["not_a_table" if refusal.facts["kind"] else "empty"]
    if isinstance(refusal, FileUnreadable):
        return PROBLEMS[str(refusal.facts["why"])]
    return sentence_of(refusal)


def _page(request: HttpRequest, desk: Desk, fault: object = "") -> HttpResponse:
    runs = import_runs(desk.seller_id, SHOWN)
    rows = [(run, *STATES[run.state]) for run in runs]
    context = {"rows": rows, "fault": fault, "most": MOST_MEGABYTES}
    return hub_page(request, desk, "imports", context, status=422 if fault else 200)


def _too_large() -> str:
    return _("The file has more than %(most)s MB. Pack it with gzip, or send it in parts.") % {
        "most": MOST_MEGABYTES
    }
