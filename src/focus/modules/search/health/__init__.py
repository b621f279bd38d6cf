"""How sources fare: quotas that last, a history by five minutes, and who may see it."""
