# Every way into the project; each target makes sure of what it needs. Python: the first from 3.11 on, or PYTHON=...

export PYTHON

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests run demo check test bench faults package lock i18n clean

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:  ## install what is needed to run, once
	@packaging/bootstrap.sh run

setup-tests:  ## install what the tests need as well, once
	@packaging/bootstrap.sh test

run: setup  ## open the desktop (without a display: the engine alone)
	@packaging/run.sh

demo: setup  ## the same on a site of invented patients
	@packaging/run.sh demo

check: setup-tests  ## format, lint, types, import contracts, unit tests
	@packaging/test.sh quick

test: setup-tests  ## everything, end to end too
	@packaging/test.sh all

bench: setup-tests  ## measured comparisons with other programs
	@.venv/bin/python -m tests.bench

faults: setup-tests  ## kills, power cuts, full and failing disks, hostile callers: the long run, FAULTS_SEED=... repeats one
	@FAULTS=long .venv/bin/python -m pytest tests/faults -v

package: setup-tests  ## the program with its own Python, in dist/pacsdesk
	@.venv/bin/python -m PyInstaller --noconfirm --log-level WARN --workpath build/package pyinstaller.spec

lock:  ## lock the dependencies of pyproject.toml anew (needs uv)
	@packaging/lock.sh

i18n: setup  ## bring the translations in step with the texts of the desktop
	@.venv/bin/python packaging/i18n.py

clean:  ## remove what can be made again, but the environment
	@rm -rf build dist .mypy_cache .ruff_cache .import_linter_cache .hypothesis .pytest_cache .coverage
