-- Returns the ids under which the records of all clients that the caller may see are filed. A list of the newest
-- records asks each whether its client is among these: a join with clinic.record_clients would read either all records,
-- or all clients for each.
create or replace function clinic.my_files()
returns uuid[]
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select array(select c.filed_under from clinic.record_clients as c)
$$;
