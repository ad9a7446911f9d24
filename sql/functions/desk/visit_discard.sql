-- Removes a visit that was never signed. Refused if its version is not `version`; null skips this check.
create or replace function desk.visit_discard(reference text, version integer default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  visit constant clinic.visits := clinic.require_visit(reference);
begin
  if visit.state <> 'draft' then
    perform clinic.refuse('PL409', 'the visit is signed; a signed record stays');
  elsif visit_discard.version <> visit.version then
    perform clinic.refuse('PL412', 'the visit was changed by somebody else meanwhile');
  end if;
  delete from clinic.visits as v
  where v.practice_id = visit.practice_id and v.id = visit.id;
  perform clinic.audit('visit.discard', visit.id, visit.client_id);
end
$$;
