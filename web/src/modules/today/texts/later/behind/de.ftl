today-waiting = { $n ->
    [one] { $n } wartet auf Versand
   *[other] { $n } warten auf Versand
}
today-refused = Nicht angenommen: { $n }
today-off = Noch nicht ein­geschaltet
