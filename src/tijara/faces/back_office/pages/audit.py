"""Prove that nothing is lost: every proof of every domain."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import PROOFS
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.recent import Recent
from tijara.platform.audit.queries import chain_state
from tijara.platform.audits import ProofResult, run_proofs
from tijara.ui.directions import see_other
from tijara.ui.language import local

SHOWN_FAULTS = 20
MINUTE = 60


def _prove() -> tuple[datetime, list[ProofResult]]:
    return now(), run_proofs()


_proved = Recent(_prove, MINUTE)
"""Proofs read whole tables: coming back to the page does not run them again, asking does."""


@require_safe
@in_office
def audit(request: HttpRequest, actor: Actor) -> HttpResponse:
    if "again" in request.GET:
        _proved.forget()
        return see_other(local("/office/audit"))
    proved_at, results = _proved.get()
    context = {
        "proved_at": proved_at,
        "results": [
            (result, PROOFS.get(result.code, result.name), result.faults[:SHOWN_FAULTS])
            for result in results
        ],
        "broken": sum(not result.holds for result in results),
        "checked": sum(result.checked for result in results),
        "milliseconds": sum(result.milliseconds for result in results),
        "chain": chain_state(),
    }
    return office_page(request, "audit", context)
