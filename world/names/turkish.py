"""Turkish names, the commonest first."""

male = """Mehmet, Mustafa, Ahmet, Ali, Hüseyin, Hasan, İbrahim, Ömer, Yusuf, Emre, Murat, Osman, Halil,
Süleyman, Abdullah, Kemal, Ramazan, Recep, Fatih, Furkan, Burak, Can, Cem, Deniz, Emir, Enes, Eren, Ergün,
Erkan, Erol, Ertan, Adem, Adnan, Akın, Alper, Altan, Arda, Arif, Aslan, Atakan, Atilla, Aydın, Ayhan, Aykut,
Aziz, Bahadır, Baran, Barış, Bayram, Bekir, Berat, Berk, Berkay, Bilal, Birol, Bülent, Bünyamin, Cafer,
Cahit, Celal, Cemal, Cengiz, Cevdet, Cihan, Coşkun, Cüneyt, Davut, Dilaver, Doğan, Doğukan, Dursun, Engin,
Enver, Ercan, Erdal, Erdem, Erdoğan, Erhan, Ersin, Eyüp, Fahri, Faruk, Ferhat, Feridun, Fevzi, Fikret,
Gökhan, Gürkan, Güven, Hakan, Haluk, Hamit, Harun, Hayri, Hikmet, Hilmi, Hüsnü, Ilyas, İlhan, İlker, İsa,
İsmail, İsmet, İzzet, Kaan, Kadir, Kamil, Kazım, Kenan, Kerem, Koray, Kürşat, Levent, Lütfi, Mahmut, Mehmet
Ali, Melih, Mert, Mesut, Metin, Mevlüt, Miraç, Muhammed, Muhammet, Muharrem, Muzaffer, Nazım, Necati, Nihat,
Niyazi, Nuri, Nurettin, Oğuz, Okan, Oktay, Onur, Orhan, Özcan, Özgür, Polat, Rıza, Sabri, Sadık, Salih,
Sami, Savaş, Sedat, Selçuk, Selim, Semih, Serdar, Serhat, Serkan, Sinan, Şaban, Şahin, Şükrü, Taha, Tahir,
Talha, Taner, Tarık, Tayfun, Tolga, Tuncay, Turan, Turgut, Uğur, Ümit, Veli, Veysel, Volkan, Yakup, Yaşar,
Yasin, Yavuz, Yiğit, Yıldıray, Yılmaz, Yunus, Yunus Emre, Zafer, Zeki"""

female = """Fatma, Ayşe, Emine, Hatice, Zeynep, Elif, Meryem, Şerife, Zehra, Sultan, Hanife, Merve, Havva,
Zeliha, Esra, Fadime, Özlem, Hacer, Yasemin, Hülya, Cemile, Sevim, Gülsüm, Leyla, Dilek, Büşra, Aysel,
Songül, Kübra, Halime, Esma, Aynur, Hayriye, Kadriye, Tuğba, Sevgi, Rabia, Hatun, Sibel, Derya, Filiz, Aslı,
Asya, Aleyna, Arzu, Aslıhan, Asiye, Aygül, Ayla, Aylin, Aysun, Ayten, Azra, Bahar, Banu, Begüm, Belgin,
Bengü, Berfin, Berna, Betül, Beyza, Birgül, Burcu, Canan, Canset, Cansu, Ceren, Ceyda, Ceylan, Çiğdem,
Damla, Defne, Deniz, Dilan, Dilara, Döndü, Duygu, Ebru, Ece, Ecrin, Eda, Edanur, Emel, Esen, Eslem, Evrim,
Ezgi, Fatoş, Feride, Feriha, Figen, Funda, Gamze, Gizem, Gonca, Gül, Gülay, Gülcan, Güler, Gülistan,
Gülizar, Gülnur, Gülşen, Günay, Güneş, Habibe, Hafize, Hale, Hande, Handan, Hatice Nur, Hilal, İclal,
İlayda, İlknur, İpek, İrem, Kader, Kevser, Kezban, Kıymet, Lale, Mehtap, Melahat, Melek, Meliha, Melike,
Melis, Meltem, Mine, Müge, Münevver, Naciye, Nazan, Nazlı, Necla, Neslihan, Nesrin, Nihal, Nilay, Nilgün,
Nimet, Nisa, Nuray, Nurcan, Nurgül, Nuriye, Nursel, Öykü, Özge, Pelin, Pembe, Perihan, Pınar, Raziye,
Remziye, Rukiye, Ruken, Safiye, Saliha, Seda, Sedef, Sefa, Selda, Selin, Selma, Semra, Serap, Serpil, Sevda,
Sevinç, Seyhan, Sıla, Simge, Şengül, Şeyma, Şule, Sümeyye, Tuba, Tülay, Tülin, Türkan, Ümmühan, Vildan,
Yeliz, Yeter, Yıldız, Zerrin, Zübeyde, Züleyha"""

surnames = """Yılmaz, Kaya, Demir, Şahin, Çelik, Yıldız, Yıldırım, Öztürk, Aydın, Özdemir, Arslan, Doğan,
Kılıç, Aslan, Çetin, Kara, Koç, Kurt, Özkan, Şimşek, Polat, Korkmaz, Özcan, Çakır, Erdoğan, Yavuz, Can,
Acar, Şen, Aktaş, Güler, Yalçın, Güneş, Bozkurt, Bulut, Keskin, Ünal, Turan, Gül, Özer, Işık, Kaplan, Avcı,
Sarı, Tekin, Taş, Köse, Yüksel, Ateş, Aksoy, Çalışkan, Karaca, Kartal, Yiğit, Ak, Duman, Akın, Uçar, Akbaş,
Albayrak, Alkan, Altun, Altıntaş, Arıkan, Atalay, Ayaz, Aygün, Bal, Balcı, Baş, Başaran, Baysal, Bayrak,
Bayram, Bektaş, Bilgin, Bilici, Boz, Budak, Can, Candan, Cengiz, Ceylan, Coşkun, Çam, Çınar, Çiçek, Çiftçi,
Çoban, Dağ, Demirci, Demirel, Demirtaş, Deniz, Dinç, Dinçer, Dursun, Ekinci, Er, Eren, Ergin, Erkan, Erol,
Ersoy, Ertürk, Genç, Göçer, Gök, Gökçe, Göktaş, Güçlü, Gümüş, Güngör, Gürbüz, Güven, Güzel, İnan, İnce,
Kahraman, Karabulut, Karadağ, Karagöz, Karahan, Karakaya, Karakoç, Karakuş, Karaman, Karataş, Kaymak,
Kılınç, Kocabaş, Koçak, Koyuncu, Küçük, Metin, Oğuz, Oral, Orhan, Önal, Özbek, Özçelik, Özel, Özen, Özgür,
Özkaya, Parlak, Pekdemir, Sağlam, Savaş, Sezer, Soylu, Sönmez, Şeker, Tan, Taşkın, Tekgül, Temel, Toprak,
Topal, Tosun, Tunç, Türk, Türkmen, Uysal, Uzun, Ünlü, Varol, Yaman, Yaşar, Yazıcı, Yenigün, Yıldıran, Yurt,
Zengin, Zorlu"""

tail_prefixes = "Öz, Kara, Ak, Er, Gök, Demir, Gün, Ay"
tail_stems = """alp, bal, bay, bey, boğa, can, dağ, demir, dere, er, göz, han, kan, kaya, kılıç, kol, kurt,
oğlu, pınar, soy, su, tan, taş, tay, tekin, tepe, tuğ, türk, yol, yurt"""
