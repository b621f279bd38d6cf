purposes-title = Finalités et tâches
purposes-permission-manage = Gérer les finalités
purposes-kind-control = Contrôle
purposes-kind-incident = Incident
purposes-kind-case = Dossier
purposes-kind-check = Enquête de domicile
purposes-reviewed-no = Proposition : faites vérifier et adapter la base légale
purposes-event-TaskStarted = Tâche commencée
purposes-event-TaskEnded = Tâche terminée
purposes-event-PurposeAdded = Finalité ajoutée
purposes-event-PurposeEdited = Finalité modifiée
purposes-event-Consulted = Consulté
error-purposes-missing = Choisissez d’abord pourquoi vous cherchez ceci.
error-purposes-unknown = Cette finalité n’existe pas ici ou n’est plus utilisée.
error-purposes-not-allowed = Votre fonction ne permet pas cette finalité.
error-purposes-reference-missing = Cette finalité demande une référence, comme le numéro d’un incident ou d’un dossier.
error-purposes-reference-not-accepted = Cette référence ne vaut pas pour cette finalité. Valent : { $incident ->
    [0] {""}
   *[1] celle d’un incident
  }{ $case ->
    [0] {""}
    [1] celle d’un dossier
   *[2] {", "}celle d’un dossier
  }{ $control ->
    [0] {""}
    [1] le numéro de votre contrôle
   *[2] {", "}le numéro de votre contrôle
  }{ $self ->
    [0] {""}
    [1] une référence que vous indiquez vous-même
   *[2] {", "}une référence que vous indiquez vous-même
  }.
error-purposes-reference-invalid = Ce numéro n’est pas valable : 64 lettres et chiffres au plus.
error-purposes-reason-missing = { $because ->
    [self] Vous indiquez ce numéro vous-même : aucun incident ni dossier ne le connaît ici. Dites donc pourquoi en quelques mots.
   *[purpose] Donnez la raison en quelques mots.
  }
error-purposes-accepts-missing = Dites quelles références cette finalité accepte.
error-purposes-task-unknown = Cette tâche n’est pas ou plus la vôtre.
error-purposes-title-missing = Donnez un titre, de 120 caractères au plus.
error-purposes-basis-missing = Donnez la base légale, en 200 caractères au plus.
error-purposes-code-invalid = Un code se compose de minuscules, de chiffres et de tirets bas.
error-purposes-code-taken = Cette finalité existe déjà.
error-purposes-data-unknown = Il n’y a pas de type de données { $kind }.
error-purposes-function-unknown = La fonction { $function } n’existe pas.
