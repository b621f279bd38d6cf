later-promise = Une question attend, chiffrée, et part quand le réseau revient, au plus tard après 8 heures.
later-kept = Hors réseau. La question attend, chiffrée, sur cet appareil.
later-title = En attente du réseau
later-ran = Répondu après attente
later-asked = demandé { $at }
later-until = demandé { $asked }, attend jusqu’à { $at }
later-expired = Expirée à { $at } ; non posée.
later-done = Réponse après attente : { $question } : { $verdict }
later-count = { $n } répondu après attente
later-withdraw = Retirer
later-withdraw-label = { $away } : { $question }
later-remove = Supprimer
later-again = Redemander
later-again-label = Redemander : { $question }
later-lost = { $n } en attente sur cet appareil ne sont plus lisibles et n’ont pas été envoyés.
later-lost-at-sign-out = Questions en attente : { $n }. Après la déconnexion, elles ne seront plus posées.
later-undone = { $n } non effectuées
later-undone-title = Non effectué

stop-person = Contrôle
stop-label = Contrôle : { $name }
stop-unknown = Contrôle sans fiche
stops-mine = Mes contrôles
stops-figures = Chiffres
stops-refused = { $n } refusés

compare-title = Côte à côte
relations-title = Liens
