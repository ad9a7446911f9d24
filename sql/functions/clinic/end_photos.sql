-- Removes the photos of a draft evaluation with their taps and their link. Returns whether there were any.
create or replace function clinic.end_photos(evaluation clinic.evaluations)
returns boolean
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  delete from clinic.links as l
  where l.practice_id = evaluation.practice_id and l.kind = 'photo' and l.target = evaluation.id;
  delete from clinic.photo_sessions as s
  where s.practice_id = evaluation.practice_id and s.evaluation_id = evaluation.id;
  return found;
end
$$;
