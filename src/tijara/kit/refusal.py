"""Refusals: failures that are expected, and that a person may be told about."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of failure it is; each face translates it once (HTTP status, exit code)."""

    INVALID = "invalid"
    FORBIDDEN = "forbidden"
    MISSING = "missing"
    CONFLICT = "conflict"
    UNAVAILABLE = "unavailable"


class Refusal(Exception):
    """An action was asked for and can't be done. Each action subclasses it in its own file.

    `code` is stable and machine-readable ("orders.not_cancellable"); `kind` says which sort it
    is; `facts` are values that a message may show (names, counts, never secrets).
    """

    code = "refused"
    kind = Kind.CONFLICT

    def __init__(self, **facts: object) -> None:
        super().__init__(self.code)
        self.facts = facts

    def __str__(self) -> str:
        return f"{self.code} {self.facts}" if self.facts else self.code


class Invalid(Refusal):
    """What was given breaks a rule. `fields` maps a field's name to the code of what is wrong."""

    code = "invalid"
    kind = Kind.INVALID

    def __init__(self, fields: dict[str, str] | None = None, **facts: object) -> None:
        super().__init__(**facts)
        self.fields = fields or {}
