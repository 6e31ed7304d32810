"""Choose how the deals of a market live from now on. Those that run keep what they began with."""

import json
from dataclasses import replace
from uuid import UUID

from django.db import connection
from django.db.models import Max

from tijara.domains.markets.queries import market_by_id
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.rebuilding import NotRebuildable
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.process.loading import as_data, from_data
from tijara.platform.process.shapes import Fault, Process

from ..models import DealProcess
from ..queries import deal_terms
from ..shapes import DealTerms, Misfit, ProcessKind, TermsDraft
from ..states import KINDS, PROCESS, faults_of

FIRST, MOST = 100, 32_000
LONGEST_BODY, MOST_DAYS = 20_000, 30
Faults = tuple[Fault | Misfit, ...]
LOCK = "SELECT pg_advisory_xact_lock(hashtext('deals_process'))"


class ProcessInvalid(Invalid):
    """It can't be read, does not fit, or is not proved: `faults` says all that is wrong with it."""

    code = "deals.process_invalid"


@action(power=Power.MARKETS_MANAGE)
def choose_process(*, actor: Actor, market_id: UUID, draft: TermsDraft) -> int:
    """The new version. The same again makes none."""
    wrong = _days_faults(draft)
    process, faults = _read(draft, wrong)
    if faults:
        wrong["body"] = "process_unsound"
    if wrong or process is None:
        raise ProcessInvalid(wrong, faults=faults)
    with connection.cursor() as cursor:
        cursor.execute(LOCK)
    current = deal_terms(market_by_id(market_id).id)
    if _says(current.process, current) == _says(process, draft):
        return current.version
    version = max(FIRST, (DealProcess.objects.aggregate(last=Max("version"))["last"] or 0) + 1)
    DealProcess.objects.create(
        version=version,
        market_id=market_id,
        kind=_kind_of(process),
        body=as_data(_named(process, version)),
        answer_days=draft.answer_days,
        decide_days=draft.decide_days,
        made_by=actor.person_id,
    )
    return version


def _days_faults(draft: TermsDraft) -> dict[str, str]:
    days = {"answer_days": draft.answer_days, "decide_days": draft.decide_days}
    return {name: "outside_limits" for name, many in days.items() if not 1 <= many <= MOST_DAYS}


def _read(draft: TermsDraft, wrong: dict[str, str]) -> tuple[Process | None, Faults]:
    """The process, and what is wrong with it. Nothing that can't be read is looked at."""
    if draft.kind not in set(ProcessKind):
        wrong["kind"] = "required"
        return None, ()
    if draft.kind != ProcessKind.OWN:
        return KINDS[ProcessKind(draft.kind)], ()
    if len(draft.body) > LONGEST_BODY:
        wrong["body"] = "too_long"
        return None, ()
    try:
        process = from_data(json.loads(draft.body))
        return process, faults_of(process)
    except (NotRebuildable, TypeError, ValueError, AttributeError, RecursionError):
        wrong["body"] = "not_a_process"
        return None, ()


def _named(process: Process, version: int) -> Process:
    return replace(process, name=PROCESS.name, version=version)


def _says(process: Process, days: TermsDraft | DealTerms) -> tuple[Process, int, int]:
    return _frame(process), days.answer_days, days.decide_days


def _frame(process: Process) -> Process:
    """What it says, whatever it is called."""
    return _named(process, 0)


def _kind_of(process: Process) -> ProcessKind:
    """What was written by hand and says the same as a ready one is that one."""
    ready = (kind for kind, known in KINDS.items() if _frame(known) == _frame(process))
    return next(ready, ProcessKind.OWN)
