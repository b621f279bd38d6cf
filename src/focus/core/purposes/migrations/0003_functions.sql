-- Who may change an organisation's purposes from the start.
select organisations.offer(code, '{purposes.manage}')
from unnest(array['zone_administrator', 'administrator', 'federal_support', 'dpo']) as code;
