# The list
desk-new = New item
desk-import = Import a table
desk-offers = Offered by neighbour zones
desk-drafts = Drafts
desk-items = Items
desk-items-none = No items for this choice
desk-untitled = No title yet
desk-find = Title, text or number
desk-filter = More choices, { $n } chosen
desk-any = All
desk-state = State
desk-author = Written by
desk-until = until { $at }
desk-not-read = { $n ->
    [one] 1 has not read this yet
   *[other] { $n } have not read this yet
}
desk-unreached = { $n } not reached
desk-choose = Choose an item
desk-choose-text = Here you write drafts, and follow who has read an item and where something was seen.
desk-gone = This item does not exist or is not meant for you

# Writing
desk-by = Begun by { $name }
desk-write = Write
desk-preview = As the officer sees it
desk-preview-short = On the phone
desk-standing-opening = Opening
desk-standing-kept = Saved
desk-standing-changed = Not saved yet
desk-standing-saving = Saving
desk-standing-apart = Two versions
desk-standing-failed = Not saved
desk-publish = Publish
desk-publish-version = Publish version
desk-published = { $n ->
    [one] { $number } published for 1 person
   *[other] { $number } published for { $n } people
}
desk-for = For { $who }
desk-for-nobody = Not meant for anybody yet
desk-drop = Throw the draft away
desk-drop-text = The draft is then gone, for your colleagues too.
desk-drop-keep = Keep it
desk-drop-now = Throw away
desk-part-what = What
desk-part-who = For whom and how long
desk-part-about = About whom or what
desk-part-where = Where
desk-part-source = Source and contact
desk-field-kind = Kind
desk-field-title = Title
desk-field-expected = What to do
desk-field-text = Text
desk-field-language = Language of the item
desk-field-priority = Priority
desk-field-must-read = Must be read
desk-field-handling = To whom it may be shown
desk-field-audience = For whom
desk-field-valid-from = Valid from
desk-field-valid-to = Valid until
desk-field-subjects = About whom or what
desk-field-place = Place
desk-field-area = Area
desk-field-contact = Contact
desk-field-source = Who asks for it
desk-field-verified-at = Last checked
desk-expected-hint = In one line: do not arrest, follow at a distance
desk-urgent-hint = Told and repeated until it is read, never to whoever is off duty.
desk-must-hint = Everybody confirms that he has read it
desk-source-hint = Magistrate, service or file number
desk-verified-now = Checked now
desk-from-now = From its publication
desk-to-default = As your zone has set it
desk-until-tonight = Tonight, 06:00
desk-until-day = 24 hours
desk-until-week = 7 days
desk-yes = Yes
desk-no = No
desk-empty = Nothing said
desk-language-nl = Dutch
desk-language-fr = French
desk-language-de = German
desk-language-en = English

# For whom
desk-whole = Whole zone
desk-and-more = { $names } and { $n } more
desk-take-away = Take { $name } away
desk-audience-add = Add
desk-audience-any = Unit, function, ward or name
desk-audience-persons = Name
desk-audience-none = Nothing found
desk-group-units = Unit
desk-group-functions = Function
desk-group-wards = Ward
desk-group-persons = Person

# Persons, vehicles, documents, objects
desk-subject-person = Person
desk-subject-vehicle = Vehicle
desk-subject-document = Document
desk-subject-object = Object
desk-subject-family-name = Family name
desk-subject-given-names = Given names
desk-subject-birth-date = Date of birth
desk-subject-national-number = National number
desk-subject-plate = Plate
desk-subject-country = Country, two letters
desk-subject-number = Number
desk-subject-described = Description
desk-number-person = Number
desk-number-vehicle = Chassis number
desk-number-document = Document number
desk-number-object = Serial number
desk-born = born { $date }

# Area
desk-area-show = Show
desk-area-closer = Closer
desk-area-farther = Farther
desk-area-none = No area yet
desk-area-tap = Tap the corners of the area, or choose a ward.
desk-area-begun = At least one more corner: an area has three.
desk-area-back = Last corner away
desk-area-ward = Take this ward
desk-area-clear = No area
desk-area-paste = Paste an area
desk-corners = Area with { $n } corners

# Contact
desk-contact-name = Contact
desk-contact-service = Service
desk-contact-phone = Phone
desk-phone-hint = With the country code: +32 …

# As the officer sees it
desk-preview-version = Version { $n }
desk-preview-handling = Handling
desk-preview-urgent = Urgent, repeats
desk-preview-must = Must read
desk-preview-call = Call
desk-preview-seen = Sighting
desk-preview-read = Read

# Two versions
desk-apart = A colleague wrote too meanwhile
desk-apart-text = Nothing was written over. Choose for each field which version counts.
desk-side-mine = Yours
desk-side-theirs = Your colleague’s
desk-changed-by-mine = you changed this
desk-changed-by-theirs = your colleague changed this
desk-changed-by-both = both changed this
desk-undecided = { $n ->
    [one] Choose for 1 more field
   *[other] Choose for { $n } more fields
}
desk-decided = Go on with this choice
desk-all-mine = All of mine
desk-all-theirs = All of theirs
desk-write-on = Go on writing mine

# A published item
desk-item-sub = { $number } · version { $n } · { $at }
desk-read-of = { $read } of { $of } confirmed
desk-who-not = Who has not
desk-valid = Valid
desk-from-to = { $from } until { $to }
desk-sightings = Sightings
desk-sightings-none = Nothing seen yet.
desk-versions = Versions
desk-version = version { $n }
desk-origin = Shared by { $name }
desk-origin-text = Only that zone changes it or passes it on. You can recall it here.
desk-revise = Revise
desk-revise-how = How this version counts
desk-asks-anew = Ask to read anew
desk-minor = Minor correction
desk-minor-why = Why a minor correction is enough
desk-why = Why
desk-revised = Version { $n } published: everybody reads it anew
desk-revised-minor = Version { $n } published without asking anew
desk-revised-kept = Kept on this device. The version leaves when the network is back.
desk-resumed = You were at this. Nothing of it is published yet.
desk-restart = Begin again
desk-recall = Recall
desk-recall-text = The item leaves all devices. Only the reason stands there.
desk-recall-shared = { $n ->
    [one] 1 other zone is told too.
   *[other] { $n } other zones are told too.
}
desk-recalled = Item recalled

# Sharing
desk-share = Share
desk-share-text = Each zone chooses whether to accept it and for whom. Later versions and a recall follow by themselves.
desk-share-find = Find a zone
desk-share-none = No other zones found
desk-share-now = { $n ->
    [one] Share with 1 zone
   *[other] Share with { $n } zones
}
desk-shared = { $n ->
    [one] Offered to 1 zone
   *[other] Offered to { $n } zones
}
desk-shares = Shared with
desk-share-offered = Offered
desk-share-accepted = Accepted
desk-share-declined = Declined
desk-share-off = The briefing is not on there
desk-share-tried = Not reached, last tried { $at }
desk-share-waiting = On its way
desk-share-old = Has only version { $n } yet
desk-share-has = Has version { $n }
desk-offer-from = { $name } offers this
desk-offer-text = If you accept it, their later versions and a recall follow by themselves.
desk-offer-who = For whom with you
desk-offer-gone = This offer was answered or no longer holds
desk-accept = Accept
desk-decline = Decline
desk-accepted = Accepted as { $number }
desk-declined = Declined

# Readers
desk-readers-unread = Not read { $n }
desk-readers-unreachable = Out of reach { $n }
desk-readers-read = Read { $n }
desk-readers-none-unread = Everybody within reach has read it
desk-readers-none-unreachable = Everybody is within reach
desk-readers-none-read = Nobody has read it yet
desk-readers-asks = Version { $version } is a minor correction: having read version { $n } is enough.
desk-unreachable-text = No device of these people has spoken to the server in the last 24 hours. Speak to them yourself.
desk-reader-name = Name
desk-reader-function = Function
desk-reader-read = Read
desk-reader-version = version { $n }, { $at }
desk-reader-never = not yet
desk-reader-away = out of reach

# Import
desk-import-sub = Each line becomes a draft
desk-import-choose = Choose a file
desk-import-paste = Or paste the table here
desk-import-columns = Which columns
desk-column-contact-name = Contact, name
desk-column-contact-service = Contact, unit
desk-column-contact-phone = Contact, phone
desk-import-look = Look through
desk-import-found = { $lines } lines read, { $good } in order. Nothing is saved yet.
desk-import-now = { $n ->
    [one] Make 1 draft
   *[other] Make { $n } drafts
}
desk-imported = { $n ->
    [one] 1 draft made
   *[other] { $n } drafts made
}
desk-imported-text = They stand among the drafts and are not published yet.

# Roll call
desk-roll-unit = Unit
desk-roll-own = For me
desk-roll-print = Download as PDF
desk-roll-full = Full screen
desk-roll-back = Previous
desk-roll-next = Next
desk-roll-place = { $n } of { $of }
desk-roll-as-of = as of { $at }
desk-roll-silent = no contact since { $at }
desk-roll-none = Nothing in force
desk-roll-none-text = There is nothing in the briefing for this unit now.
desk-covered = The briefing is covered
desk-covered-text = No contact with the server since { $at }. What stood here may have been recalled. It comes back by itself.
