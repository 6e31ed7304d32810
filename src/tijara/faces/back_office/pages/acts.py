"""The audit trail: who did what, when, narrowed by person, store and act."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tijara.domains.accounts.queries import accounts, staff
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import ACTORS, ACTS
from tijara.kit.actor import Actor
from tijara.platform.audit.log import Act, recent_acts
from tijara.platform.audit.queries import chain_state
from tijara.ui.directions import page_cursor, page_number
from tijara.ui.goods.sheet import read_id


@require_safe
@in_office
def acts(request: HttpRequest, actor: Actor) -> HttpResponse:
    action = request.GET.get("act", "")
    action = action if action in ACTS else ""
    person = read_id(request.GET.get("person", ""))
    owner = read_id(request.GET.get("seller", ""))
    narrowed = {"action": action, "person_id": person, "owner_id": owner}
    page = recent_acts(**narrowed, page=page_number(request), beside=page_cursor(request))
    people = [(str(one.id), one.name or one.reach) for one in staff()]
    known = {id for id, _name in people}
    if person and str(person) not in known:
        found = accounts({person}).get(person)
        people.append((str(person), found.name if found else str(person)))
    context = {
        "page": page,
        "chain": chain_state(),
        "acts": told(page.items),
        "action": action,
        "person": str(person or ""),
        "seller": owner,
        "seller_store": stores([owner]).get(owner) if owner else None,
        "is_narrowed": bool(action or person or owner),
        "all_acts": [("", _("Every act")), *sorted(ACTS.items(), key=lambda one: str(one[1]))],
        "people": [("", _("Everybody")), *people],
        **own_views(request, actor, "acts"),
    }
    return office_page(request, "acts", context)


def told(listed: list[Act]) -> list[tuple]:
    people = accounts({act.person_id for act in listed if act.person_id})
    cards = stores({act.owner_id for act in listed})
    return [
        (
            act,
            people.get(act.person_id),
            ACTORS.get(act.actor_kind, ""),
            ACTS.get(act.action, act.action),
            cards.get(act.owner_id),
        )
        for act in listed
    ]
