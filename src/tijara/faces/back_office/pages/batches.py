"""Acts on many things of a list: products, applications, transfers, refunds, messages."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tijara.domains.catalogue.actions import publish_product
from tijara.domains.catalogue.queries import names_of
from tijara.domains.messaging.actions import retry_message
from tijara.domains.messaging.queries import message_rows
from tijara.domains.payments.actions import approve_transfer, record_refund
from tijara.domains.payments.queries import charge_by_id, refunds_of_keys
from tijara.domains.stores.actions import approve_application, reject_application
from tijara.domains.stores.queries import application, free_slug
from tijara.faces.back_office.office import in_office, seat_at
from tijara.kit.actor import Actor
from tijara.ui.desks.batches import (
    Batch,
    act_on_each,
    answered,
    filled,
    read_pair,
    ticked,
    ticked_ids,
)
from tijara.ui.directions import query_of, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.pieces.words import named

REFERENCE = "reference-"
"""How the fields begin in which a bank's reference is written beside a thing."""
ON_SALE = {"publish": True, "hide": False}


@require_POST
@in_office
def catalogue_batch(request: HttpRequest, actor: Actor) -> HttpResponse:
    is_published = ON_SALE.get(request.POST.get("act", ""))
    if is_published is None:
        raise Http404
    wanted = ticked_ids(request)
    names = names_of(wanted)

    def publish(product_id: UUID) -> None:
        publish_product(
            actor=actor, seller_id=None, product_id=product_id, is_published=is_published
        )

    def called(product_id: UUID) -> tuple[str, str]:
        return named(names[product_id]), local(f"/office/catalogue/products/{product_id}")

    batch = Batch(
        local("/office/catalogue") + query_of(request),
        _("What became of the products"),
        _("Tick the products first."),
        _shown if is_published else _hidden,
    )
    answers = act_on_each([one for one in wanted if one in names], publish, called)
    return answered(request, seat_at(request, actor), batch, answers)


def _shown(many: int) -> str:
    text = ngettext("Buyers see %(many)s product now.", "Buyers see %(many)s products now.", many)
    return text % {"many": many}


def _hidden(many: int) -> str:
    text = ngettext(
        "Buyers no longer see %(many)s product.", "Buyers no longer see %(many)s products.", many
    )
    return text % {"many": many}


@require_POST
@in_office
def applications_batch(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who is let in gets the free address that his store's name makes."""
    back, name = local("/office/applications") + query_of(request), request.POST.get("act", "")
    reason = request.POST.get("reason", "")
    if name not in ("approve", "reject"):
        raise Http404
    if name == "reject" and not reason.strip():
        return see_other(back, _("Say why, in words that they can do something with."), "warn")
    found = {one: application(one) for one in ticked_ids(request)}
    asked = {one: told for one, told in found.items() if told}

    def decide(application_id: UUID) -> None:
        if name == "reject":
            reject_application(actor=actor, application_id=application_id, reason=reason)
            return
        slug = free_slug(asked[application_id].draft.store_name)
        approve_application(actor=actor, application_id=application_id, slug=slug)

    def called(application_id: UUID) -> tuple[str, str]:
        where = local(f"/office/applications/{application_id}")
        return asked[application_id].draft.store_name, where

    batch = Batch(
        back,
        _("What became of the applications"),
        _("Tick the applications first."),
        _let_in if name == "approve" else _turned_down,
    )
    answers = act_on_each(asked, decide, called)
    return answered(request, seat_at(request, actor), batch, answers)


def _let_in(many: int) -> str:
    text = ngettext(
        "%(many)s store is open; its owner is told.",
        "%(many)s stores are open; their owners are told.",
        many,
    )
    return text % {"many": many}


def _turned_down(many: int) -> str:
    text = ngettext("%(many)s applicant is told why.", "%(many)s applicants are told why.", many)
    return text % {"many": many}


@require_POST
@in_office
def payments_batch(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Those beside which the bank's reference was written have come, whole."""
    typed = {read_id(key): said for key, said in filled(request, REFERENCE).items()}
    found = {one: charge_by_id(one) for one in typed if one}
    charges = {one: charge for one, charge in found.items() if charge}

    def approve(charge_id: UUID) -> None:
        charge = charges[charge_id]
        approve_transfer(
            actor=actor,
            buyer_id=charge.buyer_id,
            charge_id=charge_id,
            received=charge.amount,
            bank_reference=typed[charge_id],
        )

    def called(charge_id: UUID) -> tuple[str, str]:
        return charges[charge_id].reference, local(f"/office/payments/{charge_id}")

    batch = Batch(
        local("/office/payments?state=check"),
        _("What became of the transfers"),
        _("Write the bank’s reference beside each that has arrived."),
        _approved,
    )
    answers = act_on_each(charges, approve, called)
    return answered(request, seat_at(request, actor), batch, answers)


def _approved(many: int) -> str:
    text = ngettext(
        "%(many)s transfer is approved. The shops may pack.",
        "%(many)s transfers are approved. The shops may pack.",
        many,
    )
    return text % {"many": many}


@require_POST
@in_office
def refunds_batch(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Those beside which the bank's reference was written have been given back."""
    typed = {read_pair(key): said for key, said in filled(request, REFERENCE).items()}
    back = local("/office/refunds?state=due")
    found = refunds_of_keys([key for key in typed if key])
    numbers = {(one.buyer_id, one.id): one.number for one in found}

    def write_down(key: tuple[UUID, UUID]) -> None:
        record_refund(actor=actor, buyer_id=key[0], refund_id=key[1], bank_reference=typed[key])

    def called(key: tuple[UUID, UUID]) -> tuple[str, str]:
        return numbers[key] or _("Payment"), back

    batch = Batch(
        back,
        _("What became of the refunds"),
        _("Write the bank’s reference beside each that you have given back."),
        _given_back,
    )
    answers = act_on_each(numbers, write_down, called)
    return answered(request, seat_at(request, actor), batch, answers)


def _given_back(many: int) -> str:
    text = ngettext(
        "%(many)s refund is written down. Its order and the journal follow.",
        "%(many)s refunds are written down. Their orders and the journal follow.",
        many,
    )
    return text % {"many": many}


@require_POST
@in_office
def messages_batch(request: HttpRequest, actor: Actor) -> HttpResponse:
    keys = [key for key in map(read_pair, ticked(request)) if key]
    subjects = {(one.owner_id, one.id): one.subject for one in message_rows(keys)}
    back = local("/office/messages") + query_of(request)

    def send(key: tuple[UUID, UUID]) -> None:
        retry_message(actor=actor, owner_id=key[0], message_id=key[1])

    def called(key: tuple[UUID, UUID]) -> tuple[str, str]:
        return subjects[key], back

    batch = Batch(back, _("What became of the messages"), _("Tick the messages first."), _tried)
    answers = act_on_each(subjects, send, called)
    return answered(request, seat_at(request, actor), batch, answers)


def _tried(many: int) -> str:
    text = ngettext(
        "%(many)s message is tried again now.", "%(many)s messages are tried again now.", many
    )
    return text % {"many": many}
