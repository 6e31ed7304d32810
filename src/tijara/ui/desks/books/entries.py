"""Entries by hand: their list, the form of a new one, one of them, and taking it back."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from tijara.domains.books.shapes import EntryDraft, EntryView, Source
from tijara.kit.ids import new_id
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.files import FileNotAccepted, FileTooLarge
from tijara.ui import downloads
from tijara.ui.desks.books.front import frame
from tijara.ui.desks.books.keeping import Keeping
from tijara.ui.desks.books.ledger import entry_address, is_by_hand, order_address
from tijara.ui.desks.books.words import account_name, kind_name
from tijara.ui.desks.spans import read_day
from tijara.ui.directions import page_number, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import field_sentence, field_sentences, sentence_of
from tijara.ui.typed import amount

LINES = 6
"""Of the form."""
FIELDS = ("account", "debit", "credit")


def books_entries(request: HttpRequest, keeping: Keeping) -> HttpResponse:
    page = keeping.books.entries_by_hand(keeping.key, page=page_number(request))
    context = {
        "page": page,
        "rows": [
            (one, kind_name(one.kind), entry_address(keeping, one.owner_id, one.id))
            for one in page.items
        ],
        "new": keeping.address("entries/new"),
        **frame(keeping),
    }
    return keeping.seat.draw("ui/books/entries.html", context, 200)


def books_entry_new(request: HttpRequest, keeping: Keeping) -> HttpResponse:
    """The form carries the entry's id: sent twice, it is one. Nothing typed is lost."""
    if request.method != "POST":
        return _form(keeping, {"id": str(new_id()), "booked_on": keeping.today.isoformat()}, {})
    typed = {name: request.POST.get(name, "")[:300] for name in _names()}
    draft, wrong = _read(keeping, typed)
    if draft is None:
        return _form(keeping, typed, wrong)
    try:
        entry_id = keeping.books.write_entry(
            **keeping.owned, draft=draft, voucher=request.FILES.get("voucher")
        )
    except Refusal as refusal:
        wrong = field_sentences(refusal.fields) if isinstance(refusal, Invalid) else {}
        if isinstance(refusal, FileTooLarge | FileNotAccepted):
            wrong["voucher"] = sentence_of(refusal)
        return _form(keeping, typed, wrong, refusal)
    return see_other(entry_address(keeping, keeping.key.owner_id, entry_id), _("Written."))


def books_entry(
    request: HttpRequest, keeping: Keeping, owner_id: UUID, entry_id: UUID
) -> HttpResponse:
    return _entry_page(keeping, _found(keeping, owner_id, entry_id))


def books_reversal(request: HttpRequest, keeping: Keeping, entry_id: UUID) -> HttpResponse:
    owner_id = keeping.key.owner_id
    reason = request.POST.get("reason", "")[:1000]
    try:
        made = keeping.books.reverse_entry(**keeping.owned, entry_id=entry_id, reason=reason)
    except Refusal as refusal:
        found = _found(keeping, owner_id, entry_id)
        wrong = field_sentences(refusal.fields) if isinstance(refusal, Invalid) else {}
        return _entry_page(keeping, found, refusal, reason=reason, wrong=wrong)
    return see_other(entry_address(keeping, owner_id, made), _("Taken back."))


def books_voucher(request: HttpRequest, keeping: Keeping, entry_id: UUID) -> HttpResponseBase:
    file = keeping.books.voucher(keeping.key, entry_id)
    if file is None:
        raise Http404
    return downloads.attachment(file.path.read_bytes(), f"voucher.{file.kind}")


def _found(keeping: Keeping, owner_id: UUID, entry_id: UUID) -> EntryView:
    found = keeping.books.entry(keeping.key, owner_id, entry_id)
    if found is None:
        raise Http404
    return found


def _entry_page(
    keeping: Keeping,
    told: EntryView,
    refusal: Refusal | None = None,
    *,
    reason: str = "",
    wrong: Mapping[str, str] | None = None,
) -> HttpResponse:
    side = keeping.key.side
    context = {
        "entry": told,
        "kind": kind_name(told.kind),
        "lines": [
            (
                account_name(side, one.account),
                keeping.address(f"accounts/{one.account}"),
                one.amount if one.amount.minor > 0 else None,
                -one.amount if one.amount.minor < 0 else None,
            )
            for one in told.lines
        ],
        "order": order_address(keeping, told),
        "is_late": told.booked_on != told.happened_on,
        "may_reverse": told.source is Source.MANUAL and told.reversed_by is None,
        "reversal": keeping.address(f"entries/{told.id}/reversal"),
        "voucher": keeping.address(f"entries/{told.id}/voucher") if told.file_id else "",
        "turned": _address_of(keeping, told, told.reversed_by),
        "turns": _address_of(keeping, told, told.reverses_id),
        "is_by_hand": is_by_hand(told),
        "said": sentence_of(refusal) if refusal else "",
        "reason": reason,
        "wrong": wrong or {},
        **frame(keeping),
    }
    return keeping.seat.draw("ui/books/entry.html", context, 422 if refusal else 200)


def _address_of(keeping: Keeping, told: EntryView, entry_id: UUID | None) -> str:
    return entry_address(keeping, told.owner_id, entry_id) if entry_id else ""


def _names() -> list[str]:
    return [
        "id",
        "booked_on",
        "reason",
        *(f"{name}_{at}" for at in range(LINES) for name in FIELDS),
    ]


def _read(keeping: Keeping, typed: Mapping[str, str]) -> tuple[EntryDraft | None, dict[str, str]]:
    wrong: dict[str, str] = {}
    lines = []
    for at in range(LINES):
        debit, credit = typed[f"debit_{at}"].strip(), typed[f"credit_{at}"].strip()
        if not debit and not credit:
            continue
        read = amount(debit or credit, keeping.key.currency)
        if read is None or (debit and credit):
            wrong[f"{'debit' if debit else 'credit'}_{at}"] = field_sentence("not_an_amount")
        elif not typed[f"account_{at}"]:
            wrong[f"account_{at}"] = field_sentence("required")
        else:
            lines.append((typed[f"account_{at}"], read.minor if debit else -read.minor))
    day = read_day(typed["booked_on"])
    if day is None:
        wrong["booked_on"] = field_sentence("required")
    if wrong or day is None:
        return None, wrong
    draft_id = read_id(typed["id"]) or new_id()
    return EntryDraft(draft_id, day, typed["reason"], tuple(lines)), {}


def _form(
    keeping: Keeping,
    typed: Mapping[str, str],
    wrong: Mapping[str, str],
    refusal: Refusal | None = None,
) -> HttpResponse:
    accounts = [
        (one.code, f"{one.number} {account_name(keeping.key.side, one.code)}")
        for one in keeping.books.chart
        if one.is_manual
    ]
    said = sentence_of(refusal) if refusal else _("Check what is marked.") if wrong else ""
    context = {
        "typed": typed,
        "wrong": wrong,
        "said": said,
        "rows": [
            {
                name: (f"{name}_{at}", typed.get(f"{name}_{at}", ""), wrong.get(f"{name}_{at}", ""))
                for name in FIELDS
            }
            | {"number": at + 1}
            for at in range(LINES)
        ],
        "accounts": [("", _("Choose an account")), *accounts],
        **frame(keeping),
    }
    return keeping.seat.draw("ui/books/entry_new.html", context, 422 if said else 200)
