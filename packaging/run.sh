#!/bin/sh
# Opens the desktop (`run.sh`), or the desktop on a site of invented patients (`run.sh demo`); without a display it runs
# the engine alone, on a site that it makes when there is none. No account gets a password here. Further words go to what
# it runs: `run.sh --set dicom.port=11113`.
set -eu
cd "$(dirname "$0")/.."
unset PYTHONPATH

PROGRAM="$PWD/.venv/bin/pacsdesk"

say() { printf '%s\n' "$*"; }

has_display() {
    [ "$(uname -s)" != Linux ] || [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]
}

data_dir() {
    .venv/bin/python -c 'from pacsdesk.link.finding import default_data_dir; print(default_data_dir())'
}

# Without an administrator: the system's own user signs in through a secret that only they can read.
ensure_site() {
    [ -f "$1/settings.toml" ] || "$PROGRAM" init --quiet --data-dir "$1" --profile "$2"
}

if [ "${1:-}" = demo ]; then
    shift
    export PACSDESK_DATA_DIR="$PWD/demo-data"
    ensure_site "$PACSDESK_DATA_DIR" classroom
    say "This is the site in demo-data. Its engine goes on when the window is closed: .venv/bin/pacsdesk stop --data-dir demo-data"
    say "ends it, .venv/bin/pacsdesk reset --data-dir demo-data brings the invented patients back to their start."
fi

if has_display; then
    exec "$PROGRAM" "$@"
fi
site=$(data_dir)
say "There is no display (neither DISPLAY nor WAYLAND_DISPLAY is set): running the engine without a window."
ensure_site "$site" bench
say "In another terminal, .venv/bin/pacsdesk status --data-dir \"$site\" shows how it is. Ctrl+C stops it."
exec "$PROGRAM" serve --data-dir "$site" "$@"
