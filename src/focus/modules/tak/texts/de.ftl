tak-title = TAK-Geräte
tak-permission-manage = Entscheiden, welche TAK-Geräte Streifen und Einsätze sehen
tak-event-ClientAdded = TAK-Gerät zugelassen
tak-event-ClientEnded = TAK-Gerät nicht mehr zugelassen

error-tak-client-unknown = Dieses TAK-Gerät gibt es nicht mehr.
error-tak-unit-unknown = Diese Einheit gibt es nicht.
error-tak-not-listening = Der Betreiber dieses Servers lässt noch keine TAK-Geräte zu.
