leaving-title = Sign out?
leaving-outbox = Still to be sent: { $n }. It leaves also when you are signed out.
leaving-stay = Stay signed in
leaving-refused = Refused: { $n }. Once you sign out you can no longer read it or put it right here.
