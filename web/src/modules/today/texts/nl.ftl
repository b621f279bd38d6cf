today-me = { $name }, mijn gegevens
offline-title = U werkt verder zonder netwerk
offline-text = Dit is de toestand van vóór { $since }. Opzoeken kan pas als het netwerk terug is.
offline-nothing = Op dit toestel staat nog niets bewaard. Opzoeken kan pas als het netwerk terug is.
