error-sync-delivery-unsigned = Dieses Gerät ist hier nicht bekannt.
error-sync-item-unsealable = Das kann niemand lesen: Es ist beschädigt oder für einen anderen Schlüssel versiegelt.
error-sync-author-unknown = Das geschah nicht in einer offenen Sitzung auf diesem Gerät.
error-sync-action-unknown = Der Server kennt diese Handlung nicht. Aktualisieren Sie die App.
sync-event-Pulled = Auf das Gerät geholt
sync-event-ItemRefused = Von einem Gerät gekommen, abgelehnt
sync-event-GapFound = In der Reihe eines Geräts fehlt etwas
sync-event-ClockOff = Die Uhr eines Geräts geht falsch
