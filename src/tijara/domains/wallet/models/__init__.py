from .book import CREDIT
from .gift_card import GiftCard
from .grant import Grant
from .hold import Hold
from .lot import Lot
from .move import Move
from .terms import WalletTerms
from .wallet import Wallet

__all__ = ["CREDIT", "GiftCard", "Grant", "Hold", "Lot", "Move", "Wallet", "WalletTerms"]
