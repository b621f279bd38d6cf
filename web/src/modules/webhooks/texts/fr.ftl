off-webhooks = Messages sortants
off-webhooks-hint = Systèmes prévenus
