purposes-title = Purposes and tasks
purposes-permission-manage = Manage purposes
purposes-kind-control = Control
purposes-kind-incident = Incident
purposes-kind-case = Case
purposes-kind-check = Residence check
purposes-reviewed-no = Proposal: have the legal basis checked and adapt it
purposes-event-TaskStarted = Task started
purposes-event-TaskEnded = Task ended
purposes-event-PurposeAdded = Purpose added
purposes-event-PurposeEdited = Purpose changed
purposes-event-Consulted = Consulted
error-purposes-missing = First choose why you look this up.
error-purposes-unknown = There is no such purpose here, or it is out of use.
error-purposes-not-allowed = Your function may not use this purpose.
error-purposes-reference-missing = This purpose needs a reference, such as the number of an incident or a case.
error-purposes-reference-not-accepted = This reference does not count for this purpose. Accepted: { $incident ->
    [0] {""}
   *[1] that of an incident
  }{ $case ->
    [0] {""}
    [1] that of a case
   *[2] {", "}that of a case
  }{ $control ->
    [0] {""}
    [1] the number of your control
   *[2] {", "}the number of your control
  }{ $self ->
    [0] {""}
    [1] one that you give yourself
   *[2] {", "}one that you give yourself
  }.
error-purposes-reference-invalid = This number cannot be: at most 64 letters and digits.
error-purposes-reason-missing = { $because ->
    [self] You give this number yourself: no incident and no case here knows it. So say in a few words why.
   *[purpose] Give the reason in a few words.
  }
error-purposes-accepts-missing = Say whose references this purpose accepts.
error-purposes-task-unknown = This task is not yours, or no longer.
error-purposes-title-missing = Give a title, of 120 characters at most.
error-purposes-basis-missing = Give the legal basis, in 200 characters at most.
error-purposes-code-invalid = A code consists of small letters, digits and underscores.
error-purposes-code-taken = There is such a purpose already.
error-purposes-data-unknown = There is no kind of data { $kind }.
error-purposes-function-unknown = There is no function { $function }.
