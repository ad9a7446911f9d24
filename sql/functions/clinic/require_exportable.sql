-- Refuses to export a record that is filed under a client whom this login has not opened, as clinic.require_sight does.
-- With the list `export` all of them are opened at once (desk.sight_open). Null is nobody's record.
create or replace function clinic.require_exportable(filed_under uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if not clinic.has_sight('client ' || c.client)
    from clinic.record_clients as c
    where c.practice_id = (select clinic.my_practice()) and c.filed_under = require_exportable.filed_under
  then
    perform clinic.refuse('PL428', 'list export');
  end if;
end
$$;
