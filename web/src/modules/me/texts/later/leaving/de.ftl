leaving-title = Abmelden?
leaving-outbox = Noch zu senden: { $n }. Das geht auch hinaus, wenn Sie abgemeldet sind.
leaving-stay = Angemeldet bleiben
leaving-refused = Abgelehnt: { $n }. Nach dem Abmelden können Sie das hier nicht mehr lesen oder berichtigen.
