task-reason = Reden (nodig als de referentie hier niet gekend is)
