# The commands of Signpost. `make run` and `make test` install what is missing by themselves.
BIN := .venv/bin
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export PYTHONWARNINGS := ignore
export PYTHONHASHSEED := 0

.PHONY: help run test train eval bench lint format lock texts
.DEFAULT_GOAL := help

help: ## show this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

run: .venv/installed ## train if needed and serve on http://127.0.0.1:$PORT (8000)
	@$(BIN)/python -m server

test: .venv/installed ## run every test
	@scripts/browser
	@$(BIN)/python -m bot.training
	@$(BIN)/python -m pytest

train: .venv/installed ## train the model anew
	@$(BIN)/python -m bot.training --force

eval: .venv/installed ## measure understanding, language and crisis recognition; writes results/evaluation.md
	@$(BIN)/python -m evaluation

bench: .venv/installed ## time the server: alone, with many visitors, late in a conversation
	@$(BIN)/python -m benchmarks

lint: .venv/installed ## format, rules, types, import directions, catalogues
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m knowledge.catalogues check

format: .venv/installed ## put the code in the house's format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

texts: .venv/installed ## bring the translators' catalogues in step with the content
	@$(BIN)/python -m knowledge.catalogues update

lock: .venv/installed ## compile requirements.txt from pyproject.toml
	@$(BIN)/uv pip compile pyproject.toml --extra dev --generate-hashes --no-emit-index-url --no-header -q -o requirements.txt

.venv/installed: requirements.txt scripts/install
	@scripts/install
	@touch $@
