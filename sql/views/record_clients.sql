-- Whose record it is: for each client that records are filed under, the client that they are read as, if this session
-- may see that one. It differs for a client who was merged into another.
create or replace view clinic.record_clients
with (security_invoker)
as
select
  own.practice_id, own.id as filed_under, c.id as client, c.full_name as client_name
from clinic.clients as own
  join clinic.visible_clients as c
    on c.practice_id = own.practice_id and c.id = coalesce(own.merged_into, own.id);
