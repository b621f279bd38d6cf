finds-title = Fundsachen
