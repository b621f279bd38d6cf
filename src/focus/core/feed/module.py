"""The feed as a module: its tables, and how long what changed is remembered."""

from focus.core.registry import Module, Retention

module = Module(
    name="feed",
    icon="refresh",
    retention=(
        Retention(
            "feed.entry",
            "at",
            14,
            "that a record changed, for phones that were away; the record itself its module keeps",
            erase="focus.core.feed.pruning:prune",
        ),
    ),
    always_on=True,
)
