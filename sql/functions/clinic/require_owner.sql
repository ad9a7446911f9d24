create or replace function clinic.require_owner()
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if clinic.is_owner() is not true then
    perform clinic.refuse('PL403', 'only the owner of the practice may do that');
  end if;
end
$$;
