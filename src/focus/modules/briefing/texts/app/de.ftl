desk-title = Briefing-Büro
desk-hint = Einträge schreiben, veröffentlichen, teilen und verfolgen
desk-readers = Wer hat es gelesen
desk-roll-call = Appell
desk-roll-call-hint = Das Briefing auf großem Bildschirm, Punkt für Punkt
