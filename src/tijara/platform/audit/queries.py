"""Is every chain whole? Proved by `tijara audit` and shown in the back office."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.db import connection
from django.db.models import Count, Sum

from tijara.kit.ids import OPERATOR_ID
from tijara.platform.audits import Findings, ProofResult, proof

from .chain import BEGINNING, Link, hash_of
from .models import AuditHead, ProofRun

CHAINS = """
    SELECT coalesce(e.owner_id, h.owner_id), h.place, h.hash, e.place, e.previous, e.hash,
           e.id, e.person_id, e.actor_kind, e.action, e.facts::text, e.recorded_at
    FROM audit_entry e FULL JOIN audit_head h ON h.owner_id = e.owner_id
    ORDER BY 1, e.place
"""
"""Entries and heads in one statement, so that both are of one moment."""
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class ChainState:
    """How long the log is. `last` is the operator's newest hash: written down elsewhere, it
    shows later whether the whole chain was made anew."""

    chains: int
    entries: int
    last: str


@dataclass(frozen=True, slots=True)
class ProofsRun:
    """What was proved when (None: never yet), and since when more is asked for, if it is."""

    results: list[ProofResult]
    ended_at: datetime | None
    asked_at: datetime | None


def last_proofs() -> ProofsRun:
    """What the newest run has found; of one that has been asked for nothing is known yet."""
    run = ProofRun.objects.first()
    if run is None:
        return ProofsRun([], None, None)
    found = [ProofResult(**one) for one in run.results]
    return ProofsRun(found, run.ended_at, run.asked_at if run.is_wanted else None)


def chain_state() -> ChainState:
    told = AuditHead.objects.aggregate(chains=Count("owner_id"), entries=Sum("place"))
    last = AuditHead.objects.filter(owner_id=OPERATOR_ID).values_list("hash", flat=True).first()
    return ChainState(told["chains"], told["entries"] or 0, last or "")


@proof("the audit log is as it was written: no entry changed, removed or put in between")
def chain_proof() -> Findings:
    checked, faults = 0, []
    for owner_id, rows in groupby(_rows(), key=itemgetter(0)):
        chain = list(rows)
        checked += len(chain)
        faults += [f"owner {owner_id}, {fault}" for fault in _faults(owner_id, chain)]
    return Findings(checked, faults)


def _faults(owner_id: UUID, chain: list[tuple]) -> Iterator[str]:
    _, head_place, head_hash, *first = chain[0]
    last, place = BEGINNING, 0
    for row in chain if first[0] is not None else ():
        link, kept = _link(owner_id, row)
        if link.place != place + 1:
            yield f"entry {place + 1}: removed, or its place was changed"
        elif link.previous != last:
            yield f"entry {link.place}: does not follow the one before it"
        if hash_of(link) != kept:
            yield f"entry {link.place}: changed, or put in by other hands"
        last, place = kept, link.place
    if (head_place, head_hash) != (place, last):
        yield f"the chain ends at {place} and its head says {head_place}: its end was touched"


def _link(owner_id: UUID, row: tuple) -> tuple[Link, str]:
    place, previous, kept, id, person_id, actor_kind, action, facts, recorded_at = row[3:]
    told = json.loads(facts)
    link = Link(owner_id, place, previous, id, person_id, actor_kind, action, told, recorded_at)
    return link, kept


def _rows() -> Iterator[tuple]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(CHAINS)
        while some := cursor.fetchmany(CHUNK):
            yield from some
