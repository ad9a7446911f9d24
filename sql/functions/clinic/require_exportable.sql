-- Refuses to export a record that is filed under a client whom this login has not opened, as clinic.require_sight does.
-- With the list `export` all of them are opened at once (desk.sight_open). Null is nobody's record. Whether the caller
-- may see the client is not asked here.
create or replace function clinic.require_exportable(filed_under uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant uuid := (
    select coalesce(c.merged_into, c.id)
    from clinic.clients as c
    where c.practice_id = (select clinic.my_practice()) and c.id = require_exportable.filed_under);
begin
  if client is not null and not clinic.has_sight('client ' || client) then
    perform clinic.refuse('PL428', 'list export');
  end if;
end
$$;
