-- Refuses a login that is in the group of therapists but in no practice, or has left it.
create or replace function clinic.require_member()
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if clinic.my_id() is null then
    perform clinic.refuse('PL403', 'this login belongs to no practitioner');
  end if;
end
$$;
