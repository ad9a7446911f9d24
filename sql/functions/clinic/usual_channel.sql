-- Returns how a client is reached: by e-mail if there is an address, otherwise by SMS; null when by neither.
create or replace function clinic.usual_channel(client uuid)
returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select case when c.email is not null then 'email' when c.phone is not null then 'sms' end
  from clinic.present_client(client) as c
$$;
