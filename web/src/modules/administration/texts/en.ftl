admin-title = Administration
admin-hint = People, devices, modules
