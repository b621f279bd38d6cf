"""Records that phones hold: written with their buckets and the feed in the transaction that changed them.

The gate calls it for actions; jobs use `Saves` themselves. Reading for phones is `focus.core.sync`.
"""

from focus.core.feed.buckets import WHOLE, function_bucket, person_bucket, unit_bucket, ward_bucket
from focus.core.feed.problems import RecordStale
from focus.core.feed.saves import TOPIC, Saves, current

__all__ = [
    "TOPIC",
    "WHOLE",
    "RecordStale",
    "Saves",
    "current",
    "function_bucket",
    "person_bucket",
    "unit_bucket",
    "ward_bucket",
]
