menu-none = Your zone has not switched on any modules for your function yet.
lock-hint = By itself after { $n } min without a touch
