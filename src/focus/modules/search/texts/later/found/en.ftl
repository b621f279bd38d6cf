found-on-map = Found in Search
