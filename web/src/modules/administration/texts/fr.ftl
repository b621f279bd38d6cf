admin-title = Gestion
admin-hint = Personnes, appareils, modules
