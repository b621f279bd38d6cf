leaving-title = Sign out?
leaving-outbox = Still to be sent: { $n }. It leaves also when you are signed out.
leaving-stay = Stay signed in
