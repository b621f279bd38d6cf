"""Search: one question, all databases. Sources are asked side by side, records merged and judged."""
