"""The outbox: every fact that was recorded, whom it has reached, and what is stuck."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.stores.queries import stores
from tijara.faces.back_office.lists import own_views
from tijara.faces.back_office.narrowing import kept_in
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.outbox.actions import NoSuchEvent, retry_event
from tijara.platform.outbox.queries import EventRow, backlog, parked_events, waiting_events
from tijara.platform.outbox.queries import event as find_event
from tijara.platform.outbox.queries import events as all_events
from tijara.platform.webhooks.queries import deliveries_of_event, endpoints
from tijara.ui.desks.hook_words import DELIVERY_STATES, FACTS
from tijara.ui.directions import page_cursor, page_number, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local

PAGE = "/office/events"
WAITING, PARKED, ALL = "waiting", "parked", "all"
HIDDEN = {"buyer_id", "charge_id", "checkout_id"}
"""They say nothing to staff here, and whom they concern is nobody's business on this page."""


@require_safe
@in_office
def events(request: HttpRequest, actor: Actor) -> HttpResponse:
    given = {name: request.GET.get(name, "")[:100].strip() for name in ("name", "owner", "about")}
    given["name"] = given["name"] if given["name"] in FACTS else ""
    owner, about = read_id(given["owner"]), read_id(given["about"])
    is_narrowed = any(given.values())
    kind = request.GET.get("kind", "")
    kind = ALL if is_narrowed or kind not in (WAITING, PARKED) and kind else kind or WAITING
    number = page_number(request)
    if kind == WAITING:
        page = waiting_events(page=number)
    elif kind == PARKED:
        page = parked_events(page=number)
    else:
        narrowed = {"name": given["name"], "owner_id": owner, "about": about}
        page = all_events(**narrowed, page=number, beside=page_cursor(request))
    cards = stores({row.owner_id for row in page.items})
    context = {
        "kind": kind,
        "page": page,
        "rows": [(row, FACTS.get(row.name, ""), *_owner(row, cards)) for row in page.items],
        "backlog": backlog(),
        "given": given,
        "is_narrowed": is_narrowed,
        "names": [("", _("Every event")), *FACTS.items()],
        **own_views(request, actor, "events", _tabs(kind)),
    }
    return office_page(request, "events", context)


@require_safe
@in_office
def event(request: HttpRequest, actor: Actor, owner_id: UUID, event_id: UUID) -> HttpResponse:
    found = find_event(owner_id, event_id)
    if found is None:
        raise Http404
    sees_hooks = Power.WEBHOOKS_MANAGE in actor.powers
    hosts = {one.id: one for one in endpoints(OPERATOR_ID)} if sees_hooks else {}
    sent = deliveries_of_event(event_id) if sees_hooks else []
    store = stores([owner_id]).get(owner_id)
    context = {
        "event": found,
        "words": FACTS.get(found.row.name, ""),
        "owner": _owner(found.row, {owner_id: store} if store else {}),
        "body": [(name, _shown(value)) for name, value in found.body.items() if name not in HIDDEN],
        "hidden": bool(HIDDEN & found.body.keys()),
        "order_id": read_id(str(found.body.get("order_id", ""))) if store else None,
        "met": [_short(name) for name in found.met],
        "missing": [_short(name) for name in found.missing],
        "deliveries": [
            (one, hosts.get(one.endpoint_id), *DELIVERY_STATES[one.state]) for one in sent
        ],
    }
    return office_page(request, "event", context)


@require_POST
@in_office
def event_retry(request: HttpRequest, actor: Actor, owner_id: UUID, event_id: UUID) -> HttpResponse:
    try:
        retry_event(actor=actor, owner_id=owner_id, event_id=event_id)
    except NoSuchEvent:
        return see_other(local(PAGE), _("It has been delivered meanwhile."), "info")
    return see_other(local(PAGE), _("It is tried again now."))


def _tabs(kind: str) -> list[dict]:
    names = {WAITING: _("Waiting"), PARKED: _("Stuck"), ALL: _("All that is kept")}
    return [
        {"text": name, "href": kept_in(local(PAGE), {"kind": each}), "current": each == kind}
        for each, name in names.items()
    ]


def _owner(row: EventRow, cards: dict) -> tuple:
    """(store, who it is where it is none)."""
    if store := cards.get(row.owner_id):
        return store, ""
    return None, _("the market") if row.owner_id == OPERATOR_ID else _("a buyer")


def _shown(value: object) -> str:
    if isinstance(value, list):
        first = ", ".join(map(str, value[:3]))
        return f"{first}, … ({len(value)})" if len(value) > 3 else first
    return str(value)


def _short(reaction: str) -> str:
    """tijara.domains.orders.reactions.tell_buyer -> orders.tell_buyer"""
    parts = reaction.split(".")
    return f"{parts[2]}.{parts[-1]}" if len(parts) > 3 else reaction
