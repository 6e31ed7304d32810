"""A file that knows the machine it was written on is caught."""

import subprocess

import pytest

from tools.checks import traces
from tools.house import House


@pytest.mark.parametrize(
    "name, text, message",
    [
        ("uv.lock", "", "a lock file"),
        ("front/package-lock.json", "{}", "a lock file"),
        ("requirements.txt", "a==1\n--index-url https://packages.example/simple\n", "registry"),
        (".npmrc", "registry=https://packages.example/\n", "registry"),
        ("notes.md", "one\nsee /somewhere/tijara/notes\n", "notes.md:2: knows this machine"),
    ],
)
def test_a_planted_trace_is_caught(tmp_path, name, text, message):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    found = [str(fault) for fault in traces.faults(House(tmp_path), ["/somewhere/tijara"])]
    assert any(message in fault for fault in found), found


def test_what_git_does_not_keep_may_know_it(tmp_path):
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("*.log\n")
    (tmp_path / "a.log").write_text("/somewhere/tijara")
    assert list(traces.faults(House(tmp_path), ["/somewhere/tijara"])) == []
