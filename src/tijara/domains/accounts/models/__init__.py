from .sign_in_tries import SignInTries
from .user import User

__all__ = ["SignInTries", "User"]
