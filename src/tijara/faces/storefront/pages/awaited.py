"""Goods that somebody waits for: the press on a sold-out product, and the list of them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.awaiting.actions import (
    MailboxInvalid,
    NothingToAwait,
    StillThere,
    await_goods,
    silence_mailbox,
    stop_awaiting,
)
from tijara.domains.awaiting.queries import is_silent, mailbox_of, read_await_token, waits_of
from tijara.domains.awaiting.shapes import Wanted
from tijara.domains.catalogue.queries import product_page, variant_names
from tijara.domains.catalogue.shapes import ProductPage, VariantCard
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.own import waiters
from tijara.faces.storefront.pace import AWAITING, PICKING, pace, pace_of_network
from tijara.faces.storefront.typed import read_id
from tijara.ui.directions import to_sign_in
from tijara.ui.own_pages import keep_own
from tijara.ui.refusal_texts import field_sentences
from tijara.ui.visitors import is_signed_in

LONGEST_EMAIL = 254
NOTED = _("Noted. We write to you once it can be bought again.")
NOTED_FOR = _(
    "Noted. One letter goes to this address when it is back, unless its reader wants none."
)
THERE = _("It is there: you need not wait.")
CHOOSE = _("Choose which one you wait for.")
STOPPED = _("You don’t wait for it any more.")
SILENT = _("We write to you no more about goods that are back.")
AGAIN = _("You can ask us again to tell you.")


@require_safe
def awaited(request: HttpRequest) -> HttpResponse:
    """With what he asked for as a guest, at the address that is his account’s."""
    buyer_id = known_buyer(request)
    if buyer_id is None or not is_signed_in(request):
        return to_sign_in(request, "/awaited")
    waits = waits_of(waiters(request, buyer_id), here().id)
    names = variant_names([one.variant_id for one in waits])
    rows = [(one, names[one.variant_id]) for one in waits if one.variant_id in names]
    response = page(request, "awaited", {"rows": rows}, is_private=True)
    if rows:
        keep_own(request, response, [variant.slug for _wait, variant in rows])
    return response


@require_POST
def await_removal(request: HttpRequest, wait_id: UUID) -> HttpResponse:
    """Another’s is as unknown as none. Pressed on a product’s page, it leads back there."""
    buyer_id = known_buyer(request)
    if buyer_id is None or not is_signed_in(request):
        return to_sign_in(request, "/awaited")
    waits = waits_of(waiters(request, buyer_id), here().id)
    found = next((one for one in waits if one.id == wait_id), None)
    if found is None:
        raise Http404
    owner = found.buyer_id
    stop_awaiting(actor=as_actor(owner), buyer_id=owner, wait_id=wait_id)
    if "product" not in request.POST:
        return see_other("awaited", say=STOPPED)
    variant = variant_names([found.variant_id])[found.variant_id]
    return see_other("product", variant.slug, say=STOPPED, at=f"?variant={variant.id}#buy")


@require_http_methods(["GET", "HEAD", "POST"])
def await_product(request: HttpRequest, slug: str) -> HttpResponse:
    """The press; and a page of its own for who has not said yet where to write."""
    shown = product_page(slug)
    if shown is None:
        raise Http404
    variant = _variant(shown, request)
    if variant is None:
        return see_other("product", slug, say=CHOOSE, tone="info", at="#buy")
    answer = _press if request.method == "POST" else _form
    return answer(request, shown, variant)


@require_http_methods(["GET", "HEAD", "POST"])
def await_letter(request: HttpRequest, token: str) -> HttpResponse:
    """Where a letter’s last line leads, without signing in. Looking at it changes nothing."""
    keys = read_await_token(token)
    if keys is None or keys[1] != here().id:
        raise Http404
    owner = keys[0]
    if request.method == "POST":
        pace(PICKING, owner)
        wants_none = "again" not in request.POST
        silence_mailbox(actor=as_actor(owner), buyer_id=owner, is_silent=wants_none)
        return see_other("await_letter", token, say=SILENT if wants_none else AGAIN)
    return page(request, "await_letter", {"is_silent": is_silent(owner)}, is_private=True)


def _press(request: HttpRequest, shown: ProductPage, variant: VariantCard) -> HttpResponse:
    """A guest is answered alike whosever the address is."""
    typed = request.POST.get("email", "").strip()[:LONGEST_EMAIL]
    told = _who(request, typed)
    if told is None and "email" not in request.POST:
        return see_other("await_product", shown.slug, at=f"?variant={variant.id}")
    if told is None:
        return _form(request, shown, variant, typed, {"email": "not_an_email"})
    owner, email = told
    wanted = Wanted(here().id, variant.id, get_language() or "ar", email)
    place = {"at": f"?variant={variant.id}#buy"}
    try:
        await_goods(actor=as_actor(owner), buyer_id=owner, wanted=wanted)
    except StillThere:
        return see_other("product", shown.slug, say=THERE, tone="info", **place)
    except NothingToAwait:
        raise Http404 from None
    except MailboxInvalid as refusal:
        return _form(request, shown, variant, typed, refusal.fields)
    response = see_other("product", shown.slug, say=NOTED_FOR if email else NOTED, **place)
    if not email:
        keep_own(request, response, [shown.slug])
    return response


def _who(request: HttpRequest, typed: str) -> tuple[UUID, str] | None:
    """(whose it is, a guest’s address); None: he has to say where to write."""
    buyer_id = known_buyer(request)
    if buyer_id is not None and is_signed_in(request):
        pace(PICKING, buyer_id)
        return buyer_id, ""
    pace_of_network(AWAITING, request)
    return mailbox_of(typed)


def _form(
    request: HttpRequest,
    shown: ProductPage,
    variant: VariantCard,
    typed: str = "",
    fields: dict[str, str] | None = None,
) -> HttpResponse:
    context = {
        "product": shown,
        "variant": variant,
        "typed": typed,
        "wrong": field_sentences(fields or {}),
        "is_guest": not is_signed_in(request),
    }
    status = 422 if fields else 200
    return page(request, "await_product", context, status=status, is_private=True)


def _variant(shown: ProductPage, request: HttpRequest) -> VariantCard | None:
    """The one that was chosen, or the only one."""
    said = read_id((request.POST or request.GET).get("variant", ""))
    if said is None and len(shown.variants) == 1:
        return shown.variants[0]
    return next((one for one in shown.variants if one.id == said), None)
