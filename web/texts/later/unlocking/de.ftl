pin-label = PIN dieses Geräts
pin-what = Öffnet ohne Netz, was auf diesem Gerät liegt.
pin-wrong = { $left ->
    [one] Nicht richtig. Noch ein Versuch, danach wird alles auf diesem Gerät gelöscht.
   *[other] Nicht richtig. Noch { $left } Versuche.
}
pin-open = Mit PIN öffnen
confirm-text = Das Netz ist wieder da. Bestätigen Sie, dass Sie es sind; was auf dem Bildschirm steht, bleibt stehen.
confirm-now = Bestätigen
error-unlock-other-passkey = Mit diesem Passkey öffnet sich das Gerät ohne Netz nicht.
error-unlock-lease-over = Dieses Gerät hatte zu lange keinen Kontakt zum Server, oder seine Uhr wurde zurückgestellt. Was darauf lag, ist gelöscht; was noch zu senden war, wartet weiter.
locked-waiting = { $n ->
    [one] Eine Frage, die auf das Netz wartet, wird beim Abmelden gelöscht. Drücken Sie noch einmal, um sich abzumelden.
   *[other] { $n } Fragen, die auf das Netz warten, werden beim Abmelden gelöscht. Drücken Sie noch einmal, um sich abzumelden.
}
