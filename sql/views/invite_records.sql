-- Invites as the desk shows them. The state of one that is past its time is expired.
create or replace view clinic.invite_records
with (security_invoker)
as
select
  i.id, i.short_id, c.client, c.client_name,
  case
    when i.state in ('created', 'opened', 'started') and i.expires_at <= statement_timestamp() then 'expired'
    else i.state
  end as state,
  i.created_at, i.expires_at, i.state in ('created', 'opened', 'started') as is_open
from clinic.invites as i
  join clinic.record_clients as c
    on c.practice_id = i.practice_id and c.filed_under = i.client_id;
