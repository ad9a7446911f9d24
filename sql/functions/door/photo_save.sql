-- Stores the picture of a view, sealed under the link's secret. The picture that was there before goes with its taps. A
-- link takes forty pictures.
create or replace function door.photo_save(
  link_hash bytea, view text, id uuid, width integer, height integer, sealed bytea)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  session constant clinic.photo_sessions := clinic.require_photo_session(link_hash);
begin
  if photo_save.view <> all (session.views) or photo_save.sealed is null then
    perform clinic.refuse('PL422', 'the link is for other views');
  elsif session.pictures_taken >= 40 then
    perform clinic.refuse('PL423', 'the link has taken forty pictures');
  end if;
  delete from clinic.photos as p
  where p.practice_id = session.practice_id and p.evaluation_id = session.evaluation_id and p.view = photo_save.view;
  insert into clinic.photos (practice_id, evaluation_id, view, id, width, height, sealed)
  values (
    session.practice_id, session.evaluation_id, photo_save.view, photo_save.id, photo_save.width, photo_save.height,
    photo_save.sealed);
  update clinic.photo_sessions as s
  set pictures_taken = s.pictures_taken + 1
  where s.practice_id = session.practice_id and s.evaluation_id = session.evaluation_id;
  perform clinic.audit('photo.save', session.evaluation_id, e.client_id)
  from clinic.evaluations as e
  where e.practice_id = session.practice_id and e.id = session.evaluation_id;
end
$$;
