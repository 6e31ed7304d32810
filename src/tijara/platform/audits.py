"""Proofs: what must always be true of the data, stated by the domains and run on demand.

A domain states a proof beside its queries; `tijara audit` and the back office run them all:

    @proof("Stock equals the sum of its movements")
    def faults_in_stock() -> Findings: ...
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from psycopg.sql import SQL, Composable

log = logging.getLogger(__name__)
SEEN = SQL("""
    SELECT count(*), coalesce(array_agg(what) FILTER (WHERE fine IS NOT TRUE), '{{}}')
    FROM ({seen}) AS seen (what, fine)
""")


@dataclass(frozen=True, slots=True)
class Findings:
    """What one proof looked at (a count of rows or things) and what was wrong, in words."""

    checked: int
    faults: list[str]


@dataclass(frozen=True, slots=True)
class ProofResult:
    """`code` is stable: "inventory.faults_in_stock". `name` says in English what is proved."""

    code: str
    name: str
    checked: int
    faults: list[str]
    milliseconds: int

    @property
    def holds(self) -> bool:
        return not self.faults


def compared(seen: Composable) -> Findings:
    """What a statement has found that gives (what, whether it is as it should be)."""
    with connection.cursor() as cursor:
        cursor.execute(SEEN.format(seen=seen))
        return Findings(*cursor.fetchone())


Proof = Callable[[], Findings]
_proofs: dict[str, tuple[str, Proof]] = {}


def proof(name: str) -> Callable[[Proof], Proof]:
    """Register a proof; `name` is a sentence that is true as long as the proof finds nothing."""

    def register(look: Proof) -> Proof:
        _proofs[f"{look.__module__.split('.')[2]}.{look.__name__}"] = (name, look)
        return look

    return register


def run_proofs() -> list[ProofResult]:
    """Run every proof, domain by domain. Reads only; each proof sees one state of the data."""
    return [_run(code, *_proofs[code]) for code in sorted(_proofs)]


def proof_codes() -> list[str]:
    return sorted(_proofs)


def _run(code: str, name: str, look: Proof) -> ProofResult:
    """One that breaks is a fault, and no end of the others."""
    began = time.monotonic()
    try:
        found = look()
    except Exception as error:
        log.exception("the proof %s broke", code)
        found = Findings(0, [f"it broke: {type(error).__name__}"])
    spent = round((time.monotonic() - began) * 1000)
    return ProofResult(code, name, found.checked, found.faults, spent)
