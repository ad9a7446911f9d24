-- Tells the therapist of a client, at their own address, that something needs them. It names nobody, and one that waits
-- to be sent is enough. What a therapist does themselves is no news to them.
create or replace function clinic.tell_therapist(client uuid)
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  insert into clinic.messages (practice_id, kind, practitioner_id, channel)
  select p.practice_id, 'notice', p.id, 'email'
  from clinic.present_client(client) as c
    join clinic.practitioners as p on p.practice_id = c.practice_id and p.id = c.practitioner_id
  where p.email is not null
    and p.deactivated_at is null
    and clinic.my_id() is null
  on conflict (practice_id, practitioner_id) where kind = 'notice' and state = 'waiting' do nothing
$$;
