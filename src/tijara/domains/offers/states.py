"""The life of an import, whole, on one screen."""

from tijara.platform.states import Life

from .shapes import ImportState as S

LIFE = Life(
    start=S.MAPPING,
    moves={
        S.MAPPING: frozenset({S.CHECKING}),
        S.CHECKING: frozenset({S.CHECKED, S.STOPPED, S.MAPPING}),
        S.CHECKED: frozenset({S.MAPPING, S.CHECKING, S.IMPORTING}),
        S.IMPORTING: frozenset({S.DONE, S.STOPPED}),
        S.DONE: frozenset({S.UNDOING}),
        S.STOPPED: frozenset({S.MAPPING, S.CHECKING, S.IMPORTING, S.UNDOING}),
        S.UNDOING: frozenset({S.UNDONE}),
        S.UNDONE: frozenset(),
    },
    ends=frozenset({S.UNDONE}),
)
WORK = (S.CHECKING, S.IMPORTING, S.UNDOING)
"""What the worker has to do."""
