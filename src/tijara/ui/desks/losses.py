"""The form of a carrier's answer for a lost parcel, at either desk."""

from collections.abc import Mapping

from django.http import HttpRequest

from tijara.domains.fulfilment.shapes import LossAnswer
from tijara.ui.typed import amount

FIELDS = ("answer", "paid", "bank_reference", "words")
PAID = "paid"


def typed_of(request: HttpRequest) -> Mapping[str, str]:
    return {name: request.POST.get(name, "").strip() for name in FIELDS}


def answer_typed(request: HttpRequest, currency: str) -> LossAnswer:
    typed = typed_of(request)
    is_paid = typed["answer"] == PAID
    return LossAnswer(
        is_paid=is_paid,
        paid=amount(typed["paid"], currency) if is_paid else None,
        bank_reference=typed["bank_reference"] if is_paid else "",
        words=typed["words"],
    )
