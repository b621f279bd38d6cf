followup-title = Suivi
followup-permission-stop = Enregistrer des contrôles de personnes
followup-permission-stop-figures = Voir les chiffres des contrôles, sans noms

followup-ground-identity-check = Contrôle d’identité
followup-ground-traffic = Circulation
followup-ground-suspicious = Comportement suspect
followup-ground-wanted = Signalé ou recherché
followup-ground-event = Évènement ou mesure administrative
followup-ground-at-request = À la demande
followup-ground-other = Autre motif
followup-basis-identity-check = LFP art. 34 et 44/1
followup-basis-traffic = LFP art. 16; loi circulation routière 16.3.1968
followup-basis-suspicious = LFP art. 34
followup-basis-wanted = LFP art. 15
followup-basis-event = LFP art. 14

followup-event-StopRecorded = Contrôle enregistré
followup-event-StopCorrected = Contrôle corrigé
followup-event-StopWithdrawn = Contrôle retiré
followup-event-StopsErased = Contrôles effacés après le délai de conservation

error-followup-ground-unknown = Ce motif n’existe pas dans votre organisation.
error-followup-ground-unexplained = Ajoutez quelques mots : ce motif demande une explication.
error-followup-nobody-stopped = Dites qui a été contrôlé, ou décrivez la personne.
error-followup-moment-impossible = Un contrôle date des dernières 72 heures.
error-followup-period-too-long = Choisissez une période de { $days } jours au plus.
error-followup-stop-unknown = Vous n’avez pas enregistré ce contrôle, ou il n’existe pas.
error-followup-stop-settled = Ce contrôle est retiré, effacé ou date de plus de { $days } jours : il reste tel quel.
error-followup-change-unexplained = Dites en quelques mots pourquoi.
error-followup-nothing-corrected = Rien n’a changé.

# Ce qui est déjà au journal, d’avant que ce soit un module.
search-event-StopRecorded = { followup-event-StopRecorded }
search-event-StopCorrected = { followup-event-StopCorrected }
search-event-StopWithdrawn = { followup-event-StopWithdrawn }
search-event-StopsErased = { followup-event-StopsErased }
