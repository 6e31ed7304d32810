"""A market's customer groups: what they are called, who is in them, whether shops may use them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.groups.actions import (
    GroupInvalid,
    GroupOver,
    NoAddresses,
    TooManyGroups,
    add_members,
    drop_member,
    end_group,
    save_group,
)
from tijara.domains.groups.queries import group_of, groups_in, member_counts, members_of
from tijara.domains.groups.shapes import Added, GroupDraft, GroupRule, GroupView, JoinedBy
from tijara.domains.markets.shapes import MarketPolicy
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.pages.wallets import people_at
from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import new_id
from tijara.ui.directions import page_number, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of

RULES: dict[GroupRule, Promise] = {
    GroupRule.NAMED: gettext_lazy("Whom we name, or a tier of points brings"),
    GroupRule.COMPANIES: gettext_lazy("Every company with a VAT number"),
    GroupRule.NEWCOMERS: gettext_lazy("Who has never ordered here"),
}
CAME: dict[JoinedBy, Promise] = {
    JoinedBy.HAND: pgettext_lazy("joined a group", "Named by us"),
    JoinedBy.LIST: pgettext_lazy("joined a group", "With a list"),
    JoinedBy.TIER: pgettext_lazy("joined a group", "By a tier of points"),
}
NAMES = ("name_ar", "name_en", "name_fr")
LONGEST_LIST = 200_000


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_groups(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    if request.method != "POST":
        return _list(request, known, _values(None))
    values = _typed(request)
    group_id = read_id(values["id"]) or new_id()
    try:
        save_group(actor=actor, market_id=known.id, group_id=group_id, draft=_draft(values))
    except GroupInvalid as refusal:
        return _list(request, known, values, field_sentences(refusal.fields))
    except (GroupOver, TooManyGroups) as refusal:
        return see_other(_address(slug), sentence_of(refusal), "warn")
    return see_other(f"{_address(slug)}/{group_id}", _("Saved."))


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_group(request: HttpRequest, actor: Actor, slug: str, group_id: UUID) -> HttpResponse:
    known, told = known_market(slug), _found(slug, group_id)
    if request.method != "POST":
        return _whole(request, known, told, _values(told))
    values = _typed(request)
    try:
        save_group(actor=actor, market_id=known.id, group_id=group_id, draft=_draft(values))
    except GroupInvalid as refusal:
        return _whole(request, known, told, values, field_sentences(refusal.fields))
    return see_other(f"{_address(slug)}/{group_id}", _("Saved."))


@require_POST
@in_office
def group_members(request: HttpRequest, actor: Actor, slug: str, group_id: UUID) -> HttpResponse:
    """By their addresses: one, or a list as it is pasted from a table or a letter."""
    known, told = known_market(slug), _found(slug, group_id)
    typed = strip_controls(request.POST.get("emails", ""), keep_lines=True)[:LONGEST_LIST]
    try:
        added = add_members(actor=actor, market_id=known.id, group_id=group_id, text=typed)
    except NoAddresses as refusal:
        wrong = field_sentences(refusal.fields)
        return _whole(request, known, told, _values(told), wrong, emails=typed)
    except GroupOver as refusal:
        return see_other(_address(slug), sentence_of(refusal), "warn")
    if added.unknown:
        return _whole(request, known, told, _values(told), added=added)
    return see_other(f"{_address(slug)}/{group_id}", _said(added))


@require_POST
@in_office
def group_member_removal(
    request: HttpRequest, actor: Actor, slug: str, group_id: UUID, buyer_id: UUID
) -> HttpResponse:
    known = known_market(slug)
    drop_member(actor=actor, market_id=known.id, group_id=group_id, buyer_id=buyer_id)
    return see_other(f"{_address(slug)}/{group_id}", _("Removed."))


@require_POST
@in_office
def group_end(request: HttpRequest, actor: Actor, slug: str, group_id: UUID) -> HttpResponse:
    end_group(actor=actor, market_id=known_market(slug).id, group_id=group_id)
    return see_other(_address(slug), _("Ended. What was for it holds for nobody now."))


def _said(added: Added) -> str:
    told = ngettext("%(number)s was added.", "%(number)s were added.", added.joined)
    return told % {"number": added.joined}


def _typed(request: HttpRequest) -> dict[str, str]:
    names = (*NAMES, "rule", "is_for_shops", "id")
    return {name: strip_controls(request.POST.get(name, "")).strip()[:100] for name in names}


def _draft(values: dict[str, str]) -> GroupDraft:
    names = (values[name] for name in NAMES)
    return GroupDraft(*names, values["rule"] or GroupRule.NAMED, bool(values["is_for_shops"]))


def _values(told: GroupView | None) -> dict[str, str]:
    if told is None:
        blank = dict.fromkeys((*NAMES, "is_for_shops"), "")
        return blank | {"rule": str(GroupRule.NAMED), "id": str(new_id())}
    names = {name: getattr(told, name) for name in NAMES}
    return names | {"rule": str(told.rule), "is_for_shops": "on" if told.is_for_shops else ""}


def _list(
    request: HttpRequest, known: MarketPolicy, values: dict[str, str], wrong: dict | None = None
) -> HttpResponse:
    groups = groups_in(known.id)
    counts = member_counts([one.id for one in groups if one.has_members])
    context = {
        "known": known,
        "start": _address(known.slug),
        "rows": [(one, RULES[one.rule], counts.get(one.id, 0)) for one in groups],
        "values": values,
        "wrong": wrong or {},
        "rules": [(str(one), name) for one, name in RULES.items()],
    }
    return market_page(request, "market_groups", known, context, status=422 if wrong else 200)


def _whole(
    request: HttpRequest,
    known: MarketPolicy,
    told: GroupView,
    values: dict[str, str],
    wrong: dict | None = None,
    *,
    emails: str = "",
    added: Added | None = None,
) -> HttpResponse:
    members = members_of(told.id, page=page_number(request))
    people = people_at([one.buyer_id for one in members.items])
    context = {
        "known": known,
        "start": _address(known.slug),
        "told": told,
        "rule": RULES[told.rule],
        "page": members,
        "members": [(one, people.get(one.buyer_id), CAME[one.by]) for one in members.items],
        "values": values,
        "wrong": wrong or {},
        "emails": emails or ("\n".join(added.unknown) if added else ""),
        "added": added,
        "said": _said(added) if added else "",
    }
    return office_page(request, "market_group", context, status=422 if wrong else 200)


def _found(slug: str, group_id: UUID) -> GroupView:
    told = group_of(known_market(slug).id, group_id)
    if told is None or told.ended_at is not None:
        raise Http404
    return told


def _address(slug: str) -> str:
    return local(f"/office/markets/{slug}/groups")
