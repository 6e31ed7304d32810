"""Days off: the store closes with a word to its visitors, and opens again by itself."""

from datetime import date, datetime, time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.stores.actions import PauseInvalid, end_pause, pause_store
from tijara.domains.stores.shapes import Pause
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, field_sentences

WORDS = ("words_ar", "words_en", "words_fr")
PLACE = "/hub/store/pause"


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def pause(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.STORE_MANAGE)
    if request.method != "POST":
        return _page(request, desk, _kept(desk), {})
    given = {name: request.POST.get(name, "")[:1000] for name in ("from", "until", *WORDS)}
    first, last = _day(given["from"]), _day(given["until"])
    if first is None or last is None:
        missing = {name: day for name, day in (("from", first), ("until", last)) if day is None}
        return _page(request, desk, given, dict.fromkeys(missing, field_sentence("required")))
    wanted = Pause(_begins(first), _midnight(last), *(given[name] for name in WORDS))
    try:
        pause_store(actor=desk.actor, seller_id=desk.seller_id, pause=wanted)
    except PauseInvalid as refusal:
        return _page(request, desk, given, field_sentences(refusal.fields))
    is_on = wanted.begins <= now()
    said = _("The store is closed until then.") if is_on else _("The days off are planned.")
    return see_other(local(PLACE), said)


@require_POST
@at_desk
def reopening(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.STORE_MANAGE)
    end_pause(actor=desk.actor, seller_id=desk.seller_id)
    return see_other(local(PLACE), _("The store is open. Buyers see it within seconds."))


def _kept(desk: Desk) -> dict[str, str]:
    """What is planned; else from today on, for how long he says."""
    kept = desk.store.pause
    if kept is None:
        return {"from": _local(now()), "until": "", **dict.fromkeys(WORDS, "")}
    days = {"from": _local(kept.begins), "until": _local(kept.ends)}
    return days | {name: getattr(kept, name) for name in WORDS}


def _page(
    request: HttpRequest, desk: Desk, given: dict[str, str], wrong: dict[str, str]
) -> HttpResponse:
    context = {"given": given, "wrong": wrong, "pause": desk.store.pause}
    return hub_page(request, desk, "pause", context, status=422 if wrong else 200)


def _local(moment: datetime) -> str:
    return timezone.localtime(moment).date().isoformat()


def _day(said: str) -> date | None:
    """Of this century: far enough from where a calendar ends."""
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if 2000 < day.year < 2100 else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), timezone.get_current_timezone())


def _begins(day: date) -> datetime:
    """Today means now: what was ordered in the morning stays ordered."""
    return now() if day == timezone.localtime(now()).date() else _midnight(day)
