desk-title = Briefingdesk
desk-hint = Items schrijven, publiceren, delen en opvolgen
desk-readers = Wie las het
desk-roll-call = Appel
desk-roll-call-hint = De briefing op groot scherm, item per item
