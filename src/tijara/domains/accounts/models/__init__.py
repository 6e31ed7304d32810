from .one_time_code import OneTimeCode
from .sign_in_tries import SignInTries
from .user import User

__all__ = ["OneTimeCode", "SignInTries", "User"]
