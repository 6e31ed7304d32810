"""What the pages need beside the code: style sheets, fonts, messages, collected and compressed."""

import io
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from tijara.faces.cli.terminal import progress
from tijara.platform import places
from tijara.ui import setup


def build_site_files() -> None:
    """Only what changed since the last time."""
    if _fonts_have_come():
        progress("building style sheets, fonts and messages")
        setup.build(progress)
    elif setup.build_if_stale(progress):
        progress("style sheets, fonts and messages are built")
    if _is_collection_stale():
        progress("collecting and compressing static files")
        call_command("collectstatic", interactive=False, verbosity=0, stdout=io.StringIO())


def _fonts_have_come() -> bool:
    """The npm packages were missing at the last set-up and are here now."""
    here = (places.checkout() / "node_modules" / "@fontsource").exists()
    return here and not list(setup.assets_folder().glob("**/*.woff2"))


def _is_collection_stale() -> bool:
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.exists():
        return True
    folders = [Path(config.path) / "static" for config in apps.get_app_configs()]
    folders += [Path(folder) for folder in settings.STATICFILES_DIRS]
    newest = max(
        (file.stat().st_mtime for folder in folders for file in folder.rglob("*")), default=0
    )
    return newest > manifest.stat().st_mtime
