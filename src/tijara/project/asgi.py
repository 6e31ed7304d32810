"""The web process's application: the thin front over Django."""

import os
import re

from django.conf import settings
from django.urls import get_resolver
from django.utils.module_loading import import_string

from tijara.kit import garbage, recent
from tijara.platform import places
from tijara.platform.changes import EVERYTHING
from tijara.platform.front.asked import hosts_of
from tijara.platform.front.front import Front
from tijara.platform.front.shared_pages import SharedPages
from tijara.platform.front.static_files import StaticFiles
from tijara.platform.front.threads import DjangoOnThreads, Uploads
from tijara.project.wsgi import application as handler
from tijara.ui.outages import OutagePages
from tijara.ui.readers import ReadersAtTheFront

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tijara.project.settings")


def _load() -> Front:
    django = DjangoOnThreads(
        handler,
        threads=settings.WEB_THREADS,
        most_waiting=settings.WEB_MOST_WAITING,
        largest_body=settings.LARGEST_BODY,
        uploads=_uploads(),
    )
    get_resolver()._populate()
    quick = import_string(settings.FRONT_DESK)()
    front = Front(django, StaticFiles(), _shared(django), quick, OutagePages())
    garbage.settle()
    return front


def _shared(django: DjangoOnThreads) -> SharedPages | None:
    if not settings.PAGE_CACHE_BYTES:
        return None
    return SharedPages(
        django,
        re.compile(settings.SHARED_PAGES),
        ReadersAtTheFront(),
        hosts=hosts_of(settings.PUBLIC_ADDRESS, settings.ALLOWED_HOSTS, places.web_port()),
        most_bytes=settings.PAGE_CACHE_BYTES,
        forget=_forget,
    )


def _forget(tags: list[str]) -> None:
    """What this process keeps of what has changed: all of it, or the cards that stand elsewhere."""
    if EVERYTHING in tags:
        recent.forget_all()
    elif any(":" in tag for tag in tags):
        recent.forget_topic(recent.SHELVES)


def _uploads() -> Uploads:
    addresses, largest_body, at_once = settings.UPLOADS
    return Uploads(re.compile(addresses), largest_body, at_once, settings.SESSION_COOKIE_NAME)


application = _load()
