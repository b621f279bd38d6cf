"""Why something is looked up: purposes with their legal basis, and the task an officer works on."""
