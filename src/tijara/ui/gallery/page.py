from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from tijara.ui.gallery.samples import departments, samples
from tijara.ui.theme import THEMES

SHEETS = {"desk": "ui/gallery/desk.html", "shop": "ui/gallery/shop.html"}


def gallery(request: HttpRequest) -> HttpResponse:
    """`?dir=ltr` shows it in English, `?theme=dark` by night; `?frame=shop` or `desk` shows the
    base pages, and without a frame all components."""
    language = "en" if request.GET.get("dir") == "ltr" else "ar"
    theme = request.GET.get("theme", "")
    if theme in THEMES:
        request.COOKIES["theme"] = theme
    frame = request.GET.get("frame", "")
    with translation.override(language):
        context = samples()
        if frame in SHEETS:
            context["departments"] = departments()
        page = render(request, SHEETS.get(frame, "ui/gallery/components.html"), context)
    page.headers["Content-Language"] = language
    return page
