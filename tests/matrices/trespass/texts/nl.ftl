trespass-title = Trespass (nl)
trespass-permission-read = Read (nl)
trespass-permission-write = Write (nl)
