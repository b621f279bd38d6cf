log-asked-at = gefragt { $at } ohne Netz
log-closed = { $n } geschlossen
log-silent = { $n } still
log-sources = { $answered } von { $asked } Quellen antworteten
my-lookups-as-seen = Wie die Aufsicht sie sieht
my-lookups-none = Noch keine Abfragen
my-lookups-none-text = Jede Abfrage kommt hierher mit Zweck, Quellen und Urteil.
