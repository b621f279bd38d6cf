error-sync-delivery-unsigned = Dit toestel is hier niet bekend.
error-sync-item-unsealable = Dit kan niemand lezen: het is beschadigd of voor een andere sleutel verzegeld.
error-sync-author-unknown = Dit is niet gedaan in een geopende sessie op dit toestel.
error-sync-action-unknown = De server kent deze handeling niet. Werk de app bij.
sync-event-Pulled = Naar het toestel gehaald
sync-event-ItemRefused = Van een toestel gekomen, geweigerd
sync-event-GapFound = Er ontbreekt iets uit de reeks van een toestel
sync-event-ClockOff = De klok van een toestel loopt verkeerd
