"""Who is on duty, in which unit and crew, until when."""
