from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation


def gallery(request: HttpRequest) -> HttpResponse:
    """`?dir=ltr` shows it in English, `?theme=dark` by night."""
    language = "en" if request.GET.get("dir") == "ltr" else "ar"
    with translation.override(language):
        return render(request, "ui/gallery.html", {})
