"""Moroccan and wider Arabic names as Belgian registers write them, the commonest first."""

male = """Mohamed, Ahmed, Youssef, Hassan, Ali, Omar, Ibrahim, Rachid, Mustapha, Abdellah, Adam, Bilal,
Hamza, Karim, Khalid, Mehdi, Nabil, Said, Samir, Yassine, Zakaria, Abdelaziz, Abdelkader, Abdelkarim,
Abdelhak, Abdelilah, Abdelhamid, Abdelmajid, Abdeslam, Abderrahim, Abderrahman, Abdelali, Abdelmalek,
Abdessamad, Achraf, Adil, Adnane, Amine, Amin, Amir, Anass, Anouar, Aymane, Ayoub, Aziz, Azzedine, Badr,
Belkacem, Boubker, Brahim, Chakib, Charif, Chafik, Daoud, Driss, El Hassan, El Mostafa, Faisal, Farid, Fahd,
Fouad, Ghali, Habib, Hafid, Hakim, Hamid, Hamou, Hicham, Houssam, Houssaine, Hussein, Idriss, Iliass, Ilyas,
Imad, Imran, Ismail, Issam, Jaafar, Jalal, Jamal, Jaouad, Kamal, Kacem, Khalil, Lahcen, Larbi, Lotfi, Mahdi,
Mahmoud, Majid, Malik, Marouane, Mimoun, Mohammed, Mokhtar, Moncef, Moussa, Mounir, Mouad, Mourad, Munir,
Naim, Nasser, Nizar, Noureddine, Othmane, Oussama, Rabah, Rayan, Rayane, Reda, Redouane, Ridouan, Riad,
Safouane, Salah, Salaheddine, Salim, Salman, Sami, Sofiane, Soufiane, Soulaimane, Taha, Tahar, Tarik,
Taoufik, Tayeb, Walid, Wassim, Yahya, Yanis, Yasin, Younes, Younous, Yunus, Zaid, Ziad, Zouhair, Abdallah,
Abdou, Ayman, Bachir, Brahim, Fathi, Hatim, Haroun, Jamil, Kais, Mokrane, Nordin, Rafik, Saad, Slimane,
Tawfik, Yacine, Yazid"""

female = """Fatima, Khadija, Aïcha, Amina, Fatma, Malika, Nadia, Naima, Rachida, Samira, Yasmina, Sara,
Salma, Zineb, Meryem, Hanane, Hafsa, Imane, Inès, Jamila, Karima, Latifa, Leila, Loubna, Mina, Mounia,
Najat, Nora, Saida, Sanae, Siham, Souad, Touria, Wafa, Zahra, Zohra, Fatima Zahra, Fatiha, Fadila, Farah,
Farida, Fouzia, Ghita, Habiba, Hajar, Hakima, Hala, Halima, Hamida, Hana, Hasna, Hayat, Hind, Houda, Houria,
Ibtissam, Ikram, Ilham, Intissar, Jihane, Kaoutar, Kenza, Keltoum, Khaoula, Lamia, Lamiae, Laila, Lina,
Loubaba, Maha, Majda, Manal, Maria, Mariam, Marwa, Maryam, Mimouna, Mouna, Nabila, Nada, Nadira, Naoual,
Nassima, Nawal, Nezha, Nisrine, Noura, Nour, Oumaima, Ouafae, Rabia, Rabiaa, Radia, Rahma, Rajae, Rania,
Rim, Rihab, Rkia, Rokaya, Romaissa, Saadia, Sabah, Safae, Safia, Sakina, Saliha, Salima, Samia, Selma,
Shaima, Chaimae, Sihame, Soraya, Soukaina, Sofia, Soumia, Sumaya, Tahra, Tamou, Warda, Widad, Yamina, Yamna,
Yousra, Yasmine, Zahia, Zakia, Zaynab, Zoubida, Zoulikha, Assia, Asma, Asmae, Aya, Amal, Amira, Aziza,
Badia, Bahija, Batoul, Bouchra, Chadia, Chaima, Chama, Dalila, Dounia, Douae, Drifa, Faiza, Firdaous,
Ftouma, Ihssane, Israe, Itimad, Jannat, Loundja, Malak"""

surnames = """El Amrani, Benali, El Idrissi, Bouzid, Amrani, Alaoui, El Alaoui, Bennani, El Khattabi,
Bouchikhi, El Ouali, Haddad, Ben Ali, Chaoui, El Haddad, Azzouzi, El Azzouzi, Aoulad, Ouali, Saidi, El
Fassi, Belhaj, Bakkali, El Bakkali, Mansouri, El Mansouri, Hamdaoui, El Hamdaoui, El Yahyaoui, Yahyaoui, El
Hajjaji, Hajji, Tahiri, El Tahiri, Ziani, El Ziani, Bouazza, Boulahya, Boukhari, El Boukhari, Bouhaddou,
Boujaddi, Ait Ali, Ait Oufkir, Aït Lahcen, Akhrif, Achahbar, Abbassi, El Abbassi, Abdellaoui, El Abdellaoui,
Aberkan, Afkir, Aharchi, Ahmadi, Ahrouch, Akdim, Allouchi, Amezian, Ammari, Aouragh, Arbaoui, Asbai,
Assaoui, Attar, Ayadi, Azahaf, Azirar, Azzaoui, Baghdadi, Bahri, Bali, Barhoun, Belarbi, Belkadi, Belkacem,
Bellahcen, Benabdellah, Benaissa, Ben Aissa, Benallal, Benamar, Ben Amar, Ben Hammou, Benhammou, Benjelloun,
Benkirane, Ben Moussa, Benmoussa, Ben Omar, Bensaid, Ben Said, Ben Salah, Bensalah, Bentaleb, Ben Younes,
Benyahia, Berrada, Bouali, Bouarfa, Bouchaib, Boudouh, Boufker, Bouhouch, Boulakhrif, Boulif, Bounou,
Bouras, Boussaid, Boutaleb, Bouzerda, Chafi, Chahid, Chakir, Charif, Chentouf, Cherkaoui, El Cherkaoui,
Chouaf, Daoudi, El Daoudi, Dahmani, Darouich, El Aissati, El Ayadi, El Baghdadi, El Bouazzaoui, El
Boujjoufi, El Farissi, El Ghazi, El Guennouni, El Hachimi, El Hammouchi, El Harrak, El Hassnaoui, El
Jaouhari, El Kaddouri, El Karouni, El Khayari, El Khoulati, El Maatougui, El Maimouni, El Makhloufi, El
Marini, El Messaoudi, El Mokhtari, El Morabit, El Mouden, El Moussaoui, El Ouahabi, El Ouriaghli, El
Qaddouri, El Rhazi, El Yaakoubi, El Yousfi, Ezzaki, Fakiri, Farhat, Filali, Ghalbzouri, Ghazi, Guerrouj,
Hachimi, Hafidi, Hammouti, Hannach, Harrak, Hassani, Hilali, Ikan, Jabri, Jalloul, Kaddouri, Karimi,
Kassimi, Khalfi, Khattabi, Lahlou, Lamrabet, Lamrani, Lazaar, Loukili, Maazouz, Mahjoub, Makhloufi,
Marzouki, Mechbal, Messaoudi, Mimouni, Moussaoui, Naciri, Nejjari, Ouahbi, Oulad, Rahmani, Rahmouni, Rifi,
Saadi, Sabri, Salhi, Salmi, Sebbar, Slimani, Soussi, Taghzouti, Talbi, Tazi, Touzani, Yousfi, Zaoui,
Zemmouri, Zerouali, Zouaoui"""

tail_prefixes = "El, Ben, Bou, Ait, Oulad, Al, Abou"
tail_stems = """Abbas, Ahmadi, Allal, Amin, Asri, Attab, Baroudi, Chaib, Fadel, Fares, Farouk, Ghannam,
Hachem, Haddou, Hakim, Hamdi, Hamid, Hanafi, Harti, Jaber, Kabbaj, Kadi, Kamouni, Kasmi, Khalil, Khatib,
Lahsaini, Madani, Mahdi, Majdoubi, Malki, Maimoun, Masri, Mekki, Moktar, Nouri, Ouazzani, Qasmi, Rachidi,
Ramdani, Saber, Sadik, Salem, Sghir, Taleb, Tounsi, Wahabi, Yacoubi, Zahidi, Zaim"""
