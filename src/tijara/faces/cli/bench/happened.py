"""What a hostile history must have had in it, so that its proofs say something: each kind by the
words under which it is counted. Of 2,000 orders none may be missing.
"""

LEAST_ORDERS = 2_000
KINDS = (
    # What carriers pay, line by line, and what their files are like.
    "list line: paid", "list line: short", "list line: over", "list line: unknown",
    "list line: repeated", "list line: return", "list without a parcel", "list cut off",
    "list brought twice", "list again in another order", "list beside what the bank shows",
    "list line explained", "cash claimed", "claim refused", "write-off agreed",
    # What the gateway settles.
    "report line: settled", "report line: short", "report line: over", "report line: unknown",
    "report line: repeated", "report line: refunded", "report line: taken", "report cut off",
    "report brought twice", "report again in another order", "report line ended",
    # Deposits by risk, exchanges, and what happens between two parcels.
    "deposit asked", "deposit taken", "deposit of a parcel that was not taken",
    "exchanged for the same", "exchanged for dearer", "exchanged for cheaper", "difference paid",
    "return between two parcels", "complaint between two parcels",
    # What is kept back, and how sellers are paid.
    "reserve moved", "run prepared", "run approved", "run given up", "transfer left out",
    "transfer paid", "transfer failed", "transfer returned", "pay out", "payment demanded",
    "repaid",
)  # fmt: skip


def missing(counts: dict[str, int], orders: int) -> list[str]:
    """Of a history that is long enough to have had all of them."""
    return [kind for kind in KINDS if not counts.get(kind)] if orders >= LEAST_ORDERS else []
