"""Flemish names, the commonest first. `tail_*` are parts that rarer surnames are made of."""

male = """Jan, Marc, Luc, Thomas, Jeroen, Tom, Wim, Dirk, Johan, Peter, Kevin, Bart, Koen, Kristof, Lucas,
Noah, Jef, Willem, Pieter, Stijn, Tim, Bram, Jonas, Dries, Sven, Filip, Geert, Patrick, Paul, Stefan, Guy,
Rik, Hans, Joris, Wout, Arthur, Louis, Finn, Liam, Lars, Mathias, Matthias, Robbe, Seppe, Jelle, Nick, Davy,
Andy, Danny, Eric, Erik, Frank, Gert, Hendrik, Herman, Ivo, Jo, Jos, Jozef, Karel, Kobe, Kurt, Lander, Leon,
Lode, Lowie, Maarten, Maurice, Michiel, Mil, Niels, Olivier, Oscar, Otto, Pascal, Philippe, Piet, Raf,
Ralph, Remi, Roel, Rob, Robin, Roger, Ronny, Ruben, Rudi, Sam, Sander, Senne, Simon, Staf, Steven, Tibo,
Tijs, Tobias, Toon, Tuur, Victor, Vic, Vincent, Viktor, Walter, Ward, Warre, Wannes, Werner, Wouter, Xander,
Yannick, Yves, Emiel, Emile, Ferre, Floris, Frederik, Gilles, Gunther, Guido, Hugo, Jasper, Jarne, Jens,
Joachim, Joost, Jules, Jurgen, Kamiel, Kenny, Kenneth, Klaas, Laurens, Lennert, Leo, Lieven, Lieve, Ludo,
Marcel, Mats, Mauro, Nand, Nathan, Nico, Gaston, Alfons, Albert, André, Anton, August, Basiel, Bastiaan,
Ben, Benny, Brecht, Bruno, Cas, Christophe, Corneel, Daan, Daniël, David, Didier, Dieter, Edward, Eddy,
Edgard, Eli, Elias, Felix, Fons, Fonny, Freddy, Gerard, Glenn, Gustaaf"""

female = """Maria, An, Els, Ann, Sarah, Lies, Emma, Julie, Laura, Sofie, Eva, Katrien, Ilse, Greet, Greta,
Ingrid, Kim, Inge, Hilde, Martine, Christine, Lotte, Marie, Louise, Olivia, Nora, Noor, Elise, Amber, Anke,
Anneleen, Annelies, Annick, Astrid, Barbara, Bea, Britt, Carine, Carla, Caroline, Charlotte, Chloë,
Christel, Cindy, Dorien, Ella, Ellen, Elien, Elisabeth, Eline, Ellis, Erika, Evelien, Evy, Fien, Fleur,
Fran, Freya, Frieda, Georgette, Gerda, Godelieve, Griet, Hanne, Hannah, Hannelore, Heidi, Helena, Helene,
Hilda, Ines, Irena, Irene, Iris, Jana, Janne, Jeanne, Jeannine, Jenny, Jessica, Jill, Joke, Jolien,
Josephine, Josée, Juliette, Karen, Karin, Karlien, Katleen, Kaat, Kathleen, Kato, Katja, Kelly, Kirsten,
Kristel, Kristien, Lara, Lena, Leen, Lea, Leona, Lien, Lieve, Liesbeth, Lieselot, Lily, Lisa, Lise, Linde,
Linda, Lore, Lucie, Lut, Lutgarde, Lieze, Maaike, Machteld, Magda, Marijke, Marina, Marleen, Margot,
Margriet, Marieke, Melissa, Merel, Mia, Mieke, Mien, Mila, Mira, Mirthe, Monique, Myriam, Nadine, Nancy,
Natalie, Nathalie, Nele, Nicole, Nina, Olga, Paulien, Paula, Petra, Rachel, Rika, Rita, Roos, Rosa, Rosalie,
Sabine, Sandra, Sanne, Silke, Simonne, Sien, Sigrid, Sofia, Sonja, Stefanie, Suzanne, Tamara, Tanja, Tine,
Tinne, Trees, Valerie, Veerle, Vera, Veronique, Viviane, Wendy, Yvette, Yvonne, Zita, Zoë"""

surnames = """Peeters, Janssens, Maes, Jacobs, Mertens, Willems, Claes, Goossens, Wouters, De Smet,
Vermeulen, Pauwels, Hermans, Aerts, Michiels, Martens, De Clercq, Van Damme, Desmet, Hendrickx, Janssen, Van
den Broeck, De Vos, Stevens, Lemmens, Smets, Van de Velde, Leemans, De Backer, Verlinden, Hellemans, Cools,
Thys, Diels, Segers, Bogaerts, De Pauw, Coppens, Van den Bossche, Verhoeven, De Wilde, Verbeke, Van Hoof,
Baert, Declercq, Van Dyck, Van den Berghe, Vandenberghe, Peters, Lambrechts, Timmermans, Dierckx, Lenaerts,
Vos, Smeets, Nijs, Verstraete, Moens, Van Acker, De Meyer, Claeys, Verheyen, Bosmans, Devos, De Cock, Van de
Walle, Geerts, Thijs, Wauters, Bauwens, De Ridder, Vandamme, Cornelis, Sels, Van den Eynde, Raes,
Verschueren, De Bruyn, De Bruyne, Van Hove, Daems, Gielen, Jansen, Vandevelde, Torfs, Van Gestel, Van Looy,
Aertsen, Adriaensen, Adriaenssens, Vercammen, Verbruggen, Vervoort, Verhaegen, Verhelst, Vermeersch,
Vermeiren, Verhulst, Van Herck, Van Hecke, Van Rompaey, Van Roy, Van Camp, Van Dessel, Van Dijck,
Vandenbroucke, Vandecasteele, Vanhove, Vanderlinden, Van der Linden, Van der Auwera, Van der Veken, Vander
Elst, Vanden Bulcke, Vandenbussche, Dewulf, De Wulf, D'Hondt, D'hondt, Dhondt, D'Hooghe, De Schepper, De
Schrijver, De Winter, De Wit, De Witte, De Groote, De Groot, De Graeve, De Maeyer, De Man, De Mey, De Roeck,
De Rycke, De Schutter, De Keyser, De Keersmaecker, De Coninck, De Corte, De Cuyper, De Decker, De Baets, De
Block, De Boeck, Beckers, Beernaert, Billen, Blommaert, Boeckx, Bollen, Boonen, Borremans, Bossuyt, Braem,
Brouwers, Bruyninckx, Budts, Buysse, Buyse, Callens, Carlier, Casteels, Ceulemans, Ceuppens, Christiaens,
Coenen, Coolen, Cuypers, Cuyvers, Daelemans, Danneels, Debruyne, Decoster, Dejonghe, Delaere, Depoorter,
Deprez, Deschacht, Devriendt, Dewaele, Dierickx, Dirckx, Driesen, Eeckhout, Engelen, Eyckmans, Feyaerts,
Franssens, Geens, Geudens, Gijsbrechts, Govaerts, Gysels, Haesevoets, Helsen, Hens, Heylen, Heyvaert,
Hofman, Hoste, Huybrechts, Huyghe, Huysmans, Jaspers, Joossens, Kenis, Kerkhofs, Knaepen, Kuppens, Laenen,
Lauwers, Lauwereys, Lefever, Leysen, Lievens, Loots, Luyten, Luyckx, Machiels, Marien, Mariën, Matthys,
Meeus, Mees, Melis, Merckx, Mermans, Meulemans, Michielsen, Minnaert, Moerman, Moons, Naessens, Nelissen,
Nuyts, Nys, Ooms, Opdebeeck, Otten, Paesen, Paulussen, Pelgrims, Penninckx, Philips, Piette, Pieters,
Plessers, Poppe, Princen, Proost, Put, Putzeys, Quintens, Ramaekers, Reynaert, Reyniers, Robberechts, Roels,
Roelandt, Roelants, Rombouts, Roosen, Rutten, Saelens, Schepers, Schoofs, Schoonjans, Seghers, Sergeant,
Serneels, Simons, Slegers, Smet, Snoeck, Snyers, Somers, Spiessens, Staelens, Steegmans, Sterckx, Stoffels,
Stroobants, Strubbe, Swinnen, Tack, Tanghe, Theunis, Tielemans, Truyens, Tuyls, Uytterhoeven, Vaes, Valcke,
Vekemans, Vanneste, Vantomme, Verelst, Vereecken, Verdonck, Verellen, Vets, Vinck, Vlaeminck, Vleugels,
Wellens, Weyts, Wuyts, Wynants, Ysebaert"""

tail_prefixes = "Van, Van de, Van den, Van der, Vande, Vanden, Vander, Ver, De"
tail_stems = """Acker, Beek, Berg, Bergh, Biest, Boom, Borght, Bosch, Brande, Brempt, Broek, Brug, Bruggen,
Bulck, Capelle, Casteele, Castel, Dael, Daele, Dam, Donck, Dorpe, Driessche, Dries, Eede, Eynden, Gaver,
Geest, Goor, Gracht, Haegen, Haute, Heede, Heuvel, Hoeck, Hoeven, Hof, Hout, Houte, Keere, Kerckhove, Kelen,
Laer, Linde, Loo, Maele, Meersch, Meulen, Moer, Mosselaer, Neste, Nest, Noot, Noortgate, Oever, Perre, Plas,
Poel, Poorten, Putte, Reyden, Rijt, Sande, Schelde, Schoot, Schueren, Sijpe, Sloot, Smissen, Speeten, Steen,
Steene, Straeten, Stocken, Velden, Vennen, Voorde, Vorst, Vloedt, Waerde, Wal, Water, Weghe, Wiele, Winckel,
Wouwer, Wyngaert, Zande, Zijpe, Zype, Zeebroeck, Ryse, Roost, Roye, Vreken, Walle, Weyer, Eycken, Elst,
Essche, Hazel, Heyning"""
