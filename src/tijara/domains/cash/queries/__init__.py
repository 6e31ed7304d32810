"""Where the cash of parcels is, what carriers have paid of it, and the proofs about both."""

from .lists import (
    carrier,
    carriers,
    columns_guess,
    is_readable,
    remittance,
    remittance_lines,
    remittances,
)
from .matching import candidate_of, candidates
from .parcels import (
    ageing,
    cash_of_order,
    cash_of_seller,
    claim_of,
    claims,
    owed_parcels,
    parcel_of,
    parcels_of_seller,
    steps_of,
    waiting_shares,
    waits_for_cash,
    work_in_cash,
    write_offs_waiting,
)
from .proofs import debts_proof, lines_proof, missing_parcels, moves_proof

__all__ = [
    "ageing",
    "candidate_of",
    "candidates",
    "carrier",
    "carriers",
    "cash_of_order",
    "cash_of_seller",
    "claim_of",
    "claims",
    "columns_guess",
    "debts_proof",
    "is_readable",
    "lines_proof",
    "missing_parcels",
    "moves_proof",
    "owed_parcels",
    "parcel_of",
    "parcels_of_seller",
    "remittance",
    "remittance_lines",
    "remittances",
    "steps_of",
    "waiting_shares",
    "waits_for_cash",
    "work_in_cash",
    "write_offs_waiting",
]
