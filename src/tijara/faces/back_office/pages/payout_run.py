"""One payout run: approve it, take it to the bank, write down what the bank has answered."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.accounts.queries import accounts
from tijara.domains.markets.queries import market_by_id
from tijara.domains.settlements.actions import (
    AnswerInvalid,
    BankReportOfAnother,
    BankReportUnreadable,
    RunDecided,
    RunNotBooked,
    SamePerson,
    answer_transfers,
    decide_run,
    leave_out_transfer,
    order_transfers,
    read_bank_report,
    return_transfer,
    write_bank_file,
)
from tijara.domains.settlements.queries import run as find_run
from tijara.domains.settlements.queries import transfers_of_run
from tijara.domains.settlements.shapes import (
    BankAnswer,
    BankForm,
    RunState,
    RunView,
    TransferState,
    TransferView,
)
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.run_words import TRANSFERS, run_state, why
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.refusal import Refusal
from tijara.ui import downloads
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.typed import day_of


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong with what was written down of one transfer; said in its row."""

    transfer_id: UUID
    reason: str
    said: str


@require_safe
@in_office
def payout_run(request: HttpRequest, actor: Actor, run_id: UUID) -> HttpResponse:
    return _page(request, actor, run_id)


@require_POST
@in_office
def run_approval(request: HttpRequest, actor: Actor, run_id: UUID) -> HttpResponse:
    """The first transfers are ordered while he waits; the worker goes on with the others."""
    _known(run_id)
    try:
        decide_run(actor=actor, run_id=run_id, is_approved=True)
    except (RunDecided, SamePerson) as refusal:
        return _page(request, actor, run_id, refusal=refusal)
    order_transfers(actor=SYSTEM)
    return see_other(_address(run_id), _("Approved and booked. Take the file to the bank."))


@require_POST
@in_office
def run_cancellation(request: HttpRequest, actor: Actor, run_id: UUID) -> HttpResponse:
    _known(run_id)
    try:
        decide_run(actor=actor, run_id=run_id, is_approved=False)
    except RunDecided as refusal:
        return _page(request, actor, run_id, refusal=refusal)
    said = _("Given up. Nothing was booked; what is owed stays owed.")
    return see_other(local("/office/payout-runs"), said)


@require_POST
@in_office
def run_file(request: HttpRequest, actor: Actor, run_id: UUID) -> HttpResponse:
    """It carries whole IBANs: the audit log keeps who took it."""
    told = _known(run_id)
    form = BankForm.CSV if request.POST.get("form") == BankForm.CSV else BankForm.XML
    try:
        content = write_bank_file(actor=actor, run_id=run_id, form=form)
    except RunNotBooked as refusal:
        return _page(request, actor, run_id, refusal=refusal)
    return downloads.attachment(content, f"{told.code}.{form}")


@require_POST
@in_office
def run_answers(request: HttpRequest, actor: Actor, run_id: UUID) -> HttpResponse:
    """The bank's own file (`by` says so); or all that is left has been paid, on this day, by this
    reference."""
    _known(run_id)
    file = request.FILES.get("report")
    if file is None and request.POST.get("by") == "report":
        return _page(request, actor, run_id, wrong={"report": _("Choose the bank’s report.")})
    reference = request.POST.get("bank_reference", "").strip()
    typed = {"bank_reference": reference, "paid_on": request.POST.get("paid_on", "")}
    if file is None and day_of(typed["paid_on"]) is None:
        wrong = field_sentences({"paid_on": "not_a_day"})
        return _page(request, actor, run_id, typed=typed, wrong=wrong)
    try:
        if file is not None:
            moved = read_bank_report(actor=actor, run_id=run_id, file=file)
        else:
            paid = BankAnswer("", is_paid=True, bank_reference=reference)
            moved = _answer(actor, run_id, paid, typed["paid_on"])
    except AnswerInvalid as refusal:
        wrong = field_sentences(refusal.fields)
        if file is not None:
            wrong = {"report": next(iter(wrong.values()))}
        return _page(request, actor, run_id, typed=typed, wrong=wrong)
    except (BankReportUnreadable, BankReportOfAnother) as refusal:
        return _page(request, actor, run_id, wrong={"report": sentence_of(refusal)})
    return see_other(_address(run_id), _moved(moved))


@require_POST
@in_office
def transfer_answer(
    request: HttpRequest, actor: Actor, run_id: UUID, seller_id: UUID, transfer_id: UUID
) -> HttpResponse:
    """Of one seller: taken out before the approval, not accepted, or come back."""
    _known(run_id)
    reason, asked = request.POST.get("reason", ""), request.POST.get("answer", "")
    if asked != "left_out" and not reason.strip():
        fault = RowFault(transfer_id, reason, str(field_sentence("required")))
        return _page(request, actor, run_id, fault=fault)
    given = {"actor": actor, "seller_id": seller_id, "transfer_id": transfer_id}
    try:
        if asked == "left_out":
            moved = int(leave_out_transfer(run_id=run_id, **given))
        elif asked == "returned":
            moved = int(return_transfer(reason=reason, **given))
        else:
            failed = BankAnswer(transfer_id.hex, is_paid=False, reason=reason)
            moved = _answer(actor, run_id, failed, timezone.localtime(now()).date().isoformat())
    except AnswerInvalid as refusal:
        said = " ".join(map(str, field_sentences(refusal.fields).values()))
        fault = RowFault(transfer_id, reason, said)
        return _page(request, actor, run_id, fault=fault)
    return see_other(_address(run_id), _moved(moved))


def _answer(actor: Actor, run_id: UUID, answer: BankAnswer, day: str) -> int:
    """A day that can't be read is still to come: the action refuses it."""
    try:
        paid_on = date.fromisoformat(day)
    except ValueError:
        paid_on = date.max
    return answer_transfers(actor=actor, run_id=run_id, answers=[answer], paid_on=paid_on)


def _moved(number: int) -> str:
    if not number:
        return _("Nothing new: it was written down before.")
    return ngettext(
        "Written down and posted for %(number)s transfer.",
        "Written down and posted for %(number)s transfers.",
        number,
    ) % {"number": number}


def _known(run_id: UUID) -> RunView:
    told = find_run(run_id)
    if told is None:
        raise Http404
    return told


def _address(run_id: UUID) -> str:
    return local(f"/office/payout-runs/{run_id}")


def _page(
    request: HttpRequest,
    actor: Actor,
    run_id: UUID,
    *,
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
    refusal: Refusal | None = None,
    fault: RowFault | None = None,
) -> HttpResponse:
    told = _known(run_id)
    listed = transfers_of_run(run_id, page=page_number(request))
    state, tone = run_state(told)
    context = {
        "run": told,
        "known": market_by_id(told.market_id),
        "state": state,
        "tone": tone,
        "steps": _steps(told),
        "waits": told.state is RunState.PREPARED,
        "is_own": told.prepared_by is not None and told.prepared_by == actor.person_id,
        "at_bank": told.state is RunState.APPROVED,
        "page": listed,
        "rows": _rows(listed.items),
        "typed": typed or {"paid_on": timezone.localtime(now()).date().isoformat()},
        "wrong": wrong or {},
        "refused": sentence_of(refusal) if refusal else "",
        "fault": fault,
    }
    status = 422 if wrong or fault else 409 if refusal else 200
    return office_page(request, "payout_run", context, status=status)


def _rows(transfers: list[TransferView]) -> list[tuple]:
    """(transfer, its store, name and tone of its state, why, what can be said of it)."""
    cards = stores({one.seller_id for one in transfers})
    asked = {
        TransferState.PROPOSED: "left_out",
        TransferState.ORDERED: "failed",
        TransferState.PAID: "returned",
    }
    return [
        (
            one,
            cards.get(one.seller_id),
            *TRANSFERS[one.state],
            why(one.state, one.reason),
            asked.get(one.state, ""),
        )
        for one in transfers
    ]


def _steps(told: RunView) -> list[dict]:
    people = accounts({one for one in (told.prepared_by, told.approved_by) if one})
    names = {key: card.name for key, card in people.items()}
    is_approved = told.state is RunState.APPROVED
    return [
        {
            "text": _("Prepared"),
            "note": names.get(told.prepared_by, ""),
            "at": told.prepared_at,
            "state": "done",
        },
        {
            "text": pgettext("payout run", "Approved"),
            "note": names.get(told.approved_by, ""),
            "at": told.approved_at,
            "state": "done" if is_approved else "now" if told.state is RunState.PREPARED else "",
        },
        {
            "text": _("Answered by the bank"),
            "note": "",
            "at": None,
            "state": "" if not is_approved else "now" if told.open else "done",
        },
    ]
