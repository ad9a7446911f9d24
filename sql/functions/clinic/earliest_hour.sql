-- Returns when a message may be handed over at the earliest: at a waking hour, and if nobody asked for it, when fewer
-- than three of that sort went to the client within a week. What the client asked for just now, and what tells a
-- therapist to look, goes at once.
create or replace function clinic.earliest_hour(message clinic.messages)
returns timestamptz
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
  unasked constant text[] := array['invite_reminder', 'checkin', 'next_visit', 'yearly_review'];
  third timestamptz;
begin
  if message.kind in ('new_link', 'notice') then
    return statement_timestamp();
  elsif message.kind = any (unasked) then
    select m.handed_over_at into third
    from clinic.messages as m
    where m.practice_id = message.practice_id
      and m.client_id = message.client_id
      and m.kind = any (unasked)
      and m.handed_over_at > statement_timestamp() - interval '7 days'
    order by m.handed_over_at desc
    offset 2
    limit 1;
  end if;
  return clinic.waking_hour(greatest(statement_timestamp(), third + interval '7 days'));
end
$$;
