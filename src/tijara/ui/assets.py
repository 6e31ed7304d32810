"""Addresses of static files, asked once per process."""

from functools import cache

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage


@cache
def asset(path: str) -> str:
    """The address of `ui/<path>`: with its hash where set-up has collected it, plain otherwise."""
    try:
        return staticfiles_storage.url(f"ui/{path}")
    except ValueError:
        return f"{settings.STATIC_URL}ui/{path}"
