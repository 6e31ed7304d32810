"""One import, at the step where it stands: its columns, its progress, its report."""

from dataclasses import replace
from itertools import islice
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.offers.queries import (
    fault_counts,
    import_preview,
    import_run,
    import_runs,
    kept_changes,
    rejected_rows,
    undo_counts,
)
from tijara.domains.offers.shapes import (
    ChangeFate,
    ImportChoices,
    ImportPreview,
    ImportRunView,
    ImportState,
)
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.import_words import (
    ENCODINGS,
    FAULTS,
    FIELDS,
    KEPT,
    PROBLEMS,
    SEPARATORS,
    STATES,
    STEPS,
)
from tijara.kit.arabic import strip_controls
from tijara.kit.tables import TableUnreadable
from tijara.ui.language import local

SHOWN_ROWS = 50
SHOWN_CELLS = 8
LONGEST_CELL = 40
OPEN = (ImportState.MAPPING, ImportState.CHECKED, ImportState.STOPPED)


@require_safe
@at_desk
def import_page(request: HttpRequest, desk: Desk, run_id: UUID) -> HttpResponse:
    run = found_run(desk, run_id)
    if run.state in OPEN and (run.state == ImportState.MAPPING or "columns" in request.GET):
        return columns_page(request, desk, run)
    if run.is_at_work:
        return hub_page(request, desk, "import_work", _work(desk, run))
    return hub_page(request, desk, "import_report", _report(desk, run))


def found_run(desk: Desk, run_id: UUID) -> ImportRunView:
    run = import_run(desk.seller_id, run_id)
    if run is None:
        raise Http404
    return run


def columns_page(
    request: HttpRequest,
    desk: Desk,
    run: ImportRunView,
    chosen: ImportChoices | None = None,
    fault: object = "",
) -> HttpResponse:
    """What the columns are taken for; with what a person chose, and what is wrong with it."""
    try:
        preview = import_preview(desk.seller_id, run.id, chosen.columns if chosen else None)
    except TableUnreadable as broken:
        preview, fault = None, PROBLEMS.get(broken.code, "")
    if preview is None and not fault:
        raise Http404
    choices = chosen or run.choices
    context = _frame(run) | {
        "preview": preview,
        "columns": _columns(preview, choices) if preview else [],
        "fields": FIELDS.items(),
        "choices": choices,
        "fault": fault,
        "separator": SEPARATORS.get(run.separator, ""),
        "encoding": ENCODINGS.get(run.encoding.removesuffix("-sig"), run.encoding.upper()),
        "separators": SEPARATORS.items(),
        "encodings": ENCODINGS.items(),
        "guessed": sum(bool(column.field) for column in preview.columns) if preview else 0,
    }
    return hub_page(request, desk, "import_columns", context, status=422 if fault else 200)


def _columns(preview: ImportPreview, choices: ImportChoices) -> list[tuple]:
    """Each with its name as it may be shown, and what it is taken for."""
    return [
        (
            place,
            replace(column, name=strip_controls(column.name)),
            choices.columns.get(column.name, column.field),
        )
        for place, column in enumerate(preview.columns)
    ]


def _frame(run: ImportRunView) -> dict:
    name, tone = STATES[run.state]
    return {
        "run": run,
        "state_name": name,
        "tone": tone,
        "address": local(f"/hub/imports/{run.id}"),
        "steps": _steps(run.state),
    }


def _steps(state: ImportState) -> list[dict]:
    now = next(
        (place for place, (_name, states) in enumerate(STEPS) if state in states), len(STEPS)
    )
    return [
        {"text": name, "state": "done" if place < now else "now" if place == now else ""}
        for place, (name, _states) in enumerate(STEPS)
    ]


def _work(desk: Desk, run: ImportRunView) -> dict:
    others = [each for each in import_runs(desk.seller_id) if each.is_at_work and each.id != run.id]
    goes_first = any(other.read for other in others) and not run.read
    return _frame(run) | {"goes_first": goes_first}


def _report(desk: Desk, run: ImportRunView) -> dict:
    undone = undo_counts(desk.seller_id, run.id)
    back = undone.get(ChangeFate.UNDONE, 0) + undone.get(ChangeFate.RETURNED, 0)
    faults = sorted(fault_counts(desk.seller_id, run.id).items(), key=lambda pair: -pair[1])
    return _frame(run) | {
        "is_checked": run.state == ImportState.CHECKED,
        "is_done": run.state == ImportState.DONE,
        "is_stopped": run.state == ImportState.STOPPED,
        "is_undone": run.state == ImportState.UNDONE,
        "problem": PROBLEMS.get(run.problem, PROBLEMS["failed"]) if run.problem else "",
        "taken": run.created + run.updated,
        "faults": [(FAULTS.get(fault, fault), count) for fault, count in faults],
        "rejected": _rejected(desk, run),
        "preview": _tried(desk, run),
        "shown_rows": SHOWN_ROWS,
        "back": back,
        "kept": [(each, KEPT[each.fate]) for each in kept_changes(desk.seller_id, run.id)],
    }


def _tried(desk: Desk, run: ImportRunView) -> ImportPreview | None:
    """What belongs together, as long as a person can still change it."""
    if run.state != ImportState.CHECKED:
        return None
    try:
        return import_preview(desk.seller_id, run.id)
    except TableUnreadable:
        return None


def _rejected(desk: Desk, run: ImportRunView) -> list[dict]:
    rows = islice(rejected_rows(desk.seller_id, run.id), SHOWN_ROWS)
    return [
        {
            "line": row.line,
            "reason": FAULTS.get(row.fault, row.fault),
            "column": strip_controls(row.column),
            "cells": [_short(cell) for cell in row.cells[:SHOWN_CELLS] if cell.strip()],
        }
        for row in rows
    ]


def _short(cell: str) -> str:
    """Without what would turn the words beside it around."""
    cell = strip_controls(cell)
    return cell if len(cell) <= LONGEST_CELL else f"{cell[: LONGEST_CELL - 1]}…"
