webhooks-title = Messages to other systems
webhooks-permission-manage = Choose which systems are told
webhooks-permission-board = Follow messages to other systems and send failed ones again
webhooks-event-ReceiverAdded = System to be told added
webhooks-event-ReceiverEnded = System is told nothing more
webhooks-event-DeliveriesRevived = Failed messages sent again
webhooks-event-DeliveryDropped = Failed message dropped
webhooks-event-DeliveriesGivenUp = Messages to a system given up

error-webhooks-receiver-unknown = This system no longer exists.
error-webhooks-delivery-unknown = This message is no longer among the failed ones.
error-webhooks-kind-unknown = No module tells of “{ $kind }”.
error-webhooks-address-not-allowed = This address is not allowed: it must begin with https, and the operator of this server must first allow an address in a private network.
error-webhooks-too-many-receivers = An organisation can tell at most { $most } systems.
