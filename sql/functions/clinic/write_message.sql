-- Writes a message to a client, in the transaction of its cause. It is handed over at a waking hour, except one that
-- the client asked for just now. Another of the same occasion changes nothing. Returns when it is due.
create or replace function clinic.write_message(
  kind text, client uuid, channel text, target uuid, due_at timestamptz, visit_on date default null,
  occasion date default null)
returns timestamptz
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  due constant timestamptz := case when kind = 'new_link' then due_at else clinic.waking_hour(due_at) end;
begin
  insert into clinic.messages
    (practice_id, kind, client_id, practitioner_id, channel, target, visit_on, occasion, next_try_at)
  select
    c.practice_id, write_message.kind, c.id, c.practitioner_id, write_message.channel, write_message.target,
    write_message.visit_on, write_message.occasion, due
  from clinic.clients as c
  where c.practice_id = (select clinic.my_practice()) and c.id = write_message.client
  on conflict on constraint messages_once do nothing;
  return due;
end
$$;
