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
lock = Lock
close = Close
back = Back
undo = Undo
again = Again
change = Change
choose = Choose
since = since { $time }

## Ages and durations
age-now = now
age-minutes = { $n } min
age-hours = { $n } h
age-days = { $n } d
age-months = { $n } mo
age-years = { $n } y
seconds = { $n } s

## Failures
error-unexpected = Something went wrong. Try again.
error-unreachable = The server does not answer. Nothing left without coming back: try again.
error-sign-in-turned-back = You are not signed in with your organisation. Try again.
error-sign-in-not-from-here = This sign-in was not begun in this window, or was already used. Start again.

## Emergency
emergency = SOS
emergency-label = SOS: hold for one second
emergency-hold = Hold for one second
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
off-map = Map
off-search = Search
off-chat = Chat and contacts
off-briefing = Briefing
off-checks = Residence checks and conditions
off-text = Not switched on in your zone yet
not-on-map = The map is not switched on in your zone yet
not-on-map-text = Incidents, crews and areas will come here, also without network.
not-on-search = Search is not switched on in your zone yet
not-on-search-text = Here the answers of all sources to one question will come.
not-on-chat = Chat is not switched on in your zone yet
not-on-chat-text = Conversations, contacts and urgent messages will come here, encrypted from device to device.

## Search
ask = Search

## Menu and me
lock-now = Lock now
sign-out = Sign out

## Door: sign-in, enrolment, lock
sign-in-title = Sign in
sign-in-text = With this device’s passkey: finger, face or code.
sign-in-unknown-device = This device is not enrolled yet. Ask your supervisor for a code.
sign-in-revoked = This device was withdrawn: you were signed out and everything was erased. Ask your supervisor for a new code.
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
function-reinforcement = Reinforcement
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

## Follow-up: questions that wait, stops, namesakes, relations
later-erased = Signed out: { $n } questions or registrations that waited on this device were erased and not sent.
