"""One seller: who he is before the law, how he does, and whether he may sell."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.accounts.queries import accounts
from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.geography.queries import city
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import all_orders, counts_by_state
from tijara.domains.orders.shapes import OPEN
from tijara.domains.parties.actions import (
    NoSuchSeller,
    NotSuspended,
    SuspendedAlready,
    SuspensionInvalid,
    resume_seller,
    suspend_seller,
)
from tijara.domains.parties.queries import legal_identities, memberships, seller_file
from tijara.domains.parties.shapes import SellerFile
from tijara.domains.settlements.queries import bank_accounts, payable
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page, seat_at
from tijara.faces.back_office.words import PARTY_KINDS, SELLER_ROLES
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.ui.desks.notes import Beside, NoteForm, blank_form, history
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.trade_words import order_state

LATEST = 6


@require_safe
@in_office
def seller(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    return seller_page(request, actor, found_seller(seller_id))


@require_POST
@in_office
def suspension(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    found, reason = found_seller(seller_id), request.POST.get("reason", "")
    try:
        suspend_seller(actor=actor, seller_id=seller_id, reason=reason)
    except SuspensionInvalid as refusal:
        wrong = field_sentence(refusal.fields["reason"])
        return seller_page(request, actor, found, wrong=wrong, typed=reason)
    except (SuspendedAlready, NoSuchSeller) as refusal:
        return see_other(_address(seller_id), sentence_of(refusal), "warn")
    said = _("Suspended. The goods leave the shelf, and the store’s people are told why.")
    return see_other(_address(seller_id), said)


@require_POST
@in_office
def resumption(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    found_seller(seller_id)
    try:
        resume_seller(actor=actor, seller_id=seller_id)
    except NotSuspended as refusal:
        return see_other(_address(seller_id), sentence_of(refusal), "warn")
    return see_other(_address(seller_id), _("The store sells again, and its people are told."))


def found_seller(seller_id: UUID) -> SellerFile:
    found = seller_file(seller_id)
    if found is None:
        raise Http404
    return found


def _address(seller_id: UUID) -> str:
    return local(f"/office/sellers/{seller_id}")


def beside_seller(seller_id: UUID) -> Beside:
    return Beside(seller_id, _address(seller_id), accounts)


def seller_page(
    request: HttpRequest,
    actor: Actor,
    found: SellerFile,
    *,
    wrong: str = "",
    typed: str = "",
    note: NoteForm | None = None,
) -> HttpResponse:
    """`wrong` and `typed` are of a suspension that was refused, `note` is a note that was."""
    seller_id = found.terms.id
    beside = beside_seller(seller_id)
    market = market_by_id(found.terms.market_id)
    store = stores([seller_id]).get(seller_id)
    identity = legal_identities([seller_id])[seller_id]
    own = found.terms.commission_bp
    counts = counts_by_state(seller_id)
    latest = all_orders(seller_id=seller_id, size=LATEST).items
    standings = pay_standings_of(latest)
    sees_money = Power.PAYOUTS_RECORD in actor.powers
    context = {
        "file": found,
        "store": store,
        "city": city(store.city) if store else None,
        "market": market,
        "identity": identity,
        "kind": PARTY_KINDS[identity.kind],
        "commission": f"{(market.commission_bp if own is None else own) / 100:g}%",
        "is_own_rate": own is not None,
        "orders": sum(counts.values()),
        "open": sum(counts[state] for state in OPEN),
        "latest": [(row, *order_state(row.state, standings.get(row.id))) for row in latest],
        "members": _members(seller_id),
        "sees_money": sees_money,
        "owed": payable(seller_id) if sees_money else None,
        "account": bank_accounts([seller_id]).get(seller_id) if sees_money else None,
        "may_decide": Power.SELLERS_MANAGE in actor.powers,
        "may_read": Power.AUDIT_READ in actor.powers,
        "may_file": Power.INVOICES_MANAGE in actor.powers,
        "history": history(seat_at(request, actor), beside, _steps(found)),
        "note_form": note or blank_form(beside),
        "wrong": wrong,
        "typed": typed,
    }
    return office_page(request, "seller", context, status=422 if wrong or note else 200)


def _steps(found: SellerFile) -> list[tuple[datetime, tuple]]:
    steps = [(found.joined_at, (pgettext("seller", "Let in"), ""))]
    if not found.terms.is_active and found.suspended_at:
        steps.append((found.suspended_at, (_("Suspended"), found.suspended_why)))
    return steps


def _members(seller_id: UUID) -> list[tuple]:
    members = memberships(seller_id)
    people = accounts({one.person_id for one in members})
    return [(people.get(one.person_id), SELLER_ROLES[one.role]) for one in members]
