pin-label = Code PIN de cet appareil
pin-what = Ouvre sans réseau ce qui se trouve sur cet appareil.
pin-wrong = { $left ->
    [one] Incorrect. Encore un essai, puis tout est effacé de cet appareil.
   *[other] Incorrect. Encore { $left } essais.
}
pin-open = Ouvrir avec le code PIN
confirm-text = Le réseau est revenu. Confirmez que c’est vous ; ce qui est à l’écran reste à l’écran.
confirm-now = Confirmer
error-unlock-other-passkey = Cette clé d’accès n’ouvre pas cet appareil sans réseau.
error-unlock-lease-over = Cet appareil est resté trop longtemps sans contact avec le serveur, ou son horloge a été reculée. Son contenu est effacé ; ce qui restait à envoyer attend toujours.
locked-waiting = { $n ->
    [one] Une question qui attend le réseau sera effacée à la déconnexion. Appuyez encore une fois pour vous déconnecter.
   *[other] { $n } questions qui attendent le réseau seront effacées à la déconnexion. Appuyez encore une fois pour vous déconnecter.
}
