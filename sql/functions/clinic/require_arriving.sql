-- Refuses all but the owner of a practice that the operator has admitted, and whose records are still to come.
create or replace function clinic.require_arriving()
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_owner();
  if exists (select from clinic.audit_heads as h where h.practice_id = (select clinic.my_practice())) then
    perform clinic.refuse('PL409', 'this practice has its records already: an archive comes into an empty one');
  end if;
end
$$;
