error-notes-unknown = No such note.
notes-permission-use = Notes
