trespass-title = Trespass (de)
trespass-permission-read = Read (de)
trespass-permission-write = Write (de)
