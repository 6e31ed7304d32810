"""The web process's application: the thin front over Django."""

import gc
import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

from tijara.platform.front.front import Front
from tijara.platform.front.static_files import StaticFiles
from tijara.platform.front.threads import DjangoOnThreads

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tijara.project.settings")


def _load() -> Front:
    django = DjangoOnThreads(
        get_wsgi_application(),
        threads=settings.WEB_THREADS,
        most_waiting=settings.WEB_MOST_WAITING,
        largest_body=settings.LARGEST_BODY,
    )
    get_resolver()._populate()
    front = Front(django, StaticFiles())
    gc.collect()
    gc.freeze()
    return front


application = _load()
