today-me = { $name }, my details
offline-title = You work on without network
offline-text = This is the state from before { $since }. Lookups wait for the network.
offline-nothing = Nothing is kept on this device yet. Lookups wait for the network.
