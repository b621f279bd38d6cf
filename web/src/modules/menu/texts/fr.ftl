menu-none = Votre zone n’a pas encore activé de modules pour votre fonction.
lock-hint = De lui-même après { $n } min sans toucher
