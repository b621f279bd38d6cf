later-promise = Een vraag wacht versleuteld en loopt als het netwerk terug is, ten laatste na 8 uur.
later-kept = Geen netwerk. De vraag wacht versleuteld op dit toestel.
later-title = Wacht op netwerk
later-ran = Beantwoord na wachten
later-asked = gevraagd { $at }
later-until = gevraagd { $asked }, wacht tot { $at }
later-expired = Verlopen om { $at }; niet gevraagd.
later-done = Beantwoord na wachten: { $question }: { $verdict }
later-count = { $n } beantwoord na wachten
later-withdraw = Trek in
later-withdraw-label = { $away }: { $question }
later-remove = Verwijder
later-again = Vraag opnieuw
later-again-label = Vraag opnieuw: { $question }
later-lost = { $n } die op dit toestel wachtten, zijn niet meer te lezen en werden niet verstuurd.
later-lost-at-sign-out = Nog vragen in wacht: { $n }. Na het afmelden worden ze niet meer gesteld.
later-undone = { $n } niet uitgevoerd
later-undone-title = Niet uitgevoerd

stop-person = Staandehouding
stop-label = Staandehouding: { $name }
stop-unknown = Staandehouding zonder kaart
stops-mine = Mijn staandehoudingen
stops-figures = Cijfers
stops-refused = { $n } geweigerd

compare-title = Naast elkaar
relations-title = Verbanden
