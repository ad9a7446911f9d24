-- Adds a client. A call with an id that is there already returns that client, so a caller that lost the answer can
-- repeat the call.
create or replace function desk.client_add(id uuid, full_name text, email text, phone text, birth_date date)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_member();
  if exists (
    select from clinic.clients as c where c.practice_id = (select clinic.my_practice()) and c.id = client_add.id)
  then
    perform clinic.require_client(client_add.id::text);
  else
    insert into clinic.clients (practice_id, id, short_id, full_name, email, phone, birth_date, practitioner_id)
    values (
      clinic.my_practice(), client_add.id, clinic.new_short_id('client', client_add.id), client_add.full_name,
      client_add.email, client_add.phone, client_add.birth_date, clinic.my_id());
    perform clinic.audit('client.add', client_add.id, client_add.id);
  end if;
  return query select r.* from clinic.client_records as r where r.id = client_add.id;
end
$$;
