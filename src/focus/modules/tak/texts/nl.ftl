tak-title = TAK-toestellen
tak-permission-manage = Beslissen welke TAK-toestellen ploegen en incidenten zien
tak-event-ClientAdded = TAK-toestel toegelaten
tak-event-ClientEnded = TAK-toestel niet meer toegelaten

error-tak-client-unknown = Dit TAK-toestel bestaat niet meer.
error-tak-unit-unknown = Deze eenheid bestaat niet.
error-tak-not-listening = De beheerder van deze server laat nog geen TAK-toestellen toe.
