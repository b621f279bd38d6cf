reinf-button = Verstärkung
reinf-button-running = Verstärkung · { $n }
reinf-running = Läuft
reinf-over = Die letzten dreißig Tage
reinf-hours = Für wie lange
reinf-n-hours = { $n } Std.
reinf-people = { $n ->
    [one] eine Person
   *[other] { $n } Personen
}
reinf-here = hilft hier schon
reinf-ask = { $n ->
    [0] Wählen Sie eine Streife
    [one] Eine Streife für { $hours } Std. anfordern
   *[other] { $n } Streifen für { $hours } Std. anfordern
}
reinf-nobody = Keine Streife, die Sie anfordern können. Eine andere Zone leiht ihr Personal durch ein Abkommen mit Ihrer, und muss dann eine Streife im Dienst haben.
reinf-from = Von { $zone }
reinf-to = Nach { $zone }
reinf-until = bis { $at }
reinf-left = noch { $hours } Std. { $minutes } Min.
reinf-by = angefordert von { $who }
reinf-end = Beenden
reinf-end-sure = Jetzt beenden
reinf-ended = Beendet { $at }
reinf-why-time = Zeit abgelaufen
reinf-why-host = von der anfordernden Seite: { $who }
reinf-why-home = von der eigenen Zone: { $who }
reinf-why-revoked = Abkommen zurückgezogen
