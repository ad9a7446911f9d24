-- Returns what the pages of a photo link show, but the pictures themselves: `photos` is [{"view", "id", "width",
-- "height"}], `points` is [{"view", "round", "landmark", "x", "y"}], `sealed` is what the last evaluation says. It
-- names no client and changes nothing.
create or replace function door.photo_open(link_hash bytea)
returns table (
  practice uuid, practice_name text, practice_colour text, practice_phone text, therapist_name text, time_zone text,
  evaluation text, content_version text, views jsonb, scale_mm integer, sealed bytea, expires_at timestamptz,
  photos jsonb, points jsonb, keep_until date)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('photo', link_hash);
begin
  return query
    select
      r.practice_id, r.name, r.colour, r.phone, p.display_name, r.time_zone, e.short_id, e.content_version,
      to_jsonb(s.views), s.scale_mm, s.sealed, s.expires_at,
      (
        select coalesce(
          jsonb_agg(jsonb_build_object('view', t.view, 'id', t.id, 'width', t.width, 'height', t.height)), '[]')
        from clinic.photos as t
        where t.practice_id = s.practice_id and t.evaluation_id = s.evaluation_id),
      (
        select coalesce(
          jsonb_agg(
            jsonb_build_object('view', t.view, 'round', t.round, 'landmark', t.landmark, 'x', t.x, 'y', t.y)),
          '[]')
        from clinic.photo_points as t
        where t.practice_id = s.practice_id and t.evaluation_id = s.evaluation_id),
      s.keep_until
    from clinic.photo_sessions as s
      join clinic.evaluations as e on e.practice_id = s.practice_id and e.id = s.evaluation_id
      join clinic.practices as r on r.practice_id = s.practice_id
      join clinic.practitioners as p on p.practice_id = s.practice_id and p.id = s.created_by
    where s.practice_id = (select clinic.my_practice())
      and s.evaluation_id = target
      and s.expires_at > statement_timestamp();
  if not found then
    perform clinic.refuse('PL404', 'photo');
  end if;
end
$$;
