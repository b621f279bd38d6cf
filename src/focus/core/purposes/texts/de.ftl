purposes-title = Zwecke und Aufgaben
purposes-permission-manage = Zwecke verwalten
purposes-kind-control = Kontrolle
purposes-kind-incident = Einsatz
purposes-kind-case = Akte
purposes-kind-check = Wohnsitzkontrolle
purposes-reviewed-no = Vorschlag: Rechtsgrundlage prüfen lassen und anpassen
purposes-event-TaskStarted = Aufgabe begonnen
purposes-event-TaskEnded = Aufgabe beendet
purposes-event-PurposeAdded = Zweck hinzugefügt
purposes-event-PurposeEdited = Zweck geändert
purposes-event-Consulted = Eingesehen
error-purposes-missing = Zuerst wählen, warum gesucht wird.
error-purposes-unknown = Diesen Zweck gibt es hier nicht, oder er wird nicht mehr verwendet.
error-purposes-not-allowed = Die Funktion erlaubt diesen Zweck nicht.
error-purposes-reference-missing = Dieser Zweck verlangt einen Bezug, etwa die Nummer eines Einsatzes oder einer Akte.
error-purposes-reference-not-accepted = Dieser Bezug gilt nicht für diesen Zweck. Es gelten: { $incident ->
    [0] {""}
   *[1] der eines Einsatzes
  }{ $case ->
    [0] {""}
    [1] der einer Akte
   *[2] {", "}der einer Akte
  }{ $control ->
    [0] {""}
    [1] die Nummer Ihrer Kontrolle
   *[2] {", "}die Nummer Ihrer Kontrolle
  }{ $self ->
    [0] {""}
    [1] ein selbst angegebener
   *[2] {", "}ein selbst angegebener
  }.
error-purposes-reference-invalid = Diese Nummer ist nicht möglich: höchstens 64 Buchstaben und Ziffern.
error-purposes-reason-missing = { $because ->
    [self] Diese Nummer geben Sie selbst an: Weder ein Einsatz noch eine Akte kennt sie hier. Geben Sie deshalb in einigen Worten an, warum.
   *[purpose] Den Grund in einigen Worten angeben.
  }
error-purposes-accepts-missing = Geben Sie an, welche Bezüge dieser Zweck annimmt.
error-purposes-task-unknown = Diese Aufgabe ist nicht (mehr) Ihre.
error-purposes-title-missing = Einen Titel angeben, höchstens 120 Zeichen.
error-purposes-basis-missing = Die Rechtsgrundlage angeben, höchstens 200 Zeichen.
error-purposes-code-invalid = Ein Code besteht aus Kleinbuchstaben, Ziffern und Unterstrichen.
error-purposes-code-taken = Diesen Zweck gibt es schon.
error-purposes-data-unknown = Es gibt keine Datenart { $kind }.
error-purposes-function-unknown = Die Funktion { $function } gibt es nicht.
