from .blocked_phone import BlockedPhone
from .deposit_rule import DepositRuleRow
from .fee_band import FeeBandRow
from .terms import TermsRow

__all__ = ["BlockedPhone", "DepositRuleRow", "FeeBandRow", "TermsRow"]
