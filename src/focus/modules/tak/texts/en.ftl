tak-title = TAK devices
tak-permission-manage = Decide which TAK devices see crews and incidents
tak-event-ClientAdded = TAK device let in
tak-event-ClientEnded = TAK device no longer let in

error-tak-client-unknown = This TAK device no longer exists.
error-tak-unit-unknown = This unit does not exist.
error-tak-not-listening = The operator of this server lets no TAK devices in yet.
