from .claim_installation import KeyOver, KeyWrong, claim_installation
from .issue_key import SetupOver, issue_key
from .settle_step import NotTheOwner, StepMustBeDone, settle_step

__all__ = [
    "KeyOver",
    "KeyWrong",
    "NotTheOwner",
    "SetupOver",
    "StepMustBeDone",
    "claim_installation",
    "issue_key",
    "settle_step",
]
