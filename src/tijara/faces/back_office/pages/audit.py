"""Prove that nothing is lost: every proof of every domain, by the worker, when somebody asks."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import PROOFS
from tijara.kit.actor import Actor
from tijara.platform.audit.queries import chain_state, last_proofs
from tijara.platform.proving.actions import ask_proofs
from tijara.ui.directions import see_other
from tijara.ui.language import local

SHOWN_FAULTS = 20


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def audit(request: HttpRequest, actor: Actor) -> HttpResponse:
    if request.method == "POST":
        ask_proofs(actor=actor)
        return see_other(local("/office/audit"), _("Everything is being proved"))
    run = last_proofs()
    context = {
        "run": run,
        "results": [
            (result, PROOFS.get(result.code, result.name), result.faults[:SHOWN_FAULTS])
            for result in run.results
        ],
        "broken": sum(not result.holds for result in run.results),
        "checked": sum(result.checked for result in run.results),
        "milliseconds": sum(result.milliseconds for result in run.results),
        "chain": chain_state(),
    }
    return office_page(request, "audit", context)
