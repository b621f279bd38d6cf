admin-title = Verwaltung
admin-hint = Personen, Geräte, Module
