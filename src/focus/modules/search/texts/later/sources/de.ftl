readings-hint = Anders gemeint? Wählen Sie eine andere Lesart oder ändern Sie die Frage.
source-state-asked = Antwortet noch
source-state-slow = Langsam
source-state-answered = Hat geantwortet
source-state-empty = Nichts gefunden
source-state-silent = Still, keine Antwort
source-state-failed = Antwort nicht lesbar
source-state-cancelled = Nicht abgewartet
source-state-closed = Für diesen Zweck geschlossen
source-state-unsuited = Kann diese Frage nicht
source-records = { $n ->
    [one] 1 Angabe
   *[other] { $n } Angaben
}
again-source = Erneut: { $source }
again-all = Alle { $n } erneut fragen
source-unread = { $n ->
    [one] 1 Datensatz konnte nicht gelesen werden
   *[other] { $n } Datensätze konnten nicht gelesen werden
}
