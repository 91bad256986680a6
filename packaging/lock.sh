#!/bin/sh
# Locks the dependencies with their hashes and without any address, for every system and every Python from 3.11 on.
set -eu
cd "$(dirname "$0")/.."

compile() {
    uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
        --quiet --output-file "$@"
}

compile packaging/requirements.lock
compile packaging/requirements-dev.lock --extra dev
