-- Replaces what a draft says. Refused if its version is not `version`; null skips this check.
create or replace function desk.visit_edit(
  reference text, held_on date, minutes integer, note jsonb, version integer default null)
returns setof clinic.visit_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  visit constant clinic.visits := clinic.require_visit(reference);
begin
  if visit.state <> 'draft' then
    perform clinic.refuse('PL409', 'the visit is signed; amend it');
  elsif visit_edit.version <> visit.version then
    perform clinic.refuse('PL412', 'the visit was changed by somebody else meanwhile');
  end if;
  update clinic.visits as v
  set
    held_on = visit_edit.held_on, minutes = visit_edit.minutes, note = visit_edit.note, version = v.version + 1
  where v.practice_id = visit.practice_id and v.id = visit.id;
  perform clinic.audit('visit.edit', visit.id, visit.client_id);
  return query select r.* from clinic.visit_records as r where r.id = visit.id;
end
$$;
