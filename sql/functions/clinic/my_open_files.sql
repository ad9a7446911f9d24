-- Returns those of clinic.my_files whose clients this login has opened, as clinic.has_sight says.
create or replace function clinic.my_open_files()
returns uuid[]
language sql
set search_path = pg_catalog, pg_temp
as $$
  select array(
    select c.filed_under
    from clinic.record_clients as c
    where c.practice_id = (select clinic.my_practice())
      and c.client = any (
        array(
          select substr(s.subject, length('client ') + 1)::uuid
          from clinic.sights as s
          where s.practice_id = (select clinic.my_practice())
            and s.login = session_user
            and starts_with(s.subject, 'client ')
            and clinic.has_sight(s.subject))))
$$;
