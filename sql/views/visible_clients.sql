-- The clients this session may see: all of them for the owner of the practice; for others their own, and those shared
-- with them, where breaking the glass counts once its transaction was committed. There is one part for each of these,
-- so that each is read by its own index.
create or replace view clinic.visible_clients
with (security_invoker)
as
select c.*
from clinic.clients as c
where (select clinic.is_owner())
union all
select c.*
from clinic.clients as c
where not (select clinic.is_owner())
  and c.practitioner_id = (select clinic.my_id())
union all
select c.*
from clinic.client_shares as s
  join clinic.clients as c on c.practice_id = s.practice_id and c.id = s.client_id
where not (select clinic.is_owner())
  and s.practitioner_id = (select clinic.my_id())
  and s.until > statement_timestamp()
  and (s.break_glass_reason is null or s.granted_in is distinct from pg_current_xact_id_if_assigned())
  and c.practitioner_id <> s.practitioner_id;
