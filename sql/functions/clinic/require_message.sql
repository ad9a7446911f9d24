-- Returns the row of a message that this session may see, locked until the end of the transaction. A reference is its
-- id, or the beginning of it from eight characters on.
create or replace function clinic.require_message(reference text)
returns clinic.messages
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  ids uuid[];
  message clinic.messages;
begin
  if reference ~* '^[0-9a-f]{8}[0-9a-f-]*$' and length(reference) <= 36 then
    ids := array(
      select m.id
      from clinic.messages as m
      where m.practice_id = (select clinic.my_practice())
        and m.id >= rpad(replace(lower(reference), '-', ''), 32, '0')::uuid
        and m.id <= rpad(replace(lower(reference), '-', ''), 32, 'f')::uuid);
  end if;
  perform clinic.require_sight('client ' || r.client)
  from clinic.message_records as r
  where r.id = ids[1] and r.client is not null;
  if cardinality(ids) is distinct from 1
    or not exists (select from clinic.message_records as r where r.id = ids[1])
  then
    perform clinic.refuse('PL404', 'message');
  end if;
  select m.* into message
  from clinic.messages as m
  where m.practice_id = (select clinic.my_practice()) and m.id = ids[1]
  for update;
  return message;
end
$$;
