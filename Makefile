# Every target is a thin call to a script in scripts/.

.DEFAULT_GOAL := help
.PHONY: help run test fuzz bench audit soak offline setup fmt clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

run: ## build the page and serve it on this machine
	@scripts/run.sh

test: ## the whole gate: format, lints, docs, tests, size, browser tests
	@scripts/test.sh

fuzz: ## try ten million hostile links, scenario files and municipality files each
	@scripts/fuzz.sh

bench: ## measure the first answer, the projection and the way from slider to curve (BEFORE=folder compares)
	@scripts/bench.sh

audit: ## ask whether a known fault is in a dependency (cargo deny, npm audit); needs the network
	@scripts/audit.sh

soak: ## ten thousand random moves in the built page: memory, undos, long tasks
	@scripts/soak.sh

offline: ## write the whole program as one file that opens without a server
	@scripts/offline.sh

setup: ## install what the other targets need
	@scripts/setup.sh browser

fmt: ## format the Rust sources
	@cargo fmt

clean: ## remove everything that was built
	@scripts/clean.sh
