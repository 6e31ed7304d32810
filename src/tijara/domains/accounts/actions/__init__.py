from .change_password import WrongOldPassword, change_password
from .check_sign_in import TooManyTries, WrongPassword, check_sign_in
from .create_account import EmailTaken, create_account
from .forget_sign_in_tries import forget_sign_in_tries

__all__ = [
    "EmailTaken",
    "TooManyTries",
    "WrongOldPassword",
    "WrongPassword",
    "change_password",
    "check_sign_in",
    "create_account",
    "forget_sign_in_tries",
]
