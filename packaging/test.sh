#!/usr/bin/env bash
# Tries the whole program (`test.sh all`) or what can be tried at every commit (`test.sh quick`: no window, nothing end to end).
# Goes on after a failure, so that one run tells everything; ends with the test runner's closing lines and a true exit code.
set -uo pipefail
cd "$(dirname "$0")/.."
unset PYTHONPATH PYTHONDONTWRITEBYTECODE  # compiled once, not in each of hundreds of processes

EXTENT=${1:-all}
BIN=.venv/bin
LOGS=build/test
WORKERS=$(($(getconf _NPROCESSORS_ONLN) * 2))  # two for each core: tests wait for disks and timers half of the time
failed=()

step() {
    local name=$1
    shift
    printf '\n== %s\n' "$name"
    "$@" || failed+=("$name")
}

run_pytest() {
    local log=$LOGS/$1.log
    shift
    "$@" 2>&1 | tee "$log"
}

# One window system for all of the end-to-end tests; a person's own display is left alone. Those of a file share an engine
# and stay together, as do those with windows.
run_end_to_end() {
    local command=("$BIN/python" -m pytest tests/e2e -m e2e -n 2 --dist loadgroup)
    if command -v xvfb-run >/dev/null; then
        command=(env QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1280x800x24" "${command[@]}")
    fi
    run_pytest end-to-end "${command[@]}"
}

rm -rf "$LOGS"
mkdir -p "$LOGS"
step format "$BIN/ruff" format --check .
step lint "$BIN/ruff" check .
step types "$BIN/mypy"
step contracts "$BIN/lint-imports" --no-logo
if [ "$EXTENT" = quick ]; then
    step unit run_pytest unit "$BIN/python" -m pytest -m "not e2e and not gui and not thorough" -n "$WORKERS" --hypothesis-profile quick
else
    step unit run_pytest unit "$BIN/python" -m pytest -m "not e2e and not gui" -n "$WORKERS"
    step gui run_pytest gui env QT_QPA_PLATFORM=offscreen "$BIN/python" -m pytest -m "gui and not e2e" -n logical
    step end-to-end run_end_to_end
    step faults run_pytest faults "$BIN/python" -m pytest tests/faults -n 2
fi

printf '\n'
[ ${#failed[@]} = 0 ] || printf 'failed: %s\n' "${failed[*]}"
"$BIN/python" -m tests.support.closing "$LOGS"
[ ${#failed[@]} = 0 ]
