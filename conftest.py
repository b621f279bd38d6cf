"""What holds for every run: a hang names itself, folders are spread, chance is switched on by name."""

pytest_plugins = ["tests.suite.hang", "tests.suite.slow", "tests.suite.spread", "tests.suite.chance"]
