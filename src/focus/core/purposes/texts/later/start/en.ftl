task-reason = Reason (needed if the reference is not known here)
