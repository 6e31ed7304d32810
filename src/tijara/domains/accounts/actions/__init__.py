from .change_password import WrongOldPassword, change_password
from .check_code import CodeOver, WrongCode, check_code
from .check_sign_in import TooManyTries, WrongPassword, check_sign_in
from .create_account import EmailTaken, create_account
from .forget_sign_in_tries import forget_sign_in_tries
from .send_code import CodeTooSoon, TooManyCodes, send_code

__all__ = [
    "CodeOver",
    "CodeTooSoon",
    "EmailTaken",
    "TooManyCodes",
    "TooManyTries",
    "WrongCode",
    "WrongOldPassword",
    "WrongPassword",
    "change_password",
    "check_code",
    "check_sign_in",
    "create_account",
    "forget_sign_in_tries",
    "send_code",
]
