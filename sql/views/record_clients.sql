-- Maps each client that records are filed under to the client that these records belong to now, if this session may see
-- that one. They differ if the first was merged into the second.
create or replace view clinic.record_clients
with (security_invoker)
as
select
  own.practice_id, own.id as filed_under, c.id as client, c.full_name as client_name
from clinic.clients as own
  join clinic.visible_clients as c
    on c.practice_id = own.practice_id and c.id = coalesce(own.merged_into, own.id);
