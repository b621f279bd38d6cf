# The shell's texts. Short, the officer's own words; verb first on buttons.

## Frame
skip = Skip to content
pane-list = List
pane-detail = Detail
tabs-label = Main menu
tab-today = Today
tab-map = Map
tab-search = Search
tab-chat = Chat
tab-menu = Menu
online = Connected
offline = No network
connection-online = The server last answered at { $at }.
connection-offline = No connection since { $since }. The app keeps trying by itself.
connection-last = Last answer: { $at }.
connection-never = No answer yet since the app was opened.
lock = Lock
close = Close
back = Back
undo = Undo
again = Again
change = Change
choose = Choose
clear = Clear
more = Show more
since = since { $time }
until = until { $time }
years = { $n } years
quoted = “{ $text }”

## Ages and durations
age-now = now
age-minutes = { $n } min
age-hours = { $n } h
age-days = { $n } d
age-months = { $n } mo
age-years = { $n } y
age-unknown = age unknown
seconds = { $n } s

## Failures
error-unexpected = Something went wrong. Try again.
error-unreachable = The server does not answer. Nothing left without coming back: try again.
error-sign-in-turned-back = You are not signed in with your organisation. Try again.
error-sign-in-not-from-here = This sign-in was not begun in this window, or was already used. Start again.

## Emergency
emergency = SOS
emergency-label = SOS: hold for one second
emergency-title = Emergency call
emergency-text = This button does not send an alarm to your crew or the control room yet. Call, or use your radio.
emergency-101 = Call 101, police
emergency-112 = Call 112, fire and ambulance
emergency-radio = Your radio’s emergency key always works, also without this app.

## App
update-title = New version ready
update-text = It is used only once you reload.
update-now = Reload
install-title = Put FOCUS on your screen
install-text = The app then opens without network and the browser deletes nothing.
install-ios = Tap Share and choose “Add to Home Screen”. Otherwise Safari deletes the app after seven days.
install-now = Install
install-later = Later

## Today
today-me = { $name }, my details
today-off = Not switched on yet
off-map = Map
off-chat = Chat and contacts
off-briefing = Briefing
off-checks = Residence checks and conditions
off-text = Not switched on in your zone yet
offline-title = You work on without network
offline-text = This is the state from before { $since }. Lookups wait for the network.
offline-nothing = Nothing is kept on this device yet. Lookups wait for the network.
not-on-map = The map is not switched on in your zone yet
not-on-map-text = Incidents, crews and areas will come here, also without network.
not-on-chat = Chat is not switched on in your zone yet
not-on-chat-text = Conversations, contacts and urgent messages will come here, encrypted from device to device.

## Task and purpose
task-none = No task running
task-none-text = With a task every lookup carries its purpose and reference by itself.
task-start = Start a task
task-start-now = Start
task-kind = Kind of task
task-kind-control = Control
task-kind-incident = Incident
task-kind-case = Case
task-kind-check = Residence
task-mine-control = My control
task-mine-incident = My incident
task-mine-case = My case
task-mine-check = My residence check
task-reference-own = Reference
task-reference-auto = numbered by itself
task-title = Description
task-title-hint = Traffic control Station Square
task-end = End
task-ended = { $reference } ended
task-end-failed = Not ended. Try again.
task-done = Check done
purpose-none = No purpose chosen yet
purpose-title = Why do you look this up?
purpose-change = Change the purpose
purpose-choose = Choose the purpose
purpose-needs-reference = with reference
purpose-reference = Reference
purpose-reference-optional = Reference (optional)
purpose-reason = Reason
purpose-reason-optional = Reason (optional)
purpose-reason-hint = A neighbour’s call
purpose-logged = Purpose and reason are in the log before anything is shown.
purpose-task = Back to { $reference }
purpose-task-text = Purpose of your running task
purpose-use = Use this purpose

## Search
seek-title = Search
seek-none-title = No question yet
seek-none-text = The answer comes here, source by source.
seek-offline-title = No network
seek-offline-text = Lookups wait until the server answers again.
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
ask = Search
ask-new = New question
ask-label = What are you looking for?
ask-placeholder = Name, plate, address…
readings-label = Understood as
readings-hint = Meant otherwise? Choose another reading or change the question.
query-edit = Change the question
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
verdict-pending = Not all in
verdict-pending-running = Not all answers in
verdict-pending-line = Nothing so far: no green.
verdict-stopped-line = Stopped before all were in: no green.
verdict-silent-line = { $n ->
    [one] One source that matters stayed silent: no green.
   *[other] { $n } sources that matter stayed silent: no green.
}
verdict-incomplete-line = Not every source that matters has answered.
verdict-green-line = Every source that matters has answered.
verdict-still-asking = Not all answers in yet
to-card = To the card
verdict-more = + { $n } other reasons
role-holder = Holder. Is he the driver?
verdict-holder = Holder: { $reason }
verdict-reasons = { $n } reasons
verdict-count = { $answered } of { $asked }

## Sources of an answer
meter-of = of
meter-in = in
meter-asking = The question goes out
meter-slow = slow
sources-title = Sources
sources-answered = answered
sources-silent = silent
sources-closed = closed
sources-spoken = Sources: { $answered } of { $asked } answered, { $silent } silent, { $closed } closed for this purpose
source-state-asked = Still answering
source-state-slow = Slow
source-state-answered = Answered
source-state-empty = Nothing found
source-state-silent = Silent, no answer
source-state-failed = Unreadable answer
source-state-cancelled = Not waited for
source-state-closed = Closed for this purpose
source-state-unsuited = Cannot take this question
source-records = { $n ->
    [one] 1 record
   *[other] { $n } records
}
source-matters = counts for the verdict
source-waiting = still answering
source-slow = is slow
source-again = Being asked again.
source-closed = Closed for this purpose.
again-source = Again: { $source }
again-all = Ask all { $n } again
missing-silent = Silent. No answer is not “nothing known”.
missing-stopped = Not waited for. No answer is not “nothing known”.
names-more = { $names } and { $n } more
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
menu-me = Devices, language, my lookups
menu-none = Your zone has not switched on any modules for your function yet.
me-title = Me
me-language = Language
me-theme = Light
theme-auto = As device
theme-light = Day
theme-dark = Night
me-devices = My devices
me-sessions = My sessions
device-here = This device
device-enrolled = Enrolled { $at }
device-revoke = Revoke
device-revoke-label = Revoke { $name }
device-revoke-title = Revoke { $name }?
device-revoke-text = That device loses the server at once. It comes back only with a new code from your supervisor.
device-revoked = { $name } revoked
session-here = This session
session-locked = Locked on another device
session-other = Open on another device
session-times = from { $from } to { $to }
lock-now = Lock now
lock-hint = By itself after { $n } min without a touch
sign-out = Sign out
my-lookups-hint = As oversight sees them
my-lookups-as-seen = As oversight sees them
my-lookups-none = No lookups yet
my-lookups-none-text = Every lookup comes here with its purpose, sources and verdict.
log-sources = { $answered } of { $asked } sources answered
log-silent = { $n } silent
log-closed = { $n } closed

## Door: sign-in, enrolment, lock
sign-in-title = Sign in
sign-in-text = With this device’s passkey: finger, face or code.
sign-in-unknown-device = This device is not enrolled yet. Ask your supervisor for a code.
sign-in-no-passkeys = This browser does not know passkeys. Use a recent Chrome, Edge, Firefox or Safari.
sign-in-now = Sign in
sign-in-choose = In which function do you work now?
sign-in-organisation = Sign in through your organisation
sign-in-organisation-code = Code of your organisation
sign-in-organisation-go = Continue at your organisation
sign-in-organisation-unknown = Only once this device is enrolled. Ask your supervisor for a code.
enrol-start = Enrol this device
enrol-title = Enrol this device
enrol-text = Your supervisor’s code is good for ten minutes, once.
enrol-code = Code
enrol-name = Name of this device
enrol-name-phone = Service phone
enrol-name-desk = Desk
enrol-now = Enrol
enrol-back = Back to sign-in
enrol-done = Device enrolled
enrol-done-text = From now on you sign in here with your passkey.
demo-title = Demonstration: continue as
demo-find = Find a name or service
demo-nobody = Nobody of that name.
demo-text = All people and records are invented.
locked-title = Locked
locked-text = Nothing is left on the screen or in memory.
locked-by = { $name }, show that it is you.
locked-offline = Unlocking waits until the server answers again.
unlock = Unlock
step-up-title = Show that it is you
step-up-text = For this act the app asks for your passkey again.
step-up-now = Confirm

## Functions that an organisation starts with; it may have others of its own
function-officer = Officer
function-ward_officer = Ward officer
function-shift_leader = Shift leader
function-information_desk = Information desk
function-dispatcher = Dispatcher
function-zone_administrator = Zone administrator
function-administrator = Administrator
function-federal_support = Federal support
function-dpo = Data protection officer
function-oversight = Oversight
function-prosecutor = Public prosecutor
function-judge = Judge
function-justice_assistant = Justice assistant
function-population_clerk = Population clerk
