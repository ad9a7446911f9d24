-- What happened with clients, one row for each time; `what` is a verb as in the audit.
create or replace view clinic.client_events
with (security_invoker)
as
select
  c.practice_id, c.id as client_id, c.created_at as at, 'client.add' as what, c.id, c.short_id, null::text as state,
  null::text as detail
from clinic.clients as c
union all
select i.practice_id, i.client_id, i.created_at, 'invite.create', i.id, i.short_id, i.state, null
from clinic.invites as i
union all
select i.practice_id, i.client_id, i.submitted_at, 'intake.submit', i.id, i.short_id, i.state, null
from clinic.intakes as i
union all
select i.practice_id, i.client_id, i.accepted_at, 'intake.accept', i.id, i.short_id, i.state, null
from clinic.intakes as i
where i.accepted_at is not null
union all
select v.practice_id, v.client_id, v.recorded_at, 'evaluation.record', v.id, v.short_id, v.state, null
from clinic.evaluations as v
union all
select v.practice_id, v.client_id, v.signed_at, 'evaluation.sign', v.id, v.short_id, v.state, null
from clinic.evaluations as v
where v.signed_at is not null
union all
select p.practice_id, p.client_id, p.created_at, 'plan.create', p.id, p.short_id, p.state, null
from clinic.plans as p
union all
select p.practice_id, p.client_id, p.issued_at, 'plan.issue', p.id, p.short_id, p.state, null
from clinic.plans as p
where p.issued_at is not null
union all
select n.practice_id, n.client_id, n.written_at, 'client.note', n.id, null, null, null
from clinic.client_notes as n
where n.struck_at is null
union all
select
  o.practice_id, o.client_id, o.opened_at, 'client.break_glass', o.id, null, null,
  p.display_name || ': ' || o.reason
from clinic.client_openings as o
  join clinic.practitioners as p on p.practice_id = o.practice_id and p.id = o.opened_by
union all
select
  c.practice_id, c.client_id, c.at,
  case c.state
    when 'withdrawn' then 'consent.withdraw' when 'renewed' then 'consent.renew' else 'consent.override'
  end,
  null, null, c.state, concat_ws(': ', c.consent, c.reason)
from clinic.consents as c
where c.state in ('withdrawn', 'renewed', 'overridden')
union all
select
  w.practice_id, w.client_id, w.told_at, 'wish.save', w.id, null,
  case when w.done_at is null then 'open' else 'done' end, w.kind
from clinic.wishes as w;
