-- Stores what a change replaced, so that its author can undo it.
create or replace function clinic.record_undo(
  verb text, target uuid, client uuid, before jsonb, reversible_for interval default '30 minutes')
returns void
language sql
set search_path = pg_catalog, pg_temp
as $$
  insert into clinic.undo_log
    (practice_id, id, made_by, verb, target, client_id, before, undo_until)
  values (
    clinic.my_practice(), gen_random_uuid(), clinic.my_id(), verb, target, client, before,
    now() + reversible_for)
$$;
