"""Given names whose spellings differ more than their letters' sounds explain."""

from __future__ import annotations

from collections.abc import Mapping

_GROUPS = """
ahmed ahmad achmed ahmet
aicha aisha ayse aysha aiesha
ali aly
amina aminah aamina
fatima fatma fatimah fatema
hassan hasan hassane
hussein hussain hossein husayn houssein hoessein hossain
ibrahim ebrahim brahim ibraheem
ilyas elias ilias ilyass
jamal djamal gamal jamaal
karim kareem kerim
khadija khadidja hadija khadijah
mohammed muhammad mohamed mohammad mohamad muhammed mouhamed mohamud
mustafa mostafa moustafa mustapha mostapha
omar umar omer oumar
osman othman ousmane usman
rachid rashid rasheed
said saeed sayid saied
salim saleem selim
suleiman sulaiman soulaimane suleyman souleymane soliman
youssef yusuf yousef yusef youcef yussuf yousouf
yasin yassin yassine yaseen
zaynab zineb zainab zeynep zeinab
aleksandr alexander aleksander oleksandr
mykola nikolai nikolay mikola
serhii sergei sergey serhiy sergej
volodymyr vladimir wladimir
yevhen yevgeni evgeny evgeni jevgeni
andriy andrei andrey andrij
mykhailo mikhail michail mikhaylo
jozef josef joseph jozeph
"""

SPELLINGS: Mapping[str, int] = {
    spelling: group for group, line in enumerate(_GROUPS.split("\n")) for spelling in line.split()
}
"""Folded given name → its group; of one sex each."""
