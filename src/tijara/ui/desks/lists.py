"""A list at a desk with the tabs that its reader has named for himself.

A view of one's own is an address: what the list is asked for, and `mine` with the view's id, which
brings its columns along. Whatever else an address says is passed over, as everywhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _

from tijara.kit.ids import new_id
from tijara.platform.desks.queries import leads_desk, saved_views
from tijara.platform.desks.shapes import SavedView
from tijara.ui.desks.columns import Columns, choices, chosen_columns
from tijara.ui.desks.seat import Seat
from tijara.ui.directions import query_of
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local

MINE = "mine"
LONGEST_PART = 100


@dataclass(frozen=True, slots=True)
class DeskList:
    """`parts` are the words of its address that say what is listed and in which order."""

    path: str
    parts: tuple[str, ...]
    columns: Columns | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What the template `ui/desks/views.html` needs of a list: the view that is open, if one is,
    and what a new one would keep. `asked` begins with "?", or is empty."""

    table: str
    chosen: SavedView | None
    is_changed: bool
    may_remove: bool
    may_go_earlier: bool
    may_go_later: bool
    acts: str
    column_acts: str
    asked: str
    here: str
    new_id: UUID


def asked_of(request: HttpRequest, place: DeskList) -> str:
    """What the address asks of the list, in one form: two that ask the same are the same."""
    told = {name: request.GET.get(name, "").strip()[:LONGEST_PART] for name in place.parts}
    return urlencode({name: said for name, said in told.items() if said})


def chosen_id(request: HttpRequest) -> UUID | None:
    return read_id(request.GET.get(MINE, ""))


def list_context(
    request: HttpRequest,
    seat: Seat,
    table: str,
    place: DeskList,
    tabs: Sequence[Mapping] | None = None,
) -> dict:
    """Tabs with one's own behind them, the view that is open, and the columns of either."""
    mine, asked = saved_views(seat.actor, table), asked_of(request, place)
    at = next((at for at, one in enumerate(mine) if one.id == chosen_id(request)), None)
    chosen = None if at is None else mine[at]
    own = sum(one.is_own for one in mine)
    saved = Saved(
        table=table,
        chosen=chosen,
        is_changed=chosen is not None and chosen.query != asked,
        may_remove=chosen is not None and (chosen.is_own or leads_desk(seat.actor)),
        may_go_earlier=bool(at) and at < own,
        may_go_later=at is not None and at < own - 1,
        acts=seat.address("views"),
        column_acts=seat.address("columns"),
        asked=f"?{asked}" if asked else "",
        here=query_of(request),
        new_id=new_id(),
    )
    found = {"saved": saved, "tabs": _tabs(place, tabs, mine, chosen)}
    return found | _columns(request, table, place, chosen)


def _tabs(
    place: DeskList,
    tabs: Sequence[Mapping] | None,
    mine: Sequence[SavedView],
    chosen: SavedView | None,
) -> list[Mapping]:
    """A list without tabs has none until somebody names one; then the whole is the first."""
    if tabs is None:
        whole = {"text": _("All"), "href": local(place.path), "current": chosen is None}
        tabs = [whole] if mine else []
    first = [one | {"current": one["current"] and chosen is None} for one in map(dict, tabs)]
    return [*first, *(_own_tab(place, one, chosen) for one in mine)]


def _own_tab(place: DeskList, one: SavedView, chosen: SavedView | None) -> dict:
    return {
        "text": one.name,
        "is_own": True,
        "href": view_address(place, one),
        "current": chosen is not None and one.id == chosen.id,
    }


def view_address(place: DeskList, one: SavedView) -> str:
    told = f"{one.query}&" if one.query else ""
    return f"{local(place.path)}?{told}{MINE}={one.id}"


def _columns(
    request: HttpRequest, table: str, place: DeskList, chosen: SavedView | None
) -> dict[str, object]:
    if place.columns is None:
        return {}
    if chosen is not None and chosen.columns is not None:
        shown = place.columns.arranged(chosen.columns)
    else:
        shown = chosen_columns(request, table, place.columns)
    return {
        "table": table,
        "shown": shown,
        "heads": place.columns.heads(shown),
        "columns": choices(place.columns, shown),
    }
