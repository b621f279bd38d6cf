"""Cases: record types with steps, forms, deadlines, reports and statistics. Built by a later issue."""
