create or replace function operator.practice_add(
  id uuid, name text, phone text, email text, time_zone text default 'UTC')
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.enter(practice_add.id);
  perform clinic.require_time_zone(practice_add.time_zone);
  insert into clinic.practices (practice_id, name, phone, email, time_zone)
  values (practice_add.id, practice_add.name, practice_add.phone, practice_add.email, practice_add.time_zone)
  on conflict on constraint practices_pkey do nothing;
  if found then
    insert into clinic.audit_heads (practice_id) values (practice_add.id);
    perform clinic.audit('practice.add', practice_add.id, null);
  end if;
end
$$;
