from django.urls import path, re_path

from tijara.ui.gallery.page import gallery
from tijara.ui.look import look_sheet, mark
from tijara.ui.theme import theme

urlpatterns = [
    path("", gallery, name="gallery"),
    path("theme", theme, name="theme"),
    re_path(r"^look/(?P<colour>[0-9a-f]{6})(?:-(?P<digest>[0-9a-f]{8}))?\.css$", look_sheet),
    re_path(r"^mark/(?P<colour>[0-9a-f]{6})-(?P<letter>[0-9a-f]{1,6})\.svg$", mark),
]
