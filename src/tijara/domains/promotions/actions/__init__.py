"""What can be done with promotions."""

from .change_promotion import PromotionHasBegun, change_promotion
from .check_draft import PromotionInvalid, check_draft
from .claim_uses import NoMoreUses, claim_uses
from .join_promotion import join_promotion
from .record_uses import record_uses
from .release_expired_claims import release_expired_claims
from .save_promotion import TooManyPromotions, save_promotion
from .settle_claims import settle_claims
from .take_code import CodeTaken, take_code
from .turn_promotion import PromotionMovedOn, PromotionUnknown, turn_promotion
from .turn_shelves import turn_shelves
from .undo_uses import undo_uses

__all__ = [
    "CodeTaken",
    "NoMoreUses",
    "PromotionHasBegun",
    "PromotionInvalid",
    "PromotionMovedOn",
    "PromotionUnknown",
    "TooManyPromotions",
    "change_promotion",
    "check_draft",
    "claim_uses",
    "join_promotion",
    "record_uses",
    "release_expired_claims",
    "save_promotion",
    "settle_claims",
    "take_code",
    "turn_promotion",
    "turn_shelves",
    "undo_uses",
]
