"""What buyers have to pay, and the transfers that wait to be compared with the bank."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.payments.queries import (
    COUNTED,
    all_charges,
    charges_by_state,
    charges_to_approve,
    work_for_staff,
)
from tijara.domains.payments.shapes import ChargeState
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.payment_words import CHARGE_STATES, TO_CHECK, with_standing
from tijara.kit.actor import Actor
from tijara.ui.directions import counted, page_cursor, page_number, tabs_by_state
from tijara.ui.language import local
from tijara.ui.trade_words import PAYMENT_METHODS

LONGEST_TEXT = 30
CHECK = "check"
"""The tab of transfers whose receipt waits."""


@require_safe
@in_office
def payments(request: HttpRequest, actor: Actor) -> HttpResponse:
    said = request.GET.get("state", "")
    text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
    number = page_number(request)
    if said == CHECK:
        page = charges_to_approve(number)
    else:
        state = ChargeState(said) if said in ChargeState else None
        page = all_charges(state=state, text=text, page=number, beside=page_cursor(request))
    context = {
        "state": said if said in ChargeState or said == CHECK else "",
        "query": text,
        "page": page,
        "rows": [
            (charge, PAYMENT_METHODS[charge.method], name, tone)
            for charge, name, tone in with_standing(page.items)
        ],
        **own_views(request, actor, "payments", _tabs(said, text)),
    }
    return office_page(request, "payments", context)


def _tabs(said: str, text: str) -> list[dict]:
    counts = charges_by_state()
    cut = {each for each, number in counts.items() if number >= COUNTED}
    tabs: list[tuple] = [(None, _("All"), counted(sum(counts.values()), is_cut=bool(cut)))]
    tabs += [(CHECK, TO_CHECK, counted(work_for_staff()[0]))]
    tabs += [
        (each, name, counted(counts[each], is_cut=each in cut))
        for each, (name, _tone) in CHARGE_STATES.items()
    ]
    chosen = said if said in ChargeState or said == CHECK else None
    return tabs_by_state(local("/office/payments"), tabs, chosen, text)
