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
select i.practice_id, i.client_id, e.at, e.what, i.id, i.short_id, i.state, null
from clinic.intakes as i
  cross join lateral (values (i.submitted_at, 'intake.submit'), (i.accepted_at, 'intake.accept')) as e (at, what)
where e.at is not null
union all
select v.practice_id, v.client_id, e.at, e.what, v.id, v.short_id, v.state, null
from clinic.evaluations as v
  cross join lateral (values (v.recorded_at, 'evaluation.record'), (v.signed_at, 'evaluation.sign')) as e (at, what)
where e.at is not null
union all
select v.practice_id, v.client_id, e.at, e.what, v.id, v.short_id, v.state, v.held_on::text
from clinic.visits as v
  cross join lateral (values (v.recorded_at, 'visit.record'), (v.signed_at, 'visit.sign')) as e (at, what)
where e.at is not null
union all
select k.practice_id, k.client_id, k.submitted_at, 'checkin.submit', k.id, k.short_id, k.form, null
from clinic.checkins as k
union all
select p.practice_id, p.client_id, e.at, e.what, p.id, p.short_id, p.state, null
from clinic.plans as p
  cross join lateral (values (p.created_at, 'plan.create'), (p.issued_at, 'plan.issue')) as e (at, what)
where e.at is not null
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
from clinic.wishes as w
union all
select
  m.practice_id, m.client_id, coalesce(m.handed_over_at, m.created_at),
  case m.state when 'failed' then 'message.fail' else 'message.hand_over' end, m.id, left(m.id::text, 8), m.state,
  concat_ws(': ', m.kind, m.reason)
from clinic.messages as m
where m.client_id is not null and m.state in ('sent', 'failed', 'bounced');
