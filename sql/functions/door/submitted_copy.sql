-- The client's own copy of what was sent, for the browser that sent it, and what they wish that is not done yet; no row
-- for any other browser (clinic.last_sent).
create or replace function door.submitted_copy(token_hash bytea, key_hash bytea)
returns table (code text, submitted_at timestamptz, sealed bytea, wishes jsonb, ordinal integer)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
begin
  return query
    select
      i.short_id, i.submitted_at, c.sealed,
      (
        select coalesce(jsonb_agg(w.kind order by w.told_at), '[]')
        from clinic.wishes as w
        where w.practice_id = i.practice_id and w.intake_id = i.id and w.done_at is null),
      i.ordinal
    from clinic.last_sent(target, submitted_copy.key_hash) as i
      join clinic.submitted_copies as c on c.practice_id = i.practice_id and c.intake_id = i.id;
end
$$;
