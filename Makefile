# make run    set everything up and open the app on the sample (with no display: export it to out/)
# make test   set everything up and run the tests
# make check  ruff and mypy      make bench  speed against peers and floors      make torture  what takes long
# make fidelity  our pages against LibreOffice's, where that is installed

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check bench fidelity torture clean

run: $(VENV)/.run
	@$(BIN)/briefing sample

test: $(VENV)/.dev
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto --dist worksteal

check: $(VENV)/.dev
	@$(BIN)/python -m ruff check . && $(BIN)/python -m ruff format --check . && $(BIN)/python -m mypy

bench: $(VENV)/.dev
	@$(BIN)/python -m tests.benchmarks

fidelity: $(VENV)/.dev
	@$(BIN)/python -m tests.fidelity

torture: $(VENV)/.dev
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -o addopts="-q --import-mode=importlib" tests/torture

$(VENV)/.run: pyproject.toml constraints.txt tools/set_up.sh
	@sh tools/set_up.sh "$(PYTHON)" "$(VENV)" "" window
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt tools/set_up.sh
	@sh tools/set_up.sh "$(PYTHON)" "$(VENV)" "[dev]" test
	@touch $@

clean:
	@rm -rf $(VENV) out dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
