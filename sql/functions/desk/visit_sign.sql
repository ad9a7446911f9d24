-- Signs a visit as the caller has read it. Refused if its version is not `version`; null skips this check.
create or replace function desk.visit_sign(reference text, version integer default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  visit constant clinic.visits := clinic.require_visit(reference);
begin
  if visit.state <> 'draft' then
    perform clinic.refuse('PL409', 'the visit is signed already');
  elsif visit_sign.version <> visit.version then
    perform clinic.refuse('PL412', 'the visit was changed by somebody else meanwhile');
  elsif visit.held_on > clinic.today() then
    perform clinic.refuse('PL422', 'the visit is still to come');
  elsif visit.minutes is null or not clinic.has_visible(coalesce(visit.note ->> 'done', '')) then
    perform clinic.refuse('PL422', 'a visit is signed when it says how many minutes it took and what was done');
  end if;
  update clinic.visits as v
  set state = 'signed', signed_at = now(), signed_by = clinic.my_id()
  where v.practice_id = visit.practice_id and v.id = visit.id;
  perform clinic.audit('visit.sign', visit.id, visit.client_id);
end
$$;
