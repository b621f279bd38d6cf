off-webhooks = Ausgehende Meldungen
off-webhooks-hint = Systeme, die benachrichtigt werden
