-- Stores what a check-in sets off: its red flags, the plans that they pause, and the items of its plan that hurt a lot.
-- `raised` is an array of {"flag", "urgency", "title"}. It is called after an audit entry was written, for the reason
-- that desk.plan_issue gives.
create or replace function clinic.take_in_checkin(checkin clinic.checkins, raised jsonb, hurting text[])
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  paused text;
begin
  if raised <> '[]' then
    insert into clinic.checkin_flags (practice_id, checkin_id, flag, urgency, title)
    select checkin.practice_id, checkin.id, f.flag, f.urgency, f.title
    from jsonb_to_recordset(raised) as f (flag text, urgency text, title text);
    perform clinic.pause_plans(
      checkin.client_id, string_agg(f.flag, ', ' order by f.flag),
      case when not bool_or(f.urgency in ('urgent', 'emergency')) then array_agg(f.flag order by f.flag) end)
    from clinic.checkin_flags as f
    where f.practice_id = checkin.practice_id and f.checkin_id = checkin.id;
    if raised @? '$[*] ? (@.urgency == "urgent" || @.urgency == "emergency")' then
      perform clinic.tell_therapist(checkin.client_id);
    end if;
  end if;
  if cardinality(hurting) > 0 then
    with added as (
      insert into clinic.item_pauses (practice_id, plan_id, item, checkin_id)
      select i.practice_id, i.plan_id, i.item, checkin.id
      from clinic.plan_items as i
      where i.practice_id = checkin.practice_id and i.plan_id = checkin.plan_id and i.item = any (hurting)
      on conflict on constraint item_pauses_pkey do nothing
      returning item
    )
    select string_agg(a.item, ', ' order by a.item) into paused
    from added as a;
    if paused is not null then
      perform clinic.audit('plan.pause_item', checkin.plan_id, checkin.client_id, paused);
    end if;
  end if;
end
$$;
