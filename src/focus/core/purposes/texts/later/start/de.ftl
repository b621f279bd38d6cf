task-reason = Grund (nötig, wenn der Bezug hier nicht bekannt ist)
