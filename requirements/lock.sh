#!/bin/sh
# Pin every package with its hashes, for every platform and Python from 3.12; no index is recorded.
set -eu
cd "$(dirname "$0")/.."
compile() {
    "${UV:-.venv/bin/uv}" pip compile --quiet --universal --generate-hashes --python-version 3.12 \
        --no-emit-index-url --no-annotate --custom-compile-command "make lock" "$@"
}
compile requirements/uv.in -o requirements/uv.txt
compile pyproject.toml requirements/build.in -o requirements/run.txt
compile pyproject.toml requirements/build.in --extra test -c requirements/run.txt \
    -o requirements/test.txt
