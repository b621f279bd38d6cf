leaving-title = Afmelden?
leaving-outbox = Nog te versturen: { $n }. Dat vertrekt ook als u bent afgemeld.
leaving-stay = Blijf aangemeld
leaving-refused = Geweigerd: { $n }. Na het afmelden kunt u dat hier niet meer lezen of verbeteren.
