## Frame
clear = Clear
more = Show more
until = until { $time }
years = { $n } years
quoted = “{ $text }”

## Ages and durations
age-unknown = age unknown

## Task and purpose
task-end-failed = Not ended. Try again.
task-done = Check done

## Search
seek-title = Search
seek-none-title = No question yet
seek-none-text = The answer comes here, source by source.
seek-offline-title = No network
seek-offline-text = A question can be asked only when the network is back.
my-lookups = My lookups
recent = Latest lookups
recent-in-task = Earlier in this task
kinds-title = One field understands all
kinds-name = Name
kinds-name-hint = date optional
kinds-plate = Plate
kinds-plate-hint = foreign too
kinds-document = Document, eID
kinds-document-hint = or the MRZ
kinds-address = Address
kinds-address-hint = street, number
kinds-phone = Phone
kinds-phone-hint = however written
kinds-other = VIN, company
kinds-other-hint = or serial number
sources-open = { $open } of { $all } sources open
sources-open-hint = Which, and why not
ask-new = New question
ask-label = What are you looking for?
ask-placeholder = Name, plate…
readings-label = Understood as
query-edit = Change the question
query-whole = Show the whole question
query-less = Show less
reading-plate = Plate
reading-plate-be = Belgian plate
reading-plate-foreign = Foreign plate
reading-national_number = National number
reading-bis_number = BIS number
reading-document = Document
reading-vin = VIN
reading-company = Company number
reading-phone = Phone
reading-name = Name
reading-name_birth = Name and date
reading-address = Address
reading-object = Serial number
reading-pv = Report number

## Verdict
verdict-wanted = Wanted
verdict-stolen = Stolen
verdict-danger = Danger
verdict-breach = Breach
verdict-attention = Caution
verdict-nothing = Nothing
verdict-incomplete = Incomplete
verdict-pending-line = Nothing so far: no green.
verdict-stopped-line = Stopped before all were in: no green.
verdict-green-line = Every source that matters has answered.
verdict-still-asking = Not all answers in yet
to-card = To the card
verdict-more = + { $n } other reasons
role-holder = Holder. Is he the driver?
verdict-reasons = { $n } reasons
verdict-count = { $answered } of { $asked }
verdict-who = Who?
verdict-not_found = Not found
verdict-not_all = Not all checked
verdict-pending-running = Not all yet
verdict-who-line = { $n } fit: choose one.
verdict-not_found-line = No register knows this.
verdict-not_found-hint = Check digits and letters.
verdict-green-also = Also checked: { $names }
verdict-green-many = { $n } others checked too.
verdict-lacks = { $what }: no green.
verdict-lacks-all = Nothing was answered: no green.
lacks-silent = { $n ->
    [one] 1 answer missing
   *[other] { $n } answers missing
}
lacks-closed = { $n } not asked
lacks-unrun = { $n } not checked
verdict-one-of = { $n } of { $all }
verdict-whose = { $whose }: { $reason }
to-check = To who was checked
check-why-purpose = Closed for this purpose
check-why-log = Not checked: the log gave no answer
check-why-many = { $n } residents not checked
check-residents = Check all { $n } residents
check-residents-runs = All residents are being checked
check-why-form = Not checked: too little known
check-why-unknown = Nobody known
check-nameless = Who belongs to it

## Sources of an answer
missing-unrun = Not checked: no green.
missing-reading = Can be read this way too, not asked: tap to ask.
missing-besides = Silent too, no weight for the verdict: { $names }
sources-unrun = not checked
source-nameless = Unnamed source
readings-else = Can also be read as
sources-spoken = Answers: { $answered } of { $asked }, { $silent } silent, { $closed } closed for this purpose, { $unrun } not checked
meter-of = of
meter-in = in
meter-asking = The question goes out
meter-slow = slow
sources-title = Sources
sources-answered = answered
sources-silent = silent
sources-closed = closed
source-matters = counts for the verdict
source-waiting = still answering
source-slow = is slow
source-again = Being asked again.
source-closed = Closed for this purpose.
missing-silent = Silent. No answer is not “nothing known”.
missing-stopped = Not waited for. No answer is not “nothing known”.
results-no-cards = No records from the sources that answered.
stop = Stop searching
card-all = All { $n } facts
card-fewer = Fewer facts
card-photo = Photo
split = Split
split-person = Not him
split-label = { $undo }: { $title }
split-title = What does not belong here?
split-text = The source you choose gets a card of its own. Your choice goes in the log.
split-done = Split

## Menu and me
my-lookups-hint = As oversight sees them

## Scanning
scan = Scan
readings-several = There are several things in it: tap the one you want to ask.
zone-unasked = Of this document not asked yet
zone-title = From the document
zone-name = Name
zone-born = Born
zone-sex = Sex
zone-nationality = Nationality
zone-number = Document
zone-expires = Valid until
zone-expired = This document has expired.
zone-fault = The check digit is wrong: { $field }. Compare with the card.
zone-repaired = A sign was chosen by the check digit (O or 0, I or 1 …). Compare the number with the card.
zone-fault-number = document number
zone-fault-birth = birth date
zone-fault-expires = validity
zone-fault-optional = free field
zone-fault-whole = all lines
beside-same = Agrees with what you said: { $words }
beside-other = Not found again: { $words }. The source says: { $known }

## Hits
hit-at = Hit at { $source }
hit-details = Ask for the details
hit-asking = Asking…
apart-since = A colleague held this apart on { $time }
rejoin = Same person after all

## Sources
health-title = State of the sources
health-hint = Who answers, who does not, and why
