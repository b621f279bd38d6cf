pin-label = Pincode van dit toestel
pin-what = Opent zonder netwerk wat op dit toestel staat.
pin-wrong = { $left ->
    [one] Niet juist. Nog één poging, daarna wordt alles op dit toestel gewist.
   *[other] Niet juist. Nog { $left } pogingen.
}
pin-open = Openen met pincode
confirm-text = Het netwerk is terug. Bevestig dat u het bent; wat op het scherm staat, blijft staan.
confirm-now = Bevestigen
error-unlock-other-passkey = Met deze toegangssleutel opent dit toestel niet zonder netwerk.
error-unlock-lease-over = Dit toestel had te lang geen contact met de server, of de klok werd teruggezet. Wat erop stond, is gewist; wat nog te verzenden was, wacht nog.
locked-waiting = { $n ->
    [one] Eén vraag die op het netwerk wacht, wordt bij het afmelden gewist. Druk nog eens om af te melden.
   *[other] { $n } vragen die op het netwerk wachten, worden bij het afmelden gewist. Druk nog eens om af te melden.
}
