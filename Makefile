# Two commands do everything on a fresh machine: `make run` and `make test`.
# MUSIC=~/Music   what `make run` loads           TRAINING=0     leaves PyTorch and training out
# PYTHON=/path    the Python that makes .venv     TORCH_INDEX=…  an index that has PyTorch's CPU build
# ARGS="-k drag"  goes to pytest, to the benchmarks or, as --twice, to `make package`

.PHONY: help run test soak bench screenshots translations lock demo package test-package clean

PYTHON_HERE := .venv/bin/python

# As the person typed them, whatever signs are in them; tools/prepare and tools/start read them.
override export MUSIC := $(value MUSIC)
export PYTHON TRAINING TORCH_INDEX

help:
	@sed -n 's/^#: //p' Makefile

#: make run          prepare what is missing, open the window (without a display: classify in the terminal)
run:
	@tools/prepare run
	@tools/start

#: make test         prepare what is missing, run lint, types, import contracts and all tests
# Tests start the program hundreds of times, which without bytecode is compiled each time.
test:
	@tools/prepare test
	@PYTHONDONTWRITEBYTECODE= $(PYTHON_HERE) -m pytest --numprocesses=2 --dist=worksteal $(ARGS)

#: make soak         the slow proofs
soak:
	@tools/prepare test
	@$(PYTHON_HERE) -m pytest -m soak --timeout=7200 $(ARGS)

#: make bench        the figures, each beside its target
bench:
	@tools/prepare test
	@$(PYTHON_HERE) -m bench $(ARGS)

#: make screenshots  pictures and a recording of the real window, for the README
screenshots:
	@tools/prepare test
	@$(PYTHON_HERE) -m docs.screenshots.make $(ARGS)
	@$(PYTHON_HERE) -m docs.screenshots.recording

#: make translations  collects the window's words in translations/*.ts and compiles them for the program
translations:
	@tools/prepare test
	@$(PYTHON_HERE) -m tools.translations

#: make lock         write the hashed locks anew from pyproject.toml
lock:
	@tools/prepare test
	@tools/lock

#: make demo         synthesise resources/demo anew
demo:
	@tools/prepare test
	@$(PYTHON_HERE) -m tools.make_demo resources/demo

#: make package      the program for computers without Python: a folder and an archive in dist
package:
	@tools/prepare package
	@$(PYTHON_HERE) -m tools.package $(ARGS)

#: make test-package tries it on this system and on a bare Debian; makes it where it is not of these sources
test-package:
	@tools/prepare test
	@tools/prepare test-package
	@$(PYTHON_HERE) -m tools.package --unless-made
	@$(PYTHON_HERE) -m pytest -m package tests/packaging $(ARGS)

#: make clean        remove all that these commands made
clean:
	rm -rf .venv .prepare.log build dist genres.csv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
