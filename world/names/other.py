"""Names from further shores: Congolese, Guinean, Italian, Spanish and Romanian, the commonest first."""

male = """Giuseppe, Mamadou, Antonio, Jean-Pierre, Ibrahima, Mario, Carlos, Alpha, Ousmane, Patrice,
Salvatore, Ion, Andrei, Abdoulaye, Boubacar, Christian, Daniele, Dieudonné, Emmanuel, Fabio, Florin,
Francesco, Franco, Gheorghe, Giovanni, Héritier, Jonathan, José, Juan, Luca, Luigi, Manuel, Marco, Mihai,
Moussa, Nicolae, Paolo, Pedro, Roberto, Sékou, Tiago, Vasile"""

female = """Maria, Fatoumata, Giulia, Aminata, Carmen, Mariama, Ioana, Grace, Elena, Aïssatou, Ana, Angela,
Bénédicte, Bintou, Chiara, Clémentine, Concetta, Divine, Francesca, Gloria, Hadja, Ionela, Isabel, Kadiatou,
Lucia, Mihaela, Ngalula, Oumou, Paola, Rosa, Rosaria, Ruth, Sara, Simona, Teresa, Valentina"""

surnames = """Diallo, Rossi, Bah, Russo, Barry, Ilunga, Garcia, Popescu, Camara, Sow, Mukendi, Ferrari,
Esposito, Kabongo, Kasongo, Lopez, Martinez, Sanchez, Popa, Radu, Ionescu, Tshibangu, Mutombo, Ngoy,
Bianchi, Romano, Colombo, Ricci, Greco, Marino, Conti, Costa, Silva, Ferreira, Pereira, Dos Santos, Da
Silva, Traoré, Keita, Condé, Touré, Cissé, Balde, Sylla, Mbala, Nzeza, Makiese, Luyeye, Munteanu, Stan,
Dumitru, Constantin, Di Marco, De Luca, D'Angelo, Lo Presti"""

tail_prefixes = ""
tail_stems = ""
