# Every target installs what it needs; nothing but Python 3.11+ and make has to be there first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed

.PHONY: help install demo run test lint picture pictures gallery bench torture lock clean

help:
	@echo "make demo     see it work: the whole pipeline on sample feeds, no token and no network needed"
	@echo "make run      the service, from ./config.toml"
	@echo "make test     every test          make lint   ruff, mypy --strict, import layers"
	@echo "make bench    the measurements    make picture   redraw the alert shown in README.md"
	@echo "make pictures redraw what the guide shows of Slack"
	@echo "make gallery  write the sheets of tests/gallery anew, after a change to what people read"
	@echo "make torture  what it must survive, for as long as it takes"
	@echo "make install  only set up $(VENV)  make clean  remove what was made here"

install: $(INSTALLED)

$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Exchange Watch needs Python 3.11 or newer; '$(PYTHON)' is older. Mend: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the pinned packages into $(VENV) (once, a minute or two)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary :all: -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: install
	@$(BIN)/exchanges demo

run: install
	@$(BIN)/exchanges run

test: install
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

# Longer than a test may take; each script prints what it counted and fails where something was lost.
torture: install
	@for script in feeds soak; do echo "== bench/torture_$$script.py"; $(BIN)/python bench/torture_$$script.py || exit 1; done
	@for script in crash service power_cut soak; do echo "== tests.torture.$$script"; $(BIN)/python -m tests.torture.$$script || exit 1; done

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

picture: install
	$(BIN)/exchanges demo --picture docs/alert.svg

pictures: install
	$(BIN)/python -m tests.test_slack_pictures

gallery: install
	$(BIN)/python -m tests.test_gallery
	$(BIN)/python -m tests.test_telegram_conversations
	$(BIN)/python -m tests.test_slack_transcripts

bench: install
	@for script in detect stream replay place queries owing feeds accuracy fanout latency; do echo "== bench/$$script.py"; $(BIN)/python bench/$$script.py || exit 1; done

# Re-pins every package; needs uv (https://docs.astral.sh/uv/) on the machine that does it.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --group dev pyproject.toml --output-file requirements.lock --no-header --upgrade

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
