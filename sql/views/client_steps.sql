-- What comes next with a client whose newest intake is accepted, or whose plan is paused: findings, a plan, or the plan
-- made anew. Also who has not told about their health for a year and is still in care. Of archived clients nothing.
--
-- All kinds of records are grouped at once for all clients: a lateral query for each of ten thousand would take a
-- minute, and so would a join for each kind, which PostgreSQL takes for a join of a few rows.
create or replace view clinic.client_steps
with (security_invoker)
as
with told as (
  select
    own.practice_id, coalesce(own.merged_into, own.id) as client, max(t.told_at) as told_at,
    max(t.accepted_at) as accepted_at, bool_or(t.evaluation_in_draft) as evaluation_in_draft,
    bool_or(t.plan_in_draft) as plan_in_draft, bool_or(t.plan_held) as plan_held, max(t.issued_at) as issued_at,
    min(t.paused_at) as paused_at, max(t.held_on) as held_on
  from (
    select
      i.practice_id, i.client_id, i.submitted_at as told_at,
      case when i.state = 'accepted' then i.submitted_at end as accepted_at, null::boolean as evaluation_in_draft,
      null::boolean as plan_in_draft, null::boolean as plan_held, null::timestamptz as issued_at,
      null::timestamptz as paused_at, null::date as held_on
    from clinic.intakes as i
    where i.state <> 'returned' and i.ordinal = 1
    union all
    select e.practice_id, e.client_id, null, null, e.state = 'draft', null, null, null, null, null
    from clinic.evaluations as e
    union all
    select
      p.practice_id, p.client_id, null, null, null, p.state = 'draft', p.state in ('issued', 'paused'), p.issued_at,
      p.paused_at, null
    from clinic.plans as p
    union all
    select v.practice_id, v.client_id, null, null, null, null, null, null, null, v.held_on
    from clinic.visits as v
  ) as t
    join clinic.clients as own on own.practice_id = t.practice_id and own.id = t.client_id
  group by own.practice_id, coalesce(own.merged_into, own.id)
)
select c.id as client, c.short_id, c.full_name as client_name, s.need, s.since
from clinic.visible_clients as c
  join told as t on t.practice_id = c.practice_id and t.client = c.id
  cross join lateral (
    select 'plans_paused' as need, t.paused_at as since
    where t.paused_at is not null
    union all
    select 'clients_to_examine', t.accepted_at
    where t.accepted_at = t.told_at and t.evaluation_in_draft is null
      and not coalesce(t.plan_in_draft or t.plan_held, false)
    union all
    select 'clients_to_plan', t.accepted_at
    where t.accepted_at = t.told_at and not t.evaluation_in_draft
      and not coalesce(t.plan_in_draft or t.plan_held, false)
      and (t.issued_at is null or t.issued_at < t.accepted_at)
    union all
    select 'plans_to_revise', t.accepted_at
    where t.accepted_at = t.told_at and t.plan_held and not t.plan_in_draft and t.paused_at is null
      and t.issued_at < t.accepted_at
    union all
    select 'reviews_due', t.told_at
    where t.told_at < statement_timestamp() - interval '1 year'
      and greatest(t.issued_at, t.held_on::timestamptz) > statement_timestamp() - interval '1 year'
  ) as s
where c.merged_into is null and c.archived_at is null;
