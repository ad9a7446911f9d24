-- Messages as the desk shows them: those to clients whom one may see, and those to oneself.
create or replace view clinic.message_records
with (security_invoker)
as
select
  m.id, left(m.id::text, 8) as short_id, m.kind, c.client, c.client_name, m.channel, m.state, m.reason, m.tries,
  m.next_try_at, m.created_at, m.handed_over_at, m.visit_on
from clinic.messages as m
  left join clinic.record_clients as c
    on c.practice_id = m.practice_id and c.filed_under = m.client_id
where c.client is not null
  or (m.client_id is null and m.practitioner_id = (select clinic.my_id()));
