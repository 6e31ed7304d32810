"""Settings of the test suite: quick passwords, a database of its own."""

import tijara.project.settings as served

globals().update({name: getattr(served, name) for name in dir(served) if name.isupper()})

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
