-- Returns what the check-in of a plan's link needs: what it asks about, sealed under the link; since when the plan is
-- out, and when the fuller form was answered last; the items that are paused; and the flags of its check-ins that
-- nobody has acknowledged, whose messages the client is shown. It changes nothing. A plan that another has replaced
-- takes no check-in. An expired link and a closed plan are answered like an unknown link.
create or replace function door.checkin_open(link_hash bytea)
returns table (
  state text, sealed_basis bytea, content_version text, issued_at timestamptz, last_full_at timestamptz,
  paused_items jsonb, open_flags jsonb, practice_name text, practice_colour text, practice_phone text,
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
      p.state, case when p.state <> 'revised' then c.sealed_basis end, p.content_version, p.issued_at,
      (
        select max(k.submitted_at)
        from clinic.checkins as k
        where k.practice_id = p.practice_id and k.plan_id = p.id and k.form = 'full'),
      (
        select coalesce(jsonb_agg(i.item order by i.item), '[]')
        from clinic.item_pauses as i
        where i.practice_id = p.practice_id and i.plan_id = p.id),
      (
        select coalesce(jsonb_agg(distinct f.flag), '[]')
        from clinic.checkins as k
          join clinic.checkin_flags as f on f.practice_id = k.practice_id and f.checkin_id = k.id
        where k.practice_id = p.practice_id and k.plan_id = p.id and f.acknowledged_at is null),
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
