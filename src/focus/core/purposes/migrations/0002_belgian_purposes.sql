-- A set to start with. The citations are a proposal, shown as such until the organisation has confirmed or
-- changed them; they state no more than where the power is commonly looked for.
insert into purposes.purpose_template (position, code, kinds, reference, reason, basis, opens, functions, titles) values
(10, 'traffic_check', '{zone,federal_unit}', 'optional', 'optional', 'WPA art. 16 en 44/1; Wegverkeerswet 16.3.1968',
 '{vehicles,driving,persons,documents,wanted,conditions,cameras}', '{}',
 '{"nl": "Verkeerscontrole", "fr": "Contrôle routier", "de": "Verkehrskontrolle", "en": "Traffic check"}'),
(20, 'identity_check', '{zone,federal_unit}', 'optional', 'optional', 'WPA art. 34 en 44/1',
 '{persons,documents,wanted,conditions,events}', '{}',
 '{"nl": "Identiteitscontrole", "fr": "Contrôle d’identité", "de": "Identitätskontrolle", "en": "Identity check"}'),
(30, 'incident', '{zone,federal_unit}', 'required', 'optional', 'WPA art. 14, 15 en 44/1', '{*}', '{}',
 '{"nl": "Incident", "fr": "Incident", "de": "Einsatz", "en": "Incident"}'),
(40, 'investigation', '{zone,federal_unit,prosecutor,court}', 'required', 'optional', 'WPA art. 15 en 44/1; Wetboek van strafvordering',
 '{*}', '{}',
 '{"nl": "Onderzoek, dossier", "fr": "Enquête, dossier", "de": "Ermittlung, Akte", "en": "Investigation, case"}'),
(50, 'wanted_search', '{zone,federal_unit}', 'optional', 'required', 'WPA art. 15 en 44/1',
 '{*}', '{}',
 '{"nl": "Gezocht of vermist", "fr": "Recherché ou disparu", "de": "Gesucht oder vermisst", "en": "Wanted or missing"}'),
(60, 'arrest', '{zone,federal_unit}', 'required', 'optional', 'Wet voorlopige hechtenis 20.7.1990; WPA art. 44/1', '{*}', '{}',
 '{"nl": "Arrestatie", "fr": "Arrestation", "de": "Festnahme", "en": "Arrest"}'),
(70, 'weapons_check', '{zone,federal_unit}', 'optional', 'required', 'WPA art. 44/1; Wapenwet 8.6.2006',
 '{weapons,persons,addresses,wanted,events,conditions}', '{officer,ward_officer,shift_leader,information_desk,dispatcher}',
 '{"nl": "Veiligheid: wapens op adres", "fr": "Sécurité: armes à l’adresse", "de": "Sicherheit: Waffen an der Adresse", "en": "Safety: weapons at an address"}'),
(80, 'conditions_control', '{zone,federal_unit,prosecutor,justice_house}', 'optional', 'optional', 'Wet voorlopige hechtenis 20.7.1990 art. 35; WPA art. 44/1',
 '{conditions,persons,wanted,addresses}', '{}',
 '{"nl": "Controle van voorwaarden", "fr": "Contrôle de conditions", "de": "Kontrolle von Auflagen", "en": "Conditions control"}'),
-- Only whether somebody is wanted: earlier events of newcomers are not pulled.
(90, 'residence_check', '{zone,municipality}', 'required', 'optional', 'Wet bevolkingsregisters 19.7.1991; KB 16.7.1992',
 '{persons,addresses,wanted}', '{officer,ward_officer,shift_leader,population_clerk}',
 '{"nl": "Woonstcontrole", "fr": "Enquête de domicile", "de": "Wohnsitzkontrolle", "en": "Residence check"}'),
(100, 'administrative_event', '{zone,federal_unit}', 'required', 'optional', 'WPA art. 14 en 44/1',
 '{persons,vehicles,documents,wanted,events,companies}', '{}',
 '{"nl": "Bestuurlijke politie, evenement", "fr": "Police administrative, évènement", "de": "Verwaltungspolizei, Veranstaltung", "en": "Administrative police, event"}'),
(110, 'reception', '{zone}', 'optional', 'required', 'WPA art. 44/1',
 '{persons,documents,vehicles,objects,addresses}', '{}',
 '{"nl": "Onthaal en aangifte", "fr": "Accueil et plainte", "de": "Empfang und Anzeige", "en": "Reception and report"}'),
(120, 'own_entry', '{zone,federal_unit,prosecutor,municipality,justice_house,court,prison}', 'required', 'required', 'WPA art. 44/1; Wet gegevensbescherming 30.7.2018',
 '{events,objects,vehicles,documents}', '{}',
 '{"nl": "Eigen invoer nazien", "fr": "Vérifier sa propre saisie", "de": "Eigene Eingabe prüfen", "en": "Verify one’s own entry"}'),
(130, 'oversight_review', '{oversight,zone,federal_unit,prosecutor,municipality,justice_house}', 'required', 'required', 'Wet gegevensbescherming 30.7.2018',
 '{*}', '{dpo,oversight}',
 '{"nl": "Toezicht", "fr": "Contrôle", "de": "Aufsicht", "en": "Oversight"}');

-- Runs in the scope of the organisation that is founded, as the owner of the tables.
create function purposes.seed(p_organisation uuid, p_kind text) returns void
language sql set search_path = '' as $$
  insert into purposes.purpose
    (organisation_id, code, titles, basis, reference, reason, opens, functions, position)
  select p_organisation, t.code, t.titles, t.basis, t.reference, t.reason, t.opens, t.functions, t.position
  from purposes.purpose_template t where p_kind = any (t.kinds)
  on conflict do nothing
$$;
create function purposes.on_founded() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform purposes.seed(new.organisation_id, new.kind);
  return null;
end $$;
revoke all on function purposes.seed(uuid, text), purposes.on_founded() from public;
create trigger purposes after insert on organisations.organisation
  for each row execute function purposes.on_founded();

-- Organisations that were there before this module.
do $$
declare
  there record;
begin
  for there in select organisation_id, kind from organisations.directory() loop
    perform set_config('focus.organisation', there.organisation_id::text, true);
    perform purposes.seed(there.organisation_id, there.kind);
  end loop;
  perform set_config('focus.organisation', '', true);
end $$;
