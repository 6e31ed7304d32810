"""What can be done to a buyer's credit."""

from .decide_grant import GrantDecided, OwnProposal, decide_grant
from .expire_credit import expire_credit
from .give_credit import give_credit
from .grant_credit import GrantInvalid, grant_credit
from .hold_credit import CreditShort, hold_credit
from .lock_hold import lock_hold
from .move_credit import move_credit
from .release_holds import release_holds
from .set_wallet_terms import TermsInvalid, set_wallet_terms
from .spend_hold import spend_hold
from .tell_of_credit import tell_of_credit

__all__ = [
    "CreditShort",
    "GrantDecided",
    "GrantInvalid",
    "OwnProposal",
    "TermsInvalid",
    "decide_grant",
    "expire_credit",
    "give_credit",
    "grant_credit",
    "hold_credit",
    "lock_hold",
    "move_credit",
    "release_holds",
    "set_wallet_terms",
    "spend_hold",
    "tell_of_credit",
]
