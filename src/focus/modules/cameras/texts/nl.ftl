cameras-title = Camera's
