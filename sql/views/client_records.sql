-- Clients as the desk shows them.
create or replace view clinic.client_records
with (security_invoker)
as
select
  c.id, c.short_id, c.full_name, c.email, c.phone, c.birth_date, p.display_name as practitioner,
  c.archived_at is not null as archived, c.created_at, c.practitioner_id, c.version
from clinic.visible_clients as c
  join clinic.practitioners as p on p.practice_id = c.practice_id and p.id = c.practitioner_id
where c.merged_into is null;
