#!/bin/sh
# Opens the desktop (`run.sh`), or the desktop on a site of invented patients (`run.sh demo`); without a display it runs
# the engine alone, on a site that it makes when there is none. It never makes an account with a known password.
set -eu
cd "$(dirname "$0")/.."
unset PYTHONPATH

PROGRAM="$PWD/.venv/bin/pacsdesk"
DEMO_FOLDER="$PWD/demo-data"
TRAINER=trainer

say() { printf '%s\n' "$*"; }

has_display() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]
}

data_dir() {
    .venv/bin/python -c 'from pacsdesk.link.finding import default_data_dir; print(default_data_dir())'
}

is_site() { [ -f "$1/settings.toml" ]; }

# Bench: the system's own user signs in through a secret that only they can read, so no password is invented for them.
ensure_bench_site() {
    is_site "$1" && return
    say "There is no site in $1 yet: making one for this computer's user (profile bench)."
    "$PROGRAM" init --data-dir "$1" --profile bench
}

# The password is made here, once, for this folder; its patients are invented.
ensure_classroom_site() {
    is_site "$1" && return
    say "Making a site of invented patients in $1."
    (
        umask 077
        mkdir -p "$DEMO_FOLDER"
        .venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(12))' >"$PACSDESK_PASSWORD_FILE"
    )
    "$PROGRAM" init --data-dir "$1" --profile classroom --admin "$TRAINER" --password-stdin <"$PACSDESK_PASSWORD_FILE"
}

if [ "${1:-}" = demo ]; then
    PACSDESK_DATA_DIR="$DEMO_FOLDER/site" PACSDESK_USER=$TRAINER PACSDESK_PASSWORD_FILE="$DEMO_FOLDER/password"
    export PACSDESK_DATA_DIR PACSDESK_USER PACSDESK_PASSWORD_FILE
    ensure_classroom_site "$PACSDESK_DATA_DIR"
    say "Sign in as $TRAINER with the password $(cat "$PACSDESK_PASSWORD_FILE")"
fi

if has_display; then
    exec "$PROGRAM"
fi
site=$(data_dir)
say "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): running the engine without a window."
ensure_bench_site "$site"
say "In another terminal, .venv/bin/pacsdesk status shows how it is. Ctrl+C stops it."
exec "$PROGRAM" serve --data-dir "$site"
