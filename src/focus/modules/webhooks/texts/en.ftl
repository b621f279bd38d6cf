webhooks-title = Messages to other systems
