"""A buyer says that something is wrong with a product."""

from uuid import UUID

from tijara.domains.catalogue.queries import product_facts
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..models import Case, Report
from ..rules import DECIDE_WITHIN, checked_words, report_faults
from ..shapes import CaseKind
from ..states import CASE


class ReportInvalid(Invalid):
    code = "cases.report_invalid"


class NothingToReport(Refusal):
    """There is no such product on the market."""

    code = "cases.nothing_to_report"
    kind = Kind.MISSING


@action(power=Power.BUY)
def report_product(
    *, actor: Actor, buyer_id: UUID, market_id: UUID, product_id: UUID, reason: str, words: str
) -> None:
    """All that is said of a product until staff decide is one case. Who says it again has said it
    once, in his latest words."""
    words = checked_words(words)
    if faults := report_faults(reason, words):
        raise ReportInvalid(faults)
    found = next(iter(product_facts([product_id])), None)
    if found is None or not found.is_published:
        raise NothingToReport()
    moment = now()
    opened: dict[str, object] = {"opened_at": moment, "due_at": moment + DECIDE_WITHIN}
    opened |= {"market_id": market_id, "state": CASE.start}
    case, _is_new = Case.objects.get_or_create(
        kind=CaseKind.PRODUCT_REPORT, subject_id=product_id, decided_at=None, defaults=opened
    )
    Report.objects.update_or_create(
        case=case,
        reporter_id=buyer_id,
        defaults={"reason": reason, "words": words, "reported_at": moment},
    )
