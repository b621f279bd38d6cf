stop-change-title = Modifier le contrôle
stop-reason = Pourquoi cette modification ?
stop-correct = Corriger
stop-withdraw = Retirer : erreur
stop-corrected = Corrigé
stop-withdrawn-done = Contrôle retiré
stop-change-logged = L’ancien contenu et votre raison restent; le journal dit que vous avez modifié.
stop-change-waits = Conservé sur l’appareil, attend le réseau
