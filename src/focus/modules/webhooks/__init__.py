"""What happens here is told to other systems, by signed webhooks that do not get lost."""
