readings-hint = Meant otherwise? Choose another reading or change the question.
source-state-asked = Still answering
source-state-slow = Slow
source-state-answered = Answered
source-state-empty = Nothing found
source-state-silent = Silent, no answer
source-state-failed = Unreadable answer
source-state-cancelled = Not waited for
source-state-closed = Closed for this purpose
source-state-unsuited = Cannot take this question
source-records = { $n ->
    [one] 1 record
   *[other] { $n } records
}
again-source = Again: { $source }
again-all = Ask all { $n } again
source-unread = { $n ->
    [one] 1 record could not be read
   *[other] { $n } records could not be read
}
