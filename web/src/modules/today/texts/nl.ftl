today-me = { $name }, mijn gegevens
offline-title = U werkt verder zonder netwerk
offline-text = Toestand van vóór { $since }. Wat u doet, vertrekt later vanzelf.
offline-nothing = Op dit toestel staat nog niets bewaard.
