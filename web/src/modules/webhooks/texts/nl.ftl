off-webhooks = Meldingen uit
off-webhooks-hint = Systemen die verwittigd worden
