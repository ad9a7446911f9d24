-- Tries to open and close the login of a therapist and rolls that back. Returns what prevents it, or null. Logins in
-- use are not tried.
create or replace function operator.login_check()
returns text
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  login constant text := 't_' || substr(translate(gen_random_uuid()::text, '-', ''), 1, 20);
  beyond_reach text;
begin
  begin
    perform registrar.open_login(login, null, null);
    perform registrar.close_login(login);
    perform clinic.refuse('PL000', 'taken back');
  exception
    when sqlstate 'PL000' then
      null;
    when others then
      return sqlerrm;
  end;

  select string_agg(r.rolname, ', ' order by r.rolname) into beyond_reach
  from pg_roles as r
  where current_setting('server_version_num')::integer >= 160000
    and r.rolname ~ '^t_[0-9a-z]{1,30}$'
    and r.rolcanlogin
    and pg_has_role(r.oid, 'plumbline_desk', 'member')
    and not pg_has_role('plumbline_registrar', r.oid, 'member with admin option');
  return 'the registrar cannot close ' || beyond_reach;
end
$$;
