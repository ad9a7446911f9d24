-- Refuses to show a subject whose entry in the audit was not committed before. The message is the subject, which
-- desk.sight_open takes.
create or replace function clinic.require_sight(subject text)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  if not clinic.has_sight(subject) then
    perform clinic.refuse('PL428', subject);
  end if;
end
$$;
