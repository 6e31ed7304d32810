from .blocked_phone import BlockedPhone
from .fee_band import FeeBandRow
from .terms import TermsRow

__all__ = ["BlockedPhone", "FeeBandRow", "TermsRow"]
