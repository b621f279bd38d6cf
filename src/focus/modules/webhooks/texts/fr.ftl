webhooks-title = Messages vers d’autres systèmes
