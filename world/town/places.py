"""What the region's places are called. NIS codes 999xx and postcodes 59xx belong to nobody."""

from __future__ import annotations

from dataclasses import dataclass

origin = (4.86, 51.03)
"""Longitude and latitude (EPSG:4326) of the Markt of Lindebeek."""


@dataclass(frozen=True)
class Municipality:
    """A place with its own streets; `at` is its centre in metres east and north of Lindebeek."""

    name: str
    name_fr: str
    nis: str
    postcode: str
    region: str
    share: float
    at: tuple[float, float]

    @property
    def languages(self) -> tuple[str, ...]:
        return {"V": ("nl",), "W": ("fr",), "B": ("nl", "fr")}[self.region]


municipalities = (
    Municipality("Lindebeek", "Lindebeek", "99901", "5990", "V", 0.42, (0, 0)),
    Municipality("Molenheide", "Molenheide", "99902", "5991", "V", 0.20, (5600, 1900)),
    Municipality("Vaartdonk", "Vaartdonk", "99903", "5992", "V", 0.12, (2300, -5200)),
    Municipality("Hoogbeemd", "Hoogbeemd", "99904", "5993", "V", 0.09, (-4900, 3400)),
    Municipality("Wilgenrode", "Wilgenrode", "99905", "5994", "V", 0.07, (-5300, -3300)),
    Municipality("Tillerive", "Tillerive", "99906", "5995", "W", 0.06, (-900, -9800)),
    Municipality("Zavelbrug", "Pont-au-Sable", "99907", "5996", "B", 0.04, (7900, -4300)),
)

fixed_streets: dict[str, tuple[str, ...]] = {
    "Lindebeek": (
        "Stationsstraat",
        "Kapelstraat",
        "Molenstraat",
        "Schoolstraat",
        "Nieuwstraat",
        "Kloosterstraat",
        "Weversstraat",
        "Oude Baan",
        "Stationslaan",
        "Bosdreef",
        "Lindelaan",
        "Molenheidesteenweg",
        "Beekstraat",
        "Abdijlaan",
        "Spinnerijstraat",
        "Oude Heirbaan",
    ),
    "Molenheide": (
        "Dorpsstraat",
        "Kapelstraat",
        "Heidestraat",
        "Kerkstraat",
        "Molenstraat",
        "Pastoriestraat",
        "Nieuwstraat",
        "Veldstraat",
        "Lindebeeksesteenweg",
        "Hoogstraat",
        "Bergstraat",
        "Schoolstraat",
        "Eikendreef",
        "Sportlaan",
        "Vennedreef",
        "Ginderheide",
    ),
}
"""Streets that stand in every world, in the order in which they leave the market place."""

stems_nl = """Linde, Beuken, Eiken, Kastanje, Wilgen, Populieren, Berken, Elzen, Hazelaar, Acacia, Esdoorn,
Iepen, Vlier, Meidoorn, Sparren, Dennen, Kersen, Appel, Peren, Pruimen, Noten, Rozen, Tulpen, Leeuwerik,
Merel, Nachtegaal, Zwaluw, Vinken, Spechten, Uilen, Reiger, Kievit, Fazanten, Patrijzen, Koekoek, Valken,
Duiven, Mussen, Ooievaar, Hazen, Vossen, Eekhoorn, Egel, Dassen, Bever, Klaver, Koren, Haver, Tarwe, Gerste,
Vlas, Hop, Hooi, Akker, Weide, Veld, Broek, Beemd, Heide, Bos, Berg, Dal, Bron, Beek, Vijver, Sluis, Brug,
Haven, Kaai, Veer, Dijk, Polder, Meersen, Wijngaard, Boomgaard, Hoeve, Schuur, Molen, Smidse, Bakkers,
Brouwers, Wevers, Leerlooiers, Kuipers, Timmer, Metsers, Schoenmakers, Visser, Herders, Boeren, Burgers,
Ridder, Graven, Prinsen, Abdij, Klooster, Kerk, Kapel, Pastorij, Kasteel, Toren, Poort, Vest, Gasthuis,
School, Fabriek, Steenbakkerij, Spinnerij, Tram, Spoor, Vrijheid, Vrede, Gemeente, Dorps, Zand, Leem, Steen,
Kiezel, Kolen, Zonne, Maan, Sterren, Noorder, Zuider, Ooster, Wester, Hoge, Lage, Lange, Korte, Kromme,
Groene, Zilver"""

suffixes_nl = "straat, laan, weg, dreef, hof, pad, plein, baan"

stems_fr = """de la Station, de l'Église, du Moulin, des Écoles, Neuve, du Château, de la Chapelle, des
Tilleuls, des Chênes, des Hêtres, des Bouleaux, des Saules, des Peupliers, des Érables, du Bois, des Champs,
des Prés, de la Fontaine, du Puits, de la Rivière, du Pont, du Canal, de l'Écluse, de la Gare, du Marché,
Haute, Basse, Longue, Courte, Verte, des Combattants, de la Paix, de la Liberté, du Progrès, de l'Industrie,
des Tanneurs, des Tisserands, des Brasseurs, des Forgerons, du Four, des Jardins, des Vergers, des
Cerisiers, des Pommiers, des Roses, des Lilas, des Alouettes, des Hirondelles, des Mésanges, du Rossignol,
du Calvaire, de l'Abbaye, du Couvent, du Presbytère, de l'Hospice, des Remparts, de la Tour, de la Porte,
des Carrières, du Sable, de la Grotte, du Soleil, de la Colline, du Vallon, de la Vallée, de la Plaine, du
Ruisseau"""

kinds_fr = "Rue, Avenue, Chemin, Place, Clos, Sentier"

quarters_nl = ("Centrum", "Vaartkant", "Abdijwijk", "Molenveld", "Oude Baan", "Stationsbuurt", "Bosrand")
quarters_fr = ("Centre", "Canal", "Abbaye", "Moulin", "Vieux Chemin", "Quartier de la Gare", "Orée du Bois")
