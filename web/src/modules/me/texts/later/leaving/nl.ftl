leaving-title = Afmelden?
leaving-outbox = Nog te versturen: { $n }. Dat vertrekt ook als u bent afgemeld.
leaving-stay = Blijf aangemeld
