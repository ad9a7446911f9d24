-- Visible clients who may be the same person: the same address, number, or name; a birth date must not contradict.
create or replace function desk.client_duplicates(full_name text, email text, phone text, birth_date date)
returns setof clinic.client_records
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select r.*
  from clinic.client_records as r
  where lower(r.email) = lower(client_duplicates.email)
    or regexp_replace(r.phone, '[^0-9]', '', 'g')
      = nullif(regexp_replace(client_duplicates.phone, '[^0-9]', '', 'g'), '')
    or lower(r.full_name) = lower(client_duplicates.full_name)
      and (r.birth_date = client_duplicates.birth_date) is not false
  order by lower(r.full_name), r.id
$$;
