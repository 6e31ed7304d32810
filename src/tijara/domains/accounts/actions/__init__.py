from .change_password import WrongOldPassword, change_password
from .change_profile import change_profile
from .change_recipient import RecipientTaken, change_recipient
from .check_code import CodeOver, WrongCode, check_code
from .check_sign_in import TooManyTries, WrongPassword, check_sign_in
from .count_second_try import count_second_try
from .create_account import EmailTaken, create_account
from .end_devices import end_devices
from .forget_account import forget_account
from .forget_sessions import forget_sessions
from .forget_sign_in_tries import forget_sign_in_tries
from .forgive_second_tries import forgive_second_tries
from .send_code import CodeTooSoon, TooManyCodes, send_code
from .set_password import set_password
from .set_staff_role import LastAdmin, NoSuchAccount, set_staff_role
from .sign_in_by_code import AccountClosed, sign_in_by_code
from .tell_staff import tell_staff

__all__ = [
    "AccountClosed",
    "CodeOver",
    "CodeTooSoon",
    "EmailTaken",
    "LastAdmin",
    "NoSuchAccount",
    "RecipientTaken",
    "TooManyCodes",
    "TooManyTries",
    "WrongCode",
    "WrongOldPassword",
    "WrongPassword",
    "change_password",
    "change_profile",
    "change_recipient",
    "check_code",
    "check_sign_in",
    "count_second_try",
    "create_account",
    "end_devices",
    "forget_account",
    "forget_sessions",
    "forget_sign_in_tries",
    "forgive_second_tries",
    "send_code",
    "set_password",
    "set_staff_role",
    "sign_in_by_code",
    "tell_staff",
]
