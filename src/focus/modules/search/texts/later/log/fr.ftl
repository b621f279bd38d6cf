log-asked-at = demandé { $at } hors réseau
log-closed = { $n } fermées
log-silent = { $n } muettes
log-sources = { $answered } sources sur { $asked } ont répondu
my-lookups-as-seen = Comme le contrôle les voit
my-lookups-none = Pas encore de recherches
my-lookups-none-text = Chaque recherche vient ici avec son but, ses sources et son verdict.
