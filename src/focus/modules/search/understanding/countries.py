"""One country for each way to write it: ISO 3166-1, ICAO Doc 9303, and the sign that vehicles carry.

Sources: ISO 3166-1 (alpha-2, alpha-3); ICAO Doc 9303 part 3, section 5 (its own codes); the distinguishing
signs of the UN conventions of 1949 and 1968 on road traffic. Where a sign is another country's ISO code
(`SY`: Syria, and on cars the Seychelles) the ISO code is meant, for that is what registers write.
"""

from __future__ import annotations

ANY = "?"
"""A country that nobody told: it may be each of them."""

_ISO = """
AD:AND AE:ARE AF:AFG AG:ATG AI:AIA AL:ALB AM:ARM AO:AGO AQ:ATA AR:ARG AS:ASM AT:AUT AU:AUS AW:ABW AX:ALA
AZ:AZE BA:BIH BB:BRB BD:BGD BE:BEL BF:BFA BG:BGR BH:BHR BI:BDI BJ:BEN BL:BLM BM:BMU BN:BRN BO:BOL BQ:BES
BR:BRA BS:BHS BT:BTN BV:BVT BW:BWA BY:BLR BZ:BLZ CA:CAN CC:CCK CD:COD CF:CAF CG:COG CH:CHE CI:CIV CK:COK
CL:CHL CM:CMR CN:CHN CO:COL CR:CRI CU:CUB CV:CPV CW:CUW CX:CXR CY:CYP CZ:CZE DE:DEU DJ:DJI DK:DNK DM:DMA
DO:DOM DZ:DZA EC:ECU EE:EST EG:EGY EH:ESH ER:ERI ES:ESP ET:ETH FI:FIN FJ:FJI FK:FLK FM:FSM FO:FRO FR:FRA
GA:GAB GB:GBR GD:GRD GE:GEO GF:GUF GG:GGY GH:GHA GI:GIB GL:GRL GM:GMB GN:GIN GP:GLP GQ:GNQ GR:GRC GS:SGS
GT:GTM GU:GUM GW:GNB GY:GUY HK:HKG HM:HMD HN:HND HR:HRV HT:HTI HU:HUN ID:IDN IE:IRL IL:ISR IM:IMN IN:IND
IO:IOT IQ:IRQ IR:IRN IS:ISL IT:ITA JE:JEY JM:JAM JO:JOR JP:JPN KE:KEN KG:KGZ KH:KHM KI:KIR KM:COM KN:KNA
KP:PRK KR:KOR KW:KWT KY:CYM KZ:KAZ LA:LAO LB:LBN LC:LCA LI:LIE LK:LKA LR:LBR LS:LSO LT:LTU LU:LUX LV:LVA
LY:LBY MA:MAR MC:MCO MD:MDA ME:MNE MF:MAF MG:MDG MH:MHL MK:MKD ML:MLI MM:MMR MN:MNG MO:MAC MP:MNP MQ:MTQ
MR:MRT MS:MSR MT:MLT MU:MUS MV:MDV MW:MWI MX:MEX MY:MYS MZ:MOZ NA:NAM NC:NCL NE:NER NF:NFK NG:NGA NI:NIC
NL:NLD NO:NOR NP:NPL NR:NRU NU:NIU NZ:NZL OM:OMN PA:PAN PE:PER PF:PYF PG:PNG PH:PHL PK:PAK PL:POL PM:SPM
PN:PCN PR:PRI PS:PSE PT:PRT PW:PLW PY:PRY QA:QAT RE:REU RO:ROU RS:SRB RU:RUS RW:RWA SA:SAU SB:SLB SC:SYC
SD:SDN SE:SWE SG:SGP SH:SHN SI:SVN SJ:SJM SK:SVK SL:SLE SM:SMR SN:SEN SO:SOM SR:SUR SS:SSD ST:STP SV:SLV
SX:SXM SY:SYR SZ:SWZ TC:TCA TD:TCD TF:ATF TG:TGO TH:THA TJ:TJK TK:TKL TL:TLS TM:TKM TN:TUN TO:TON TR:TUR
TT:TTO TV:TUV TW:TWN TZ:TZA UA:UKR UG:UGA UM:UMI US:USA UY:URY UZ:UZB VA:VAT VC:VCT VE:VEN VG:VGB VI:VIR
VN:VNM VU:VUT WF:WLF WS:WSM YE:YEM YT:MYT ZA:ZAF ZM:ZMB ZW:ZWE
"""
_ICAO = """
D:DE GBD:GB GBN:GB GBO:GB GBP:GB GBS:GB RKS:XK XKX:XK UNK:XK ROM:RO ZAR:CD TMP:TL UK:GB EL:GR
"""
"""ICAO's own codes and older ones → alpha-2. `UNO`, `UNA`, `EUE`, `XXA` … have no country: they stay."""

_SIGNS = """
A:AT AFG:AF AL:AL AM:AM AND:AD AUS:AU AZ:AZ B:BE BD:BD BDS:BB BF:BF BG:BG BH:BZ BIH:BA BOL:BO BR:BR BRN:BH
BRU:BN BW:BW BY:BY C:CU CAM:CM CDN:CA CH:CH CI:CI CO:CO CR:CR CY:CY CZ:CZ D:DE DK:DK DOM:DO DY:BJ DZ:DZ E:ES
EAK:KE EAT:TZ EAU:UG EC:EC ER:ER EST:EE ETH:ET F:FR FIN:FI FJI:FJ FL:LI FO:FO G:GA GBA:GG GBG:GG GBJ:JE
GBM:IM GBZ:GI GCA:GT GE:GE GH:GH GR:GR GUY:GY H:HU HK:HK HKJ:JO HN:HN HR:HR I:IT IL:IL IND:IN IR:IR IRL:IE
IRQ:IQ IS:IS J:JP JA:JM K:KH KS:KG KSA:SA KWT:KW KZ:KZ L:LU LAO:LA LAR:LY LT:LT LV:LV M:MT MA:MA MAL:MY MC:MC
MD:MD MEX:MX MGL:MN MNE:ME MOC:MZ N:NO NAM:NA NEP:NP NGR:NG NIC:NI NL:NL NMK:MK NZ:NZ OM:OM P:PT PA:PA PE:PE
PK:PK PL:PL PNG:PG PY:PY Q:QA RA:AR RC:TW RCA:CF RCB:CG RCH:CL RG:GN RH:HT RI:ID RIM:MR RKS:XK RL:LB RM:MG
RMM:ML RN:NE RO:RO ROK:KR RP:PH RSM:SM RUS:RU RWA:RW S:SE SGP:SG SK:SK SLO:SI SME:SR SN:SN SO:SO SRB:RS
SUD:SD SYR:SY T:TH TCH:TD TG:TG TJ:TJ TM:TM TN:TN TR:TR TT:TT UA:UA UAE:AE USA:US UZ:UZ V:VA VN:VN WAG:GM
WAL:SL WAN:NG YEM:YE YV:VE Z:ZM ZA:ZA ZW:ZW
"""


def _pairs(table: str) -> dict[str, str]:
    return {one: other for one, _, other in (pair.partition(":") for pair in table.split())}


_ALPHA_2 = _pairs(_ISO)
_ALL = (
    _pairs(_SIGNS)
    | {three: two for two, three in _ALPHA_2.items()}
    | {two: two for two in _ALPHA_2}
    | {"XK": "XK"}
    | _pairs(_ICAO)
)
_SIGN = {two: sign for sign, two in reversed(_pairs(_SIGNS).items()) if _ALL[sign] == two} | {"GB": "UK"}
"""Only signs that are no other country's code."""

SIGNS = frozenset(_pairs(_SIGNS)) | {"UK", "GB"}
"""What a vehicle may carry beside its plate."""
KNOWN = frozenset(_ALL)
"""Each way to write a country."""


def country(written: str) -> str:
    """ISO 3166-1 alpha-2; what is no country's code comes back in capitals (`UNO`, `XXA`)."""
    wide = written.strip().rstrip("<").upper()
    return _ALL.get(wide, wide)


def sign(written: str) -> str:
    """The sign that its vehicles carry, else the alpha-2 code: `DEU` → `D`, `gb` → `UK`."""
    two = country(written)
    return _SIGN.get(two, two)
