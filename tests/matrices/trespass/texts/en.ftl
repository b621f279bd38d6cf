trespass-title = Trespass (en)
trespass-permission-read = Read (en)
trespass-permission-write = Write (en)
