"""How the suite itself runs: time limits, distribution over workers, chance; and tests of these."""
