#!/bin/sh
# Print a Python of 3.12 or newer that can make environments; say how to get one where there is none.
# Looks on PATH, then in pyenv (PYENV_ROOT, the home's, the one whose shims are on PATH), then /opt.
set -u

serves() {
    "$1" -c 'import ensurepip, sqlite3, ssl, sys, venv; sys.exit(sys.version_info < (3, 12))' \
        >/dev/null 2>&1
}

candidates() {
    [ -n "${PYTHON:-}" ] && echo "$PYTHON"
    for name in python3.13 python3.14 python3.12 python3 python; do
        command -v "$name"
    done
    shims=$(echo "$PATH" | tr ':' '\n' | sed -n 's,/shims/*$,,p')
    for root in "${PYENV_ROOT:-}" "${HOME:-}/.pyenv" $shims /root/.pyenv /opt/pyenv /usr/local/pyenv; do
        for version in 3.13 3.14 3.12; do
            ls -d "$root"/versions/"$version"*/bin/python 2>/dev/null
        done
    done
    ls -d /opt/python*/bin/python3 /opt/*/bin/python3.1[2-9] /usr/local/bin/python3.1[2-9] 2>/dev/null
}

for candidate in $(candidates); do
    if serves "$candidate"; then
        # A shim finds its Python by the environment of the moment: name the real one.
        "$candidate" -c 'import sys; print(sys.executable)'
        exit 0
    fi
done
echo "Tijara needs Python 3.12 or newer. On Debian: apt-get install python3 python3-venv; or pyenv." >&2
exit 1
