today-me = { $name }, my details
offline-title = You work on without network
offline-text = As it was before { $since }. What you do leaves by itself later.
offline-nothing = Nothing is kept on this device yet.
