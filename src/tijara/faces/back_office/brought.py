"""What pages of lists that others send share: carriers' lists and gateways' reports."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from tijara.kit.arabic import strip_controls


def counts[V: StrEnum](
    verdicts: Iterable[V], words: Mapping[V, tuple[Promise, str]]
) -> list[tuple[Promise, str, int]]:
    """(name, tone, how many) of each verdict that there is."""
    told = list(verdicts)
    found = [(verdict, told.count(verdict)) for verdict in words]
    return [(*words[verdict], many) for verdict, many in found if many]


def column_fields(
    labels: Mapping[str, Promise],
    header: Sequence[str],
    chosen: Mapping[str, str],
    faults: Mapping[str, str],
) -> list[tuple]:
    """The fields that ask which heading holds what."""
    headings = [("", _("None of them")), *((name, strip_controls(name)) for name in header)]
    return [
        (name, label, chosen.get(name, ""), headings, faults.get(name, ""))
        for name, label in labels.items()
    ]
