readings-hint = Autre chose ? Choisissez une autre lecture ou corrigez la question.
source-state-asked = Répond encore
source-state-slow = Lente
source-state-answered = A répondu
source-state-empty = Rien trouvé
source-state-silent = Muette, sans réponse
source-state-failed = Réponse illisible
source-state-cancelled = Pas attendue
source-state-closed = Fermée pour ce but
source-state-unsuited = Ne traite pas cette question
source-records = { $n ->
    [one] 1 donnée
   *[other] { $n } données
}
again-source = Réessayer : { $source }
again-all = Interroger les { $n } à nouveau
source-unread = { $n ->
    [one] 1 donnée n’a pas pu être lue
   *[other] { $n } données n’ont pas pu être lues
}
