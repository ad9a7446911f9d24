-- Who is asking is asked by every statement of every function. In SQL each call parses and plans these bodies anew; in
-- PL/pgSQL a session plans them once, which halves the cost of a submission.

create or replace function clinic.my_practice()
returns uuid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
  if session_user in ('plumbline_door', 'plumbline_operator') then
    return nullif(current_setting('plumbline.practice', true), '')::uuid;
  end if;
  return (
    select practice_id
    from clinic.logins
    where role_name = session_user and active and (valid_until is null or valid_until > now()));
end
$$;

create or replace function clinic.my_id()
returns uuid
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (
    select practitioner_id
    from clinic.logins
    where role_name = session_user and active and (valid_until is null or valid_until > now()));
end
$$;

create or replace function clinic.is_owner()
returns boolean
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
begin
  return (
    select is_owner
    from clinic.practitioners
    where practice_id = (select clinic.my_practice()) and id = (select clinic.my_id()));
end
$$;

create or replace function clinic.enter(practice uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform set_config('plumbline.practice', practice::text, true);
end
$$;
