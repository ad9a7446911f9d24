-- Removes the posture photos of a practice whose links have ended, and kept ones whose last day is over. Returns how
-- many.
create or replace function clinic.expire_photos(practice uuid)
returns bigint
language sql
set search_path = pg_catalog, pg_temp
as $$
  with ended as (
    update clinic.photos as p
    set sealed = null
    from clinic.photo_sessions as s
    where s.practice_id = expire_photos.practice and s.expires_at <= statement_timestamp() and p.sealed is not null
      and p.practice_id = s.practice_id and p.evaluation_id = s.evaluation_id
    returning 1
  ), kept as (
    delete from clinic.kept_photos as k
    where k.practice_id = expire_photos.practice and k.keep_until < clinic.today()
    returning 1
  )
  select (select count(*) from ended) + (select count(*) from kept)
$$;
