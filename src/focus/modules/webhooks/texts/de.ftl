webhooks-title = Meldungen an andere Systeme
