-- Begins to take the archive of a practice over, and returns the practice: its owner does that, in one transaction with
-- desk.import_records, desk.import_document and desk.import_end.
create or replace function desk.import_begin()
returns uuid
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  practice constant uuid := clinic.my_practice();
begin
  perform from clinic.practices as p where p.practice_id = practice for update;
  perform clinic.require_arriving();
  return practice;
end
$$;
