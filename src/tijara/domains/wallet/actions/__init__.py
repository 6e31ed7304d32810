"""What can be done to a buyer's credit, and to gift cards."""

from .buy_gift_card import NotSoldHere, buy_gift_card
from .call_off_gift_card import call_off_gift_card
from .cancel_gift_card import cancel_gift_card
from .decide_grant import decide_grant
from .drop_gift_card import drop_gift_card
from .end_gift_card import GiftOver, end_gift_card
from .expire_credit import expire_credit
from .forget_giver import forget_giver
from .give_credit import give_credit
from .grant_credit import GrantInvalid, grant_credit
from .hold_credit import CreditShort, hold_credit
from .issue_gift_card import issue_gift_card
from .lock_hold import lock_hold
from .move_credit import move_credit
from .open_gift_card import GiftInvalid, open_gift_card
from .post_gift_refund import post_gift_refund
from .redeem_gift_card import CodeNotGood, redeem_gift_card
from .release_holds import release_holds
from .reseal_gift_cards import reseal_gift_cards
from .send_gift_cards import send_gift_cards
from .set_wallet_terms import TermsInvalid, set_wallet_terms
from .spend_hold import spend_hold
from .take_gift_payment import take_gift_payment
from .tell_of_credit import tell_of_credit

__all__ = [
    "forget_giver",
    "CodeNotGood",
    "CreditShort",
    "GiftInvalid",
    "GiftOver",
    "GrantInvalid",
    "NotSoldHere",
    "TermsInvalid",
    "buy_gift_card",
    "call_off_gift_card",
    "cancel_gift_card",
    "decide_grant",
    "drop_gift_card",
    "end_gift_card",
    "expire_credit",
    "give_credit",
    "grant_credit",
    "hold_credit",
    "issue_gift_card",
    "lock_hold",
    "move_credit",
    "open_gift_card",
    "post_gift_refund",
    "redeem_gift_card",
    "release_holds",
    "reseal_gift_cards",
    "send_gift_cards",
    "set_wallet_terms",
    "spend_hold",
    "take_gift_payment",
    "tell_of_credit",
]
