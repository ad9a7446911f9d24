-- Returns one message.
create or replace function desk.message_get(reference text)
returns setof clinic.message_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  message constant clinic.messages := clinic.require_message(reference);
begin
  return query select r.* from clinic.message_records as r where r.id = message.id;
end
$$;
