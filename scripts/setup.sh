#!/bin/sh
# Makes .venv: the newest CPython from 3.12 up that runs and that the locked packages have wheels for, else 3.11 with
# the small language model. Does nothing where .venv already fits the lock.
#
#   scripts/setup.sh            make or refresh .venv
#   scripts/setup.sh --which    only print the interpreters that would be tried, best first
set -eu
cd "$(dirname "$0")/.."
LOCK=requirements.lock
STAMP=.venv/.lock-sha256

say() { printf '%s\n' "$*" >&2; }

# Every interpreter of that minor version that this machine may have: pyenv's version folders (a shim may exist and
# not run), uv's, and what is on the path.
candidates() {
    minor=$1
    for folder in "${PYENV_ROOT:-$HOME/.pyenv}/versions/3.$minor".* "$HOME/.local/share/uv/python/cpython-3.$minor".*; do
        [ -x "$folder/bin/python" ] && printf '%s\n' "$folder/bin/python"
    done | sort -Vr
    command -v "python3.$minor" || true
}

# Whether it really runs, is CPython of that version, and can make environments.
runs() {
    "$1" - "$2" <<'EOF' >/dev/null 2>&1
import ensurepip, ssl, sys, venv
sys.exit(not (sys.implementation.name == "cpython" and sys.version_info[:2] == (3, int(sys.argv[1])) and sys.version_info.releaselevel == "final"))
EOF
}

interpreters() {
    for minor in 19 18 17 16 15 14 13 12 11; do
        candidates "$minor" | while IFS= read -r python; do
            if runs "$python" "$minor"; then printf '%s %s\n' "$minor" "$python"; break; fi
        done
    done
}

if [ "${1:-}" = --which ]; then interpreters; exit 0; fi

wanted=$(cat "$LOCK" pyproject.toml | cksum)
if [ -x .venv/bin/python ] && .venv/bin/python -c '' 2>/dev/null && [ "$(cat "$STAMP" 2>/dev/null)" = "$wanted" ]; then exit 0; fi

log=$(mktemp); trap 'rm -f "$log"' EXIT
found=$(interpreters)
[ -n "$found" ] || { say "setup: no CPython 3.11 or newer runs here; install one (python.org, pyenv or your system's packages) and try again"; exit 1; }

printf '%s\n' "$found" | { while read -r minor python; do
    say "setup: $("$python" -V) at $python: installing the locked packages into .venv"
    rm -rf .venv
    "$python" -m venv .venv
    if .venv/bin/python -m pip install --quiet --disable-pip-version-check --only-binary :all: --require-hashes -r "$LOCK" >"$log" 2>&1 &&
        .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . >>"$log" 2>&1; then
        [ "$minor" -ge 12 ] || say "setup: no CPython 3.12 or newer fits, so this is 3.11 with the small English model: results are a little less accurate"
        printf '%s' "$wanted" >"$STAMP"
        exit 0
    fi
    say "setup: the locked packages do not install on $("$python" -V): $(grep -m1 '^ERROR' "$log" || tail -n1 "$log")"
done
rm -rf .venv
say "setup: nothing could be installed. If the lines above speak of the network, connect once (or set PIP_INDEX_URL / PIP_FIND_LINKS to a local copy of the packages) and run this again"
exit 1; }
