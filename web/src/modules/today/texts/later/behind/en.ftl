today-waiting = { $n } waiting to be sent
today-refused = Not accepted: { $n }
today-off = Not switched on yet
