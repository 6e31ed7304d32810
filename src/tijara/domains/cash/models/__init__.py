from .carrier import Carrier
from .cash_move import CashMove
from .cash_parcel import CashParcel
from .claim import Claim
from .claim_letter import ClaimLetter
from .deposit import Deposit
from .remittance import Remittance
from .remittance_line import RemittanceLine

__all__ = [
    "Carrier",
    "CashMove",
    "CashParcel",
    "Claim",
    "ClaimLetter",
    "Deposit",
    "Remittance",
    "RemittanceLine",
]
