trespass-title = Trespass (fr)
trespass-permission-read = Read (fr)
trespass-permission-write = Write (fr)
