"""What the server, the front and Django cost by themselves: one empty view, no middleware."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

from tijara.platform.front.front import Front
from tijara.platform.front.static_files import StaticFiles
from tijara.platform.front.threads import DjangoOnThreads


def pong(request: HttpRequest) -> HttpResponse:
    return HttpResponse(b"pong")


class NoFiles(StaticFiles):
    def __init__(self) -> None:
        pass

    def has(self, path: str) -> bool:
        return False


urlpatterns = [path("ping", pong)]
settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["127.0.0.1"], MIDDLEWARE=[])
application = Front(
    DjangoOnThreads(get_wsgi_application(), threads=4, most_waiting=100, largest_body=65536),
    NoFiles(),
)
