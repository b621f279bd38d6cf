error-sync-delivery-unsigned = Cet appareil n’est pas connu ici.
error-sync-item-unsealable = Personne ne peut lire ceci : c’est endommagé ou scellé pour une autre clé.
error-sync-author-unknown = Cela n’a pas été fait dans une session ouverte sur cet appareil.
error-sync-action-unknown = Le serveur ne connaît pas cette action. Mettez l’application à jour.
sync-event-Pulled = Récupéré sur l’appareil
sync-event-ItemRefused = Arrivé d’un appareil, refusé
sync-event-GapFound = Il manque un élément dans la série d’un appareil
sync-event-ClockOff = L’horloge d’un appareil n’est pas à l’heure
