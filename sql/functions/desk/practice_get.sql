create or replace function desk.practice_get()
returns table (
  id uuid, name text, colour text, phone text, email text, address text, hidden_questions jsonb,
  content_reviewed_by text, content_reviewed_at timestamptz, retention_years integer, time_zone text, welcome text,
  emergency_phone text, has_portrait boolean)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    p.practice_id, p.name, p.colour, p.phone, p.email, p.address, to_jsonb(p.hidden_questions),
    p.content_reviewed_by, p.content_reviewed_at, p.retention_years, p.time_zone, p.welcome,
    p.emergency_phone, m.portrait is not null
  from clinic.practices as p
    left join clinic.practitioners as m on m.practice_id = p.practice_id and m.id = (select clinic.my_id())
  where p.practice_id = (select clinic.my_practice())
$$;
