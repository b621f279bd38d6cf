menu-me = Devices, language, my lookups
me-title = Me
me-language = Language
me-theme = Light
theme-auto = As device
theme-light = Day
theme-dark = Night
