webhooks-title = Meldingen naar andere systemen
