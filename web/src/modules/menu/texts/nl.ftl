menu-none = Uw zone zette nog geen modules aan voor uw functie.
lock-hint = Vanzelf na { $n } min zonder aanraking
