"""Say what the columns of an uploaded file are, and have it tried out."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import fold
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import ImportColumn, ImportRow, ImportRun
from ..queries import learned_columns
from ..rules import chosen_twice, plan_columns, unknown_choices
from ..shapes import ImportChoices
from ..states import PROCESS
from .import_catalogue import ColumnsUnclear
from .reread_file import ImportMoved, ImportUnknown

MOST_FIRST_UNITS = 100_000
FRESH = dict(
    line=0, read=0, created=0, updated=0, unchanged=0, rejected=0, passed=0, unpriced=0, tries=0,
    problem="", total=None,
)  # fmt: skip
"""Counts of an import that begins."""


@action(power=Power.OFFERS_MANAGE)
def check_import(*, actor: Actor, seller_id: UUID, run_id: UUID, choices: ImportChoices) -> None:
    """The worker tries it next. What he says of columns is remembered for his next file."""
    run = ImportRun.objects.select_for_update().filter(seller_id=seller_id, id=run_id).first()
    if run is None or run.file_id is None:
        raise ImportUnknown()
    if not PROCESS.allows("check", run.state):
        raise ImportMoved(state=run.state)
    _check_choices(run.header, choices)
    _learn(seller_id, run.header, choices)
    for name, value in FRESH.items():
        setattr(run, name, value)
    run.choices = asdict(choices)
    run.state, run.moved_at = PROCESS.move("check").after, now()
    run.save(update_fields=[*FRESH, "choices", "state", "moved_at"])
    ImportRow.objects.filter(seller_id=seller_id, run_id=run_id).delete()


def _check_choices(header: list[str], choices: ImportChoices) -> None:
    faults = {choice: "unknown" for choice in unknown_choices(header, choices.columns)}
    faults |= dict.fromkeys(chosen_twice(choices.columns), "twice")
    if fault := plan_columns(header, choices.columns).fault:
        faults["name"] = fault
    if not 0 <= choices.first_units <= MOST_FIRST_UNITS:
        faults["first_units"] = "out_of_range"
    if faults:
        raise ColumnsUnclear(faults, header=header)


def _learn(seller_id: UUID, header: list[str], choices: ImportChoices) -> None:
    """Only where he knew better than the names, or once had: guesses may still get better."""
    guessed = plan_columns(header).by_place()
    known = learned_columns(seller_id)
    told = {
        fold(name)[:120]: choices.columns[name]
        for place, name in enumerate(header)
        if name in choices.columns
        and fold(name)
        and (fold(name) in known or choices.columns[name] != guessed.get(place, ""))
    }
    ImportColumn.objects.bulk_create(
        [
            ImportColumn(seller_id=seller_id, name=name, field=field)
            for name, field in sorted(told.items())
        ],
        update_conflicts=True,
        unique_fields=["seller_id", "name"],
        update_fields=["field", "learned_at"],
    )
