-- Returns the name under which readers know the login of an audit entry.
create or replace function clinic.name_of(login name)
returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select
    case login
      when 'plumbline_door' then 'the client, through a link'
      when 'plumbline_operator' then 'the operator'
      else coalesce(
        (
          select p.display_name
          from clinic.practitioners as p
          where p.practice_id = (select clinic.my_practice())
            and (p.role_name = login or login = any (p.former_logins))),
        login::text)
    end
$$;
