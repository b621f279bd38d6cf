task-reason = Reden (nodig voor een nummer dat hier niet gekend is)
