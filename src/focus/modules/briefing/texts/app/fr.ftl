desk-title = Bureau du briefing
desk-hint = Rédiger, publier, partager et suivre les messages
desk-readers = Qui l’a lu
desk-roll-call = Appel
desk-roll-call-hint = Le briefing sur grand écran, point par point
