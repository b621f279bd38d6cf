tak-title = Appareils TAK
tak-permission-manage = Décider quels appareils TAK voient les équipes et les incidents
tak-event-ClientAdded = Appareil TAK admis
tak-event-ClientEnded = Appareil TAK qui n’est plus admis

error-tak-client-unknown = Cet appareil TAK n’existe plus.
error-tak-unit-unknown = Cette unité n’existe pas.
error-tak-not-listening = Le gestionnaire de ce serveur n’admet pas encore d’appareils TAK.
