followup-title = Opvolging
followup-permission-stop = Staandehoudingen registreren
followup-permission-stop-figures = Cijfers over staandehoudingen zien, zonder namen

followup-ground-identity-check = Identiteitscontrole
followup-ground-traffic = Verkeer
followup-ground-suspicious = Verdacht gedrag
followup-ground-wanted = Geseind of gezocht
followup-ground-event = Evenement of bestuurlijke maatregel
followup-ground-at-request = Op verzoek
followup-ground-other = Andere grond
followup-basis-identity-check = WPA art. 34 en 44/1
followup-basis-traffic = WPA art. 16; Wegverkeerswet 16.3.1968
followup-basis-suspicious = WPA art. 34
followup-basis-wanted = WPA art. 15
followup-basis-event = WPA art. 14

followup-event-StopRecorded = Staandehouding geregistreerd
followup-event-StopCorrected = Staandehouding verbeterd
followup-event-StopWithdrawn = Staandehouding ingetrokken
followup-event-StopsErased = Staandehoudingen gewist na de bewaartermijn

error-followup-ground-unknown = Deze grond bestaat niet in uw organisatie.
error-followup-ground-unexplained = Schrijf er enkele woorden bij: deze grond vraagt uitleg.
error-followup-nobody-stopped = Zeg wie werd staande gehouden, of beschrijf de persoon.
error-followup-moment-impossible = Een staandehouding ligt in de laatste 72 uur.
error-followup-period-too-long = Kies een periode van ten hoogste { $days } dagen.
error-followup-stop-unknown = Deze staandehouding is niet door u geregistreerd of bestaat niet.
error-followup-stop-settled = Deze staandehouding is ingetrokken, gewist of ouder dan { $days } dagen: zij blijft zoals zij is.
error-followup-change-unexplained = Zeg in enkele woorden waarom.
error-followup-nothing-corrected = Er is niets veranderd.

# Wat al in het log staat van toen dit een deel van Zoeken was.
search-event-StopRecorded = { followup-event-StopRecorded }
search-event-StopCorrected = { followup-event-StopCorrected }
search-event-StopWithdrawn = { followup-event-StopWithdrawn }
search-event-StopsErased = { followup-event-StopsErased }
