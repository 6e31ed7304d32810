"""Settings of the test suite: quick passwords, a database of its own."""

import os

import tijara.project.settings as served

globals().update({name: getattr(served, name) for name in dir(served) if name.isupper()})

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

DEMONSTRATION = True
EMAIL_CHANNEL = SMS_CHANNEL = WHATSAPP_CHANNEL = "demonstration_inbox"
"""Also where this checkout's own market was begun empty."""

CARD_GATEWAY = "moyasar"
os.environ.setdefault("TIJARA_MOYASAR_SECRET_KEY", "sk_test_tests")
os.environ.setdefault("TIJARA_MOYASAR_NOTICE_TOKEN", "token of the tests")
os.environ.setdefault("TIJARA_MOYASAR_ADDRESS", "http://127.0.0.1:1/v1")
"""Nobody answers there: tests that pay start a simulator and say where it is."""
