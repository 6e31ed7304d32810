"""Acts on one's own views of a list: keep, rename, renew, move, remove; and on its columns."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.kit.ids import new_id
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.desks.actions import (
    TooManyViews,
    ViewGone,
    ViewInvalid,
    ViewNameTaken,
    change_view,
    drop_view,
    keep_view,
    move_view,
    share_view,
)
from tijara.platform.desks.queries import leads_desk, saved_view
from tijara.platform.desks.shapes import SavedView
from tijara.ui.desks.columns import chosen_columns, keep_columns, moved_column, read_columns
from tijara.ui.desks.lists import DeskList, asked_of, chosen_id, view_address
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import query_of, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of

Lists = Mapping[str, DeskList]
LONGEST_TYPED = 200


def keep(request: HttpRequest, seat: Seat, lists: Lists, table: str) -> HttpResponse:
    """The form carries the new view's id: sent twice, it is one."""
    place = _place(lists, table)
    view_id = read_id(request.POST.get("id", "")) or new_id()
    shown = _columns_seen(request, seat, table, place)
    try:
        keep_view(
            actor=seat.actor,
            view_id=view_id,
            table=table,
            name=_typed(request),
            query=asked_of(request, place),
            columns=shown,
        )
    except (ViewInvalid, ViewNameTaken, TooManyViews) as refusal:
        return _asked_again(request, seat, place, refusal)
    kept = _found(seat, view_id)
    return see_other(view_address(place, kept), _("It is a tab of yours now."))


def rename(request: HttpRequest, seat: Seat, lists: Lists, view_id: UUID) -> HttpResponse:
    found = _found(seat, view_id)
    place = _place(lists, found.table)
    try:
        change_view(actor=seat.actor, view_id=view_id, name=_typed(request))
    except (ViewInvalid, ViewNameTaken) as refusal:
        return _asked_again(request, seat, place, refusal)
    except ViewGone as refusal:
        return see_other(local(place.path), sentence_of(refusal), "warn")
    return see_other(view_address(place, found), _("Saved."))


def renew(request: HttpRequest, seat: Seat, lists: Lists, view_id: UUID) -> HttpResponse:
    """From now on the view is what the list is now."""
    place = _place(lists, _found(seat, view_id).table)
    try:
        change_view(actor=seat.actor, view_id=view_id, query=asked_of(request, place))
    except ViewGone as refusal:
        return see_other(local(place.path), sentence_of(refusal), "warn")
    return see_other(view_address(place, _found(seat, view_id)), _("Saved."))


def move(request: HttpRequest, seat: Seat, lists: Lists, view_id: UUID) -> HttpResponse:
    found = _found(seat, view_id)
    place = _place(lists, found.table)
    try:
        move_view(actor=seat.actor, view_id=view_id, is_later=request.POST.get("place") == "later")
    except ViewGone as refusal:
        return see_other(local(place.path), sentence_of(refusal), "warn")
    return see_other(view_address(place, found))


def share(request: HttpRequest, seat: Seat, lists: Lists, view_id: UUID) -> HttpResponse:
    found = _found(seat, view_id)
    place = _place(lists, found.table)
    is_shared = request.POST.get("shared") == "yes"
    try:
        share_view(actor=seat.actor, view_id=view_id, is_shared=is_shared)
    except ViewGone as refusal:
        return see_other(local(place.path), sentence_of(refusal), "warn")
    said = _("Everybody here has it as a tab now.") if is_shared else _("Only you see it now.")
    return see_other(view_address(place, found), said)


def remove(request: HttpRequest, seat: Seat, lists: Lists, view_id: UUID) -> HttpResponse:
    """The list stays as it was asked for, without the tab."""
    found = saved_view(seat.actor, view_id)
    if found is None or not (found.is_own or leads_desk(seat.actor)):
        raise Http404
    place = _place(lists, found.table)
    drop_view(actor=seat.actor, view_id=view_id)
    back = f"?{found.query}" if found.query else ""
    return see_other(local(place.path) + back, _("The tab is gone. What it showed is all there."))


def choose_columns(request: HttpRequest, seat: Seat, lists: Lists, table: str) -> HttpResponse:
    """Back to the list as it was asked for; a view keeps columns of its own."""
    place = _place(lists, table)
    if place.columns is None:
        raise Http404
    shown = read_columns(request, place.columns)
    moved = moved_column(request)
    mark = f"#column-{moved}" if moved in shown else ""
    response = see_other(f"{local(place.path)}{query_of(request)}{mark}")
    view_id = chosen_id(request)
    chosen = saved_view(seat.actor, view_id) if view_id else None
    if chosen is not None and chosen.is_own:
        change_view(actor=seat.actor, view_id=chosen.id, columns=shown)
        return response
    return keep_columns(response, table, shown)


def _place(lists: Lists, table: str) -> DeskList:
    if table not in lists:
        raise Http404
    return lists[table]


def _found(seat: Seat, view_id: UUID) -> SavedView:
    """His own, to change it; another's is as unknown as one that never was."""
    found = saved_view(seat.actor, view_id)
    if found is None or not found.is_own:
        raise Http404
    return found


def _columns_seen(
    request: HttpRequest, seat: Seat, table: str, place: DeskList
) -> tuple[str, ...] | None:
    """Those of the view that is open, else those that his browser keeps."""
    if place.columns is None:
        return None
    view_id = chosen_id(request)
    chosen = saved_view(seat.actor, view_id) if view_id else None
    if chosen is not None and chosen.columns is not None:
        return place.columns.arranged(chosen.columns)
    return chosen_columns(request, table, place.columns)


def _typed(request: HttpRequest) -> str:
    return request.POST.get("name", "")[:LONGEST_TYPED]


def _asked_again(
    request: HttpRequest, seat: Seat, place: DeskList, refusal: Refusal
) -> HttpResponse:
    """What was typed is still there, and what is wrong with it."""
    wrong = field_sentences(refusal.fields) if isinstance(refusal, Invalid) else {}
    context = {
        "typed": _typed(request),
        "wrong": wrong.get("name", "") or sentence_of(refusal),
        "id": request.POST.get("id", ""),
        "back": local(place.path) + query_of(request),
    }
    return seat.draw("ui/desks/view_form.html", context, 422)
