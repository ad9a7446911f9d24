-- Returns the records, clients and notices that wait for this therapist beside intakes, invites and check-ins. Those
-- that have waited longest come first. What is about a client, and no single record, has the client's short id; a
-- notice also what it is about and what there is to say of it.
create or replace function desk.today_records()
returns table (need text, short_id text, client uuid, client_name text, subject text, detail text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list today');
  return query
    select w.need, w.short_id, w.client, w.client_name, w.subject, w.detail
    from (
      select 'evaluations_unsigned', r.short_id, r.client, r.client_name, r.recorded_at, null, null
      from clinic.evaluation_records as r
      where r.state = 'draft'
      union all
      select 'plans_in_draft', r.short_id, r.client, r.client_name, r.created_at, null, null
      from clinic.plan_records as r
      where r.state = 'draft'
      union all
      select 'visits_unsigned', r.short_id, r.client, r.client_name, r.recorded_at, null, null
      from clinic.visit_records as r
      where r.state = 'draft'
      union all
      select 'visits_due', r.short_id, r.client, r.client_name, r.next_visit::timestamptz, null, null
      from clinic.plan_records as r
      where r.state = 'issued' and r.next_visit <= (select clinic.today())
      union all
      select 'messages_failed', m.short_id, m.client, m.client_name, m.created_at, null, null
      from clinic.message_records as m
      where m.state in ('failed', 'bounced') and m.client is not null
      union all
      select s.need, s.short_id, s.client, s.client_name, s.since, null, null
      from clinic.client_steps as s
      union all
      select n.need, c.short_id, n.client, n.client_name, n.since, n.subject, n.detail
      from clinic.client_notices as n
        join clinic.clients as c on c.practice_id = (select clinic.my_practice()) and c.id = n.client
    ) as w (need, short_id, client, client_name, since, subject, detail)
    order by w.since;
end
$$;
