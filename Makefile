# Two commands from a fresh clone: `make run` and `make test`. The work is done by bootstrap.py,
# which serves systems without make as well. Extra arguments: make test ARGS="tests/models -q"
PYTHON ?= python3
ARGS ?=
SEEDS ?=
TIER ?= ci
CARDS ?= 100000
RUNS ?= 5
N ?= 5000
export SEEDS TIER CARDS RUNS N

.PHONY: run test cover lint types interop years bench torture fuzz tour translations package try-package lock setup
run test cover lint types interop years bench torture fuzz tour translations package try-package lock setup:
	@$(PYTHON) bootstrap.py $@ $(ARGS)
