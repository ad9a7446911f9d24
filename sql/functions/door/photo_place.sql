-- Puts a landmark on the picture of a view, in pixels, in place of where it was; nowhere when `x` is null. Refused when
-- another picture has taken the place of `id`. The same again changes nothing.
create or replace function door.photo_place(
  link_hash bytea, view text, id uuid, round integer, landmark text, x double precision, y double precision)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  session constant clinic.photo_sessions := clinic.require_photo_session(link_hash);
  photo clinic.photos;
begin
  select p.* into photo
  from clinic.photos as p
  where p.practice_id = session.practice_id and p.evaluation_id = session.evaluation_id and p.view = photo_place.view
    and p.id = photo_place.id;
  if not found then
    perform clinic.refuse('PL412', 'another picture was taken meanwhile');
  elsif photo_place.x > photo.width or photo_place.y > photo.height then
    perform clinic.refuse('PL422', 'the point is outside of the picture');
  end if;
  delete from clinic.photo_points as t
  where t.practice_id = session.practice_id and t.evaluation_id = session.evaluation_id and t.view = photo_place.view
    and t.round = photo_place.round and t.landmark = photo_place.landmark;
  if photo_place.x is null then
    return;
  elsif (
    select count(*)
    from clinic.photo_points as t
    where t.practice_id = session.practice_id and t.evaluation_id = session.evaluation_id
      and t.view = photo_place.view) >= 80
  then
    perform clinic.refuse('PL422', 'no view has so many landmarks');
  end if;
  insert into clinic.photo_points (practice_id, evaluation_id, view, round, landmark, x, y)
  values (
    session.practice_id, session.evaluation_id, photo_place.view, photo_place.round, photo_place.landmark,
    photo_place.x, photo_place.y);
end
$$;
