"""Cases where they are kept: rows, words, the records that phones hold, and what happens by the clock."""
