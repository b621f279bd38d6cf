off-webhooks = Outgoing messages
off-webhooks-hint = Systems that are told
