reinf-button = Versterking
reinf-button-running = Versterking · { $n }
reinf-running = Aan de gang
reinf-over = De laatste dertig dagen
reinf-hours = Voor hoelang
reinf-n-hours = { $n } u
reinf-people = { $n ->
    [one] één persoon
   *[other] { $n } personen
}
reinf-here = helpt hier al
reinf-ask = { $n ->
    [0] Kies een ploeg
    [one] Vraag één ploeg voor { $hours } u
   *[other] Vraag { $n } ploegen voor { $hours } u
}
reinf-nobody = Geen ploeg die u kunt vragen. Een andere zone leent haar mensen uit via een akkoord met uw zone, en moet dan een ploeg in dienst hebben.
reinf-from = Van { $zone }
reinf-to = Naar { $zone }
reinf-until = tot { $at }
reinf-left = nog { $hours } u { $minutes } min
reinf-by = gevraagd door { $who }
reinf-end = Beëindig
reinf-end-sure = Beëindig nu
reinf-ended = Beëindigd { $at }
reinf-why-time = tijd om
reinf-why-host = door wie vroeg: { $who }
reinf-why-home = door de eigen zone: { $who }
reinf-why-revoked = akkoord ingetrokken
