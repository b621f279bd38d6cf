followup-title = Follow-up
followup-permission-stop = Register stops
followup-permission-stop-figures = See figures on stops, without names

followup-ground-identity-check = Identity check
followup-ground-traffic = Traffic
followup-ground-suspicious = Suspicious behaviour
followup-ground-wanted = Signalled or wanted
followup-ground-event = Event or administrative measure
followup-ground-at-request = At request
followup-ground-other = Another ground
followup-basis-identity-check = Police Function Act art. 34 and 44/1
followup-basis-traffic = Police Function Act art. 16; Road Traffic Act 16.3.1968
followup-basis-suspicious = Police Function Act art. 34
followup-basis-wanted = Police Function Act art. 15
followup-basis-event = Police Function Act art. 14

followup-event-StopRecorded = Stop registered
followup-event-StopCorrected = Stop corrected
followup-event-StopWithdrawn = Stop withdrawn
followup-event-StopsErased = Stops erased after the retention period

error-followup-ground-unknown = There is no such ground in your organisation.
error-followup-ground-unexplained = Add a few words: this ground asks for them.
error-followup-nobody-stopped = Say who was stopped, or describe the person.
error-followup-moment-impossible = A stop lies in the last 72 hours.
error-followup-period-too-long = Choose a period of at most { $days } days.
error-followup-stop-unknown = You did not register this stop, or it does not exist.
error-followup-stop-settled = This stop was withdrawn, erased or is older than { $days } days: it stays as it is.
error-followup-change-unexplained = Say why, in a few words.
error-followup-nothing-corrected = Nothing was changed.

# What stands in the log from when this was a part of Search.
search-event-StopRecorded = { followup-event-StopRecorded }
search-event-StopCorrected = { followup-event-StopCorrected }
search-event-StopWithdrawn = { followup-event-StopWithdrawn }
search-event-StopsErased = { followup-event-StopsErased }
