"""What can be done to proofs."""

from .ask_proofs import ask_proofs
from .prove_all import prove_all

__all__ = ["ask_proofs", "prove_all"]
