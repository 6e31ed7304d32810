"""Build what the pages need beside the code: style sheets, fonts, messages, static files."""

from tijara.faces.cli.site_files import build_site_files


def run(options) -> None:
    build_site_files()
