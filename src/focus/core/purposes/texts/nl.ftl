purposes-title = Doelen en taken
purposes-permission-manage = Doelen beheren
purposes-kind-control = Controle
purposes-kind-incident = Incident
purposes-kind-case = Dossier
purposes-kind-check = Woonstcontrole
purposes-reviewed-no = Voorstel: laat de wettelijke grond nazien en pas hem aan
purposes-event-TaskStarted = Taak begonnen
purposes-event-TaskEnded = Taak beëindigd
purposes-event-PurposeAdded = Doel toegevoegd
purposes-event-PurposeEdited = Doel gewijzigd
purposes-event-Consulted = Geraadpleegd
error-purposes-missing = Kies eerst waarom u dit opzoekt.
error-purposes-unknown = Dit doel bestaat hier niet, of is buiten gebruik.
error-purposes-not-allowed = Uw functie mag dit doel niet gebruiken.
error-purposes-reference-missing = Dit doel vraagt een referentie, zoals het nummer van een incident of een dossier.
error-purposes-reference-not-accepted = Deze referentie telt niet voor dit doel. Wel: { $incident ->
    [0] {""}
   *[1] die van een incident
  }{ $case ->
    [0] {""}
    [1] die van een dossier
   *[2] {", "}die van een dossier
  }{ $control ->
    [0] {""}
    [1] het nummer van uw controle
   *[2] {", "}het nummer van uw controle
  }{ $self ->
    [0] {""}
    [1] een die u zelf opgeeft
   *[2] {", "}een die u zelf opgeeft
  }.
error-purposes-reference-invalid = Dit nummer kan niet: hoogstens 64 letters en cijfers.
error-purposes-reason-missing = { $because ->
    [self] Dit nummer geeft u zelf op: geen incident en geen dossier hier kent het. Zeg daarom in enkele woorden waarom.
   *[purpose] Geef in enkele woorden de reden.
  }
error-purposes-accepts-missing = Zeg wiens referenties dit doel aanvaardt.
error-purposes-task-unknown = Deze taak is niet (meer) van u.
error-purposes-title-missing = Geef een titel, van hoogstens 120 tekens.
error-purposes-basis-missing = Geef de wettelijke grond, in hoogstens 200 tekens.
error-purposes-code-invalid = Een code bestaat uit kleine letters, cijfers en lage streepjes.
error-purposes-code-taken = Dit doel bestaat al.
error-purposes-data-unknown = Er bestaat geen soort gegevens { $kind }.
error-purposes-function-unknown = De functie { $function } bestaat niet.
