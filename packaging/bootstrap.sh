#!/bin/sh
# Makes a checkout ready to run (`bootstrap.sh run`) or to be tested (`bootstrap.sh test`), and promises to be quick when
# it is ready already: only what is missing is installed, and nothing is asked of the network when nothing is missing.
set -eu
cd "$(dirname "$0")/.."

PURPOSE=${1:-run}
VENV=.venv

# Qt under the offscreen platform, then a window on X11 or Wayland, then names in Arabic, Chinese, Japanese, Korean.
RUN_PACKAGES="libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0
libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 libwayland-cursor0
fonts-noto-core fonts-noto-cjk"
# A display without a screen, the peers, what PyInstaller needs to look into libraries, and what breaks things on purpose.
TEST_PACKAGES="xvfb xauth xdotool dcmtk orthanc binutils
strace fiu-utils libfiu0 faketime e2fsprogs xfsprogs util-linux mount"
# A peer that runs on Node.js; whoever has a Node.js of their own keeps it.
DCMJS=dcmjs-dimse@0.3.3
NODE_PACKAGES="nodejs npm"

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# The first Python from 3.11 on; PYTHON=... chooses another.
find_python() {
    for candidate in ${PYTHON:-python3.11 python3.12 python3.13 python3.14 python3}; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    fail "PACSDesk needs Python 3.11 or newer, and found none. Install it, or name it: make PYTHON=/path/to/python3.11 ..."
}

# Since Debian 13 some libraries carry "t64" in their name.
is_installed() {
    dpkg-query -W -f '${db:Status-Status}\n' "$1" "$1t64" 2>/dev/null | grep -qx installed
}

missing_packages() {
    for package in "$@"; do
        is_installed "$package" || printf '%s ' "$package"
    done
}

# Debian starts a service when it installs one, and again at each boot. Ours is a peer for tests, started by the tests.
# In a subshell, so that the note to Debian is gone however this ends.
install_without_services() (
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap 'rm -f "$policy"' EXIT
        trap 'exit 1' HUP INT TERM
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
    fi
    install_packages "$@"
    [ ! -d /run/systemd/system ] || systemctl disable --now orthanc >/dev/null 2>&1 ||
        say "Could not switch off the service orthanc."
)

install_packages() {
    say "Installing with apt-get: $*"
    apt-get -qq update || say "apt-get update failed; trying with the lists that are here."
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@" >/dev/null
}

ensure_system_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        return 0 # not Debian or Ubuntu: README.md names the libraries
    fi
    wanted=$RUN_PACKAGES
    [ "$PURPOSE" = run ] || wanted="$wanted $TEST_PACKAGES"
    [ "$PURPOSE" = run ] || command -v npm >/dev/null || wanted="$wanted $NODE_PACKAGES"
    # Debian keeps the parts of Python that make environments in a package of their own.
    "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null ||
        wanted="$("$PYTHON" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])') $wanted"
    # shellcheck disable=SC2086  # lists of words
    missing=$(missing_packages $wanted)
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ]; then
        fail "Some system packages are missing. Type this line, then the same make command again:
  sudo apt-get update && sudo apt-get install -y --no-install-recommends $missing"
    fi
    # shellcheck disable=SC2086
    case " $missing" in
        *" orthanc "*) install_without_services $missing ;;
        *) install_packages $missing ;;
    esac
}

# What an environment was made from; it is made anew or completed when this changes.
fingerprint() {
    { pwd; "$PYTHON" -V; cat "$1" packaging/bootstrap.sh; } | cksum
}

# An environment that was moved or copied has programs that point to where it was; another Python needs another one.
is_usable() {
    "$1/bin/python" -m pip --version >/dev/null 2>&1 &&
        [ "$("$1/bin/python" -V)" = "$("$PYTHON" -V)" ] &&
        [ "$(cat "$1/pacsdesk-place" 2>/dev/null || pwd)" = "$(pwd)" ]
}

ensure_environment() {
    lock=packaging/requirements.lock
    [ "$PURPOSE" = run ] || lock=packaging/requirements-dev.lock
    print=$(fingerprint "$lock")
    stamp=$VENV/pacsdesk-$PURPOSE.stamp
    if [ "$(cat "$stamp" 2>/dev/null)" = "$print" ] && "$VENV/bin/python" -c '' 2>/dev/null; then
        return 0
    fi
    if ! is_usable "$VENV"; then
        say "Making the environment $VENV with $("$PYTHON" -V)"
        "$PYTHON" -m venv --clear "$VENV"
    fi
    say "Installing the packages of $lock, each checked against its hash"
    # the lock is complete; resolved again, an extra that another package asks for would be looked for in its newest version
    "$VENV/bin/python" -m pip install -q --disable-pip-version-check --no-input --no-deps --require-hashes -r "$lock"
    "$VENV/bin/python" -m pip check -q --disable-pip-version-check
    make_package_known
    printf '%s' "$print" >"$stamp"
    # The packages of the run are among those of the tests, in the same versions.
    [ "$PURPOSE" = run ] || fingerprint packaging/requirements.lock >"$VENV/pacsdesk-run.stamp"
}

# A path file and a launcher instead of `pip install -e .`, which would fetch a build system.
make_package_known() {
    site=$("$VENV/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    pwd >"$site/pacsdesk-checkout.pth"
    pwd >"$VENV/pacsdesk-place"
    cat >"$VENV/bin/pacsdesk" <<LAUNCHER
#!/bin/sh
exec "$(pwd)/$VENV/bin/python" -P -m pacsdesk "\$@"
LAUNCHER
    chmod 755 "$VENV/bin/pacsdesk"
}

# Beside the environment's packages, so that it goes with them. Nothing of what it brings is run while it is installed.
ensure_dcmjs() {
    folder=$VENV/dcmjs
    if [ "$PURPOSE" = run ] || [ "$(cat "$folder/pacsdesk.stamp" 2>/dev/null)" = "$DCMJS" ]; then
        return 0
    fi
    if ! command -v npm >/dev/null; then
        say "There is no npm here: the tests with $DCMJS will say that it is missing."
        return 0
    fi
    say "Installing $DCMJS with npm"
    rm -rf "$folder"
    mkdir -p "$folder"
    npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --ignore-scripts --silent "$DCMJS"
    printf '%s' "$DCMJS" >"$folder/pacsdesk.stamp"
}

PYTHON=$(find_python)
ensure_system_packages
ensure_environment
ensure_dcmjs
