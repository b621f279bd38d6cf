today-waiting = { $n ->
    [one] { $n } wacht op verzending
   *[other] { $n } wachten op verzending
}
today-refused = Niet aangenomen: { $n }
today-off = Staat nog niet aan
