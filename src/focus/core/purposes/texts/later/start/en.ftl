task-reason = Reason (needed for a number not known here)
