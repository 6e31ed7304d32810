"""What can be done to the terms of cash."""

from .ask_for_cash import AppealInvalid, NotBlocked, ask_for_cash
from .block_phone import BlockInvalid, block_phone
from .decide_appeal import NoAppeal, decide_appeal
from .drop_deposit_rule import drop_deposit_rule
from .drop_fee_band import drop_fee_band
from .lift_block import lift_block
from .reseal_answers import reseal_answers
from .set_cash_terms import TermsInvalid, set_cash_terms
from .set_deposit_rule import DepositRuleInvalid, set_deposit_rule
from .set_fee_band import BandInvalid, set_fee_band

__all__ = [
    "DepositRuleInvalid",
    "drop_deposit_rule",
    "set_deposit_rule",
    "AppealInvalid",
    "BandInvalid",
    "BlockInvalid",
    "NoAppeal",
    "NotBlocked",
    "TermsInvalid",
    "ask_for_cash",
    "block_phone",
    "decide_appeal",
    "drop_fee_band",
    "lift_block",
    "reseal_answers",
    "set_cash_terms",
    "set_fee_band",
]
