desk-title = Briefing desk
desk-hint = Write, publish, share and follow items
desk-readers = Who has read it
desk-roll-call = Roll call
desk-roll-call-hint = The briefing on a large screen, item by item
