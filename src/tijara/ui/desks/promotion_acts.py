"""The pages of promotions at a desk, one function each: what a shop and the market do alike."""

from collections.abc import Mapping
from copy import deepcopy
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.domains.promotions.shapes import Promotion, PromotionDraft
from tijara.kit.clock import now
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import NotAllowed
from tijara.ui.desks.promotion_copies import as_it_stands, copy_of, form_of
from tijara.ui.desks.promotion_form import PromotionForm, draft_of, new_form, typed_form
from tijara.ui.desks.promotions import Place, form_page, kind_of, names_of_goods, whole_page
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.refusal_texts.single import TEXTS

MOVES = {"pause", "resume", "end"}
MOVED_ON = "promotions.moved_on"
TOO_LATE = {MOVED_ON, "promotions.has_begun"}
"""It is not what it was when the form was opened: look at it again."""


def page_of_new(request: HttpRequest, place: Place, word: str) -> HttpResponse:
    """Looked at as often as one likes; started once it is right. `?copy=`: begun with another."""
    kind = kind_of(word)
    if kind is None:
        raise Http404
    action = f"{place.here}/new/{kind.value}"
    if request.method != "POST":
        before = _to_copy(request, place)
        if before and before.terms.kind is kind:
            form = form_of(before, place.currency, place.zone, _brands(place, before))
            form = copy_of(form, before, place.today, is_over=before.is_over(now()))
            return _as_it_reads(place, form, action, copied=before)
        return form_page(place, new_form(kind, place.today), action)
    form = typed_form(kind, request.POST)
    draft = draft_of(form, place.writing)
    if draft is None or _is_looking(request, place):
        return _looked_at(place, form, action, draft)
    try:
        made = place.promotions.save_promotion(
            actor=place.actor, owner_id=place.owner_id, draft=draft
        )
    except NotAllowed:
        raise
    except Refusal as refused:
        return _refused(place, form, action, refused)
    is_coming = draft.starts_at > now()
    said = (
        _("It is written down and begins on its day.")
        if is_coming
        else _("It is on. Shelves show it within a minute.")
    )
    return see_other(f"{place.here}/{made}", said)


def page_of_change(request: HttpRequest, place: Place, promotion_id: UUID) -> HttpResponse:
    """All of it until it begins, a little of it after that."""
    told = found(place, promotion_id)
    here = f"{place.here}/{told.id}"
    if told.is_over(now()):
        return see_other(here, TEXTS[MOVED_ON], "warn")
    stands = told if told.has_begun(now()) else None
    form = form_of(told, place.currency, place.zone, _brands(place, told))
    if request.method != "POST":
        return _as_it_reads(place, form, f"{here}/change", changed=told, stands=stands)
    typed = typed_form(told.terms.kind, request.POST)
    if stands:
        typed = _over_what_stands(form, typed, request.POST)
    draft = draft_of(typed, place.writing)
    if draft and stands:
        draft = as_it_stands(stands, draft)
    if draft is None or _is_looking(request, place):
        return _looked_at(place, typed, f"{here}/change", draft, changed=told, stands=stands)
    return _changed(place, typed, draft, changed=told, stands=stands)


def _changed(
    place: Place,
    form: PromotionForm,
    draft: PromotionDraft,
    *,
    changed: Promotion,
    stands: Promotion | None,
) -> HttpResponse:
    here = f"{place.here}/{changed.id}"
    try:
        place.promotions.change_promotion(
            actor=place.actor, owner_id=place.owner_id, promotion_id=changed.id, draft=draft
        )
    except NotAllowed:
        raise
    except Refusal as refused:
        if refused.code in TOO_LATE:
            return see_other(here, sentence_of(refused), "warn")
        shown = {"changed": changed, "stands": stands}
        return _refused(place, form, f"{here}/change", refused, **shown)
    return see_other(here, _("Changed. Shelves show it within a minute."))


def page_of_one(place: Place, promotion_id: UUID) -> HttpResponse:
    told = found(place, promotion_id)
    of_seller = None if place.owner_id == OPERATOR_ID else place.owner_id
    figures = place.promotions.figures([told.id], place.currency, seller_id=of_seller)
    done = figures.get(told.id)
    names = place.catalogue.names_of_scope(told)
    return whole_page(place, told, done, names_of_goods(told, names))


def turned(request: HttpRequest, place: Place, promotion_id: UUID) -> HttpResponse:
    move, told = request.POST.get("move", ""), found(place, promotion_id)
    if move not in MOVES:
        raise Http404
    here = f"{place.here}/{told.id}"
    try:
        place.promotions.turn_promotion(
            actor=place.actor, owner_id=place.owner_id, promotion_id=told.id, move=move
        )
    except NotAllowed:
        raise
    except Refusal as refused:
        return see_other(here, sentence_of(refused), "warn")
    return see_other(here, _("Done. Shelves show it within a minute."))


def found(place: Place, promotion_id: UUID) -> Promotion:
    """Of this desk and of this market; another's is as unknown as one that never was."""
    told = place.promotions.promotion(place.owner_id, promotion_id)
    if told is None or told.market_id != place.writing.market_id:
        raise Http404
    return told


def _to_copy(request: HttpRequest, place: Place) -> Promotion | None:
    wanted = read_id(request.GET.get("copy", ""))
    return found(place, wanted) if wanted else None


def _brands(place: Place, told: Promotion) -> dict[UUID, str]:
    names = place.catalogue.names_of_scope(told)
    return {id: name for id, name in names.items() if isinstance(id, UUID)}


def _is_looking(request: HttpRequest, place: Place) -> bool:
    return bool(place.asked_part) or request.POST.get("act") != "save"


def _over_what_stands(
    form: PromotionForm, typed: PromotionForm, post: Mapping[str, str]
) -> PromotionForm:
    """The fields that were not shown keep what stands."""
    form.values |= {name: value for name, value in typed.values.items() if name in post}
    return form


def _as_it_reads(place: Place, form: PromotionForm, action: str, **shown) -> HttpResponse:
    """Filled in already, so it is read out at once; nothing is marked before somebody has typed."""
    draft = draft_of(deepcopy(form), place.writing)
    return _looked_at(place, form, action, draft, **shown)


def _looked_at(
    place: Place, form: PromotionForm, action: str, draft: PromotionDraft | None, **shown
) -> HttpResponse:
    example = place.promotions.example_of(draft, place.currency) if draft else None
    return form_page(place, form, action, draft=draft, example=example, **shown)


def _refused(
    place: Place, form: PromotionForm, action: str, refused: Refusal, **shown
) -> HttpResponse:
    if isinstance(refused, Invalid):
        form.refuse(refused.fields)
        return form_page(place, form, action, **shown)
    return form_page(place, form, action, refused=sentence_of(refused), **shown)
