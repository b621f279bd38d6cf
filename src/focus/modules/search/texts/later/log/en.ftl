log-asked-at = asked { $at } without network
log-closed = { $n } closed
log-silent = { $n } silent
log-sources = { $answered } of { $asked } sources answered
my-lookups-as-seen = As oversight sees them
my-lookups-none = No lookups yet
my-lookups-none-text = Every lookup comes here with its purpose, sources and verdict.
