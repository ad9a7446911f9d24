-- Returns the messages of a practice that are due, those that have waited longest first, and whether a message needs a
-- link that is still to be made.
create or replace function outbox.due(practice uuid, most integer)
returns table (id uuid, client uuid, needs_invite boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.enter(due.practice);
  return query
    select m.id, m.client_id, m.kind = 'yearly_review'
    from clinic.messages as m
    where m.practice_id = due.practice
      and m.state = 'waiting'
      and m.next_try_at <= statement_timestamp()
    order by m.next_try_at, m.id
    limit most;
end
$$;
