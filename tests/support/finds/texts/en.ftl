finds-title = Lost property
