later-promise = A question waits, encrypted, and runs when the network is back, within 8 hours.
later-kept = No network. The question waits, encrypted, on this device.
later-title = Waiting for the network
later-ran = Answered after waiting
later-asked = asked { $at }
later-until = asked { $asked }, waits until { $at }
later-expired = Expired at { $at }; not asked.
later-done = Answered after waiting: { $question }: { $verdict }
later-count = { $n } answered after waiting
later-withdraw = Withdraw
later-withdraw-label = { $away }: { $question }
later-remove = Remove
later-again = Ask again
later-again-label = Ask again: { $question }
later-lost = { $n } that waited on this device can no longer be read and were not sent.
later-lost-at-sign-out = Questions still waiting: { $n }. Once you sign out they will not be asked.
later-undone = { $n } not carried out
later-undone-title = Not carried out

stop-person = Stop
stop-label = Stop: { $name }
stop-unknown = Stop without a card
stops-mine = My stops
stops-figures = Figures
stops-refused = { $n } refused

compare-title = Side by side
relations-title = Relations
