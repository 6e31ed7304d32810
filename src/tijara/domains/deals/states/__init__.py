"""The life of a deal, and the lives that a market may choose for its deals."""

from .fitting import faults_of
from .processes import BRING_TO_STAFF, KINDS, PAY, PROCESS, UNDO

__all__ = [
    "BRING_TO_STAFF",
    "KINDS",
    "PAY",
    "PROCESS",
    "UNDO",
    "faults_of",
]
