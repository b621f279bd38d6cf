readings-hint = Anders bedoeld? Kies een andere lezing of pas de vraag aan.
source-state-asked = Antwoordt nog
source-state-slow = Traag
source-state-answered = Geantwoord
source-state-empty = Niets gevonden
source-state-silent = Stil, geen antwoord
source-state-failed = Onleesbaar antwoord
source-state-cancelled = Niet afgewacht
source-state-closed = Gesloten voor dit doel
source-state-unsuited = Kan deze vraag niet aan
source-records = { $n ->
    [one] 1 gegeven
   *[other] { $n } gegevens
}
again-source = Opnieuw: { $source }
again-all = Vraag alle { $n } opnieuw
source-unread = { $n ->
    [one] 1 gegeven kon niet gelezen worden
   *[other] { $n } gegevens konden niet gelezen worden
}
