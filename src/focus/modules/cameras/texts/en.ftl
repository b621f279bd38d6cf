cameras-title = Cameras
cameras-permission-read = See plate hits while on duty
cameras-permission-act = Compare plate and picture, report the outcome
cameras-permission-feeds = Set up camera systems and handle messages in quarantine
cameras-permission-history = Look back at what cameras saw

cameras-event-FeedAdded = Camera system added
cameras-event-FeedEnded = Camera system ended
cameras-event-HitTold = Plate hit told by a camera system
cameras-event-HitJudged = Plate hit judged
cameras-event-HitsErased = Plate hits erased after the retention period
cameras-event-HistoryRefused = Look back at cameras refused
cameras-event-PictureSeen = Picture of a plate hit seen
cameras-event-MessageQuarantined = Message of a camera system put in quarantine
cameras-event-MessageResent = Message of a camera system taken out of quarantine and in
cameras-event-MessageDropped = Message of a camera system in quarantine dropped

error-cameras-hit-unknown = This hit does not exist, or you are not on duty.
error-cameras-feed-unknown = This camera system does not exist any more.
error-cameras-message-unknown = This message is no longer in quarantine.
error-cameras-not-confirmed = First compare the plate with the picture.
error-cameras-month-over = For this purpose you may look back { $days } days at most. Choose a judicial purpose, or a later start.
error-cameras-purpose-not-for-cameras = This purpose does not open what cameras saw.
error-cameras-nothing-asked = Give a plate or a camera, and an end after the start.
error-cameras-not-signed = The signature of this message is not right: { $why }
error-cameras-too-many = Too many messages. Try again in { $retry_after } seconds.
error-cameras-still-unreadable = This message cannot be taken in now either: { $why } { $path }
