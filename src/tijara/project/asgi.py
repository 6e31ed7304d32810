"""The web process's application: the thin front over Django."""

import gc
import os
import re

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from tijara.platform.front.front import Front
from tijara.platform.front.static_files import StaticFiles
from tijara.platform.front.threads import DjangoOnThreads, Uploads

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tijara.project.settings")


def _load() -> Front:
    django = DjangoOnThreads(
        get_wsgi_application(),
        threads=settings.WEB_THREADS,
        most_waiting=settings.WEB_MOST_WAITING,
        largest_body=settings.LARGEST_BODY,
        uploads=_uploads(),
    )
    get_resolver()._populate()
    front = Front(django, StaticFiles())
    gc.collect()
    gc.freeze()
    return front


def _uploads() -> Uploads:
    addresses, largest_body, at_once = settings.UPLOADS
    return Uploads(re.compile(addresses), largest_body, at_once, settings.SESSION_COOKIE_NAME)


application = _load()
