-- Returns what the page of a plan's link shows: the copy sealed under the link while the plan is issued, and its items
-- that are paused; that it is paused, or replaced by a newer plan; and the practice, to call it. An expired link and a
-- closed plan are answered like an unknown link.
create or replace function door.plan_open(link_hash bytea)
returns table (
  state text, sealed bytea, paused_items jsonb, practice_name text, practice_colour text, practice_phone text,
  therapist_name text, time_zone text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('plan', link_hash);
begin
  return query
    select
      p.state, case when p.state = 'issued' then c.sealed end,
      (
        select coalesce(jsonb_agg(i.item order by i.item), '[]')
        from clinic.item_pauses as i
        where i.practice_id = p.practice_id and i.plan_id = p.id),
      r.name, r.colour, r.phone, t.display_name, r.time_zone
    from clinic.plan_copies as c
      join clinic.plans as p on p.practice_id = c.practice_id and p.id = c.plan_id
      join clinic.practices as r on r.practice_id = c.practice_id
      join clinic.clients as own on own.practice_id = p.practice_id and own.id = p.client_id
      join clinic.practitioners as t on t.practice_id = own.practice_id and t.id = own.practitioner_id
    where c.practice_id = (select clinic.my_practice())
      and c.plan_id = target
      and c.expires_at > statement_timestamp()
      and p.state in ('issued', 'paused', 'revised');
  if not found then
    perform clinic.refuse('PL404', 'plan');
  end if;
end
$$;
