-- Who may enrol and revoke from the start; each organisation changes its own copy.
select organisations.offer(code, '{identity.enrol,identity.revoke}')
from unnest(array['shift_leader', 'zone_administrator', 'administrator', 'federal_support']) as code;
