"""Small trees with a fault planted in them, to see that it is caught."""

from pathlib import Path

from tools.house import House

ROOMS = ("domains", "faces", "providers", "platform", "kit", "ui", "project")


def make_tree(folder: Path, files: dict[str, str]) -> House:
    """A house in `folder` whose src/tijara holds `files`; every folder of code is a package."""
    for name in ROOMS:
        (folder / "src" / "tijara" / name).mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        path = folder / "src" / "tijara" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    for path in [*(folder / "src" / "tijara").rglob("*.py")]:
        for parent in path.relative_to(folder / "src").parents[:-1]:
            (folder / "src" / parent / "__init__.py").touch()
    return House(folder)
