log-asked-at = gevraagd { $at } zonder netwerk
log-closed = { $n } gesloten
log-silent = { $n } stil
log-sources = { $answered } van { $asked } bronnen antwoordden
my-lookups-as-seen = Zoals het toezicht ze ziet
my-lookups-none = Nog geen opzoekingen
my-lookups-none-text = Elke opzoeking komt hier met haar doel, bronnen en oordeel.
