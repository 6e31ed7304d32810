"""Settings of the test suite: quick passwords, no manifest of static files, a database of its own."""

from . import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
