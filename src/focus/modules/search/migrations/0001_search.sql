-- Search keeps no records of its own: what was looked up, and why, stands in the log.
-- Functions that may ask; an organisation changes this as it likes.
select organisations.offer('officer', '{search.ask}');
select organisations.offer('ward_officer', '{search.ask}');
select organisations.offer('shift_leader', '{search.ask}');
select organisations.offer('information_desk', '{search.ask}');
select organisations.offer('dispatcher', '{search.ask}');
