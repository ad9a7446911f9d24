-- Returns everything that happened with a client, newest first. `what` is a verb of the audit.
create or replace function desk.client_timeline(reference text, since timestamptz)
returns table (at timestamptz, what text, id uuid, short_id text, state text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
  ids constant uuid[] := array(select clinic.client_ids(client.id));
begin
  perform clinic.audit('client.timeline', client.id, client.id);
  return query
    select e.*
    from (
      select c.created_at as at, 'client.add' as what, c.id, c.short_id, null::text as state
      from clinic.clients as c
      where c.practice_id = client.practice_id and c.id = any (ids)
      union all
      select i.created_at, 'invite.create', i.id, i.short_id, i.state
      from clinic.invites as i
      where i.practice_id = client.practice_id and i.client_id = any (ids)
      union all
      select i.submitted_at, 'intake.submit', i.id, i.short_id, i.state
      from clinic.intakes as i
      where i.practice_id = client.practice_id and i.client_id = any (ids)
      union all
      select i.accepted_at, 'intake.accept', i.id, i.short_id, i.state
      from clinic.intakes as i
      where i.practice_id = client.practice_id and i.client_id = any (ids) and i.accepted_at is not null
      union all
      select v.recorded_at, 'evaluation.record', v.id, v.short_id, v.state
      from clinic.evaluations as v
      where v.practice_id = client.practice_id and v.client_id = any (ids)
      union all
      select v.signed_at, 'evaluation.sign', v.id, v.short_id, v.state
      from clinic.evaluations as v
      where v.practice_id = client.practice_id and v.client_id = any (ids) and v.signed_at is not null
      union all
      select p.created_at, 'plan.create', p.id, p.short_id, p.state
      from clinic.plans as p
      where p.practice_id = client.practice_id and p.client_id = any (ids)
      union all
      select p.issued_at, 'plan.issue', p.id, p.short_id, p.state
      from clinic.plans as p
      where p.practice_id = client.practice_id and p.client_id = any (ids) and p.issued_at is not null
      union all
      select n.written_at, 'client.note', n.id, null, null
      from clinic.client_notes as n
      where n.practice_id = client.practice_id and n.client_id = any (ids) and n.struck_at is null
    ) as e
    where client_timeline.since is null or e.at >= client_timeline.since
    order by e.at desc, e.what;
end
$$;
