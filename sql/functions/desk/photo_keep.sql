-- Keeps a picture of a draft evaluation as a record, until the day that its link says; the one before it goes. Returns
-- that day.
create or replace function desk.photo_keep(reference text, view text, picture bytea)
returns date
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
  until date;
begin
  perform clinic.refuse_photo_record(evaluation.client_id);
  select s.keep_until into until
  from clinic.photo_sessions as s
    join clinic.photos as p on p.practice_id = s.practice_id and p.evaluation_id = s.evaluation_id
  where s.practice_id = evaluation.practice_id and s.evaluation_id = evaluation.id and p.view = photo_keep.view;
  if until is null then
    perform clinic.refuse('PL409', 'the link was not for photos to keep');
  end if;
  delete from clinic.kept_photos as k
  where k.practice_id = evaluation.practice_id and k.evaluation_id = evaluation.id and k.view = photo_keep.view;
  insert into clinic.kept_photos (practice_id, evaluation_id, view, picture, keep_until, kept_by)
  values (evaluation.practice_id, evaluation.id, photo_keep.view, photo_keep.picture, until, clinic.my_id());
  perform clinic.audit('photo.keep', evaluation.id, evaluation.client_id);
  return until;
end
$$;
