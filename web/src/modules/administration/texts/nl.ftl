admin-title = Beheer
admin-hint = Mensen, toestellen, modules
