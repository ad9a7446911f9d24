-- What is to be known of a client before anything else: required consents that are refused or taken back, those that
-- are to be renewed since a year has gone by, what the client wishes, and colleagues who broke the glass. The last are
-- told to the client's practitioner; if that is by now the colleague, to the owner.
--
-- `offset 0`: the client is looked up for each notice. Free to choose, the planner takes a practice's clients for one
-- or two, and gathers all notices again for each of them.
create or replace view clinic.client_notices
with (security_invoker)
as
select
  n.need, r.client, r.client_name, n.since, n.subject, n.detail, n.client_id as filed_under
from (
  select e.practice_id, e.client_id, 'consents_refused' as need, e.at as since, e.consent as subject, e.state as detail
  from clinic.consents as e
  where e.states @? '$.* ? (@ == "refused" || @ == "withdrawn")'
    and e.state in ('refused', 'withdrawn')
    and clinic.is_required_consent(e.consent)
    and not exists (
      select
      from clinic.clients as own
        join clinic.clients as other
          on other.practice_id = own.practice_id
            and coalesce(other.merged_into, other.id) = coalesce(own.merged_into, own.id)
        join clinic.consent_entries as later
          on later.practice_id = other.practice_id and later.client_id = other.id
      where own.practice_id = e.practice_id and own.id = e.client_id
        and later.states ? e.consent and later.at > e.at)
  union all
  -- The newest of each client's own entries, and of those of clients merged into this one: the first is one step in an
  -- index for each client, and the second are few.
  select c.practice_id, c.id, 'consents_to_renew', e.at, k.consent, e.state
  from clinic.clients as c
    cross join (values ('consent.treatment'), ('consent.health_data')) as k (consent)
    cross join lateral (
      (
        select own.at, own.states ->> k.consent as state
        from clinic.consent_entries as own
        where own.practice_id = c.practice_id and own.client_id = c.id and own.states ? k.consent
        order by own.at desc
        limit 1
      )
      union all
      select merged.at, merged.states ->> k.consent
      from clinic.clients as other
        join clinic.consent_entries as merged
          on merged.practice_id = other.practice_id and merged.client_id = other.id
      where other.practice_id = c.practice_id and other.merged_into = c.id and merged.states ? k.consent
      order by 1 desc
      limit 1
    ) as e
  where c.merged_into is null
    and c.archived_at is null
    and e.state in ('given', 'renewed', 'overridden')
    and e.at < statement_timestamp() - interval '1 year'
  union all
  select w.practice_id, w.client_id, 'wishes_open', w.told_at, w.kind, null
  from clinic.wishes as w
  where w.done_at is null
  union all
  select o.practice_id, o.client_id, 'clients_opened', o.opened_at, p.display_name, o.reason
  from clinic.client_openings as o
    join clinic.practitioners as p on p.practice_id = o.practice_id and p.id = o.opened_by
    join clinic.clients as own on own.practice_id = o.practice_id and own.id = o.client_id
    join clinic.clients as c
      on c.practice_id = own.practice_id and c.id = coalesce(own.merged_into, own.id)
  where o.acknowledged_at is null
    and clinic.is_told_of_opening(o.opened_by, c.practitioner_id)
) as n
  cross join lateral (
    select f.client, f.client_name
    from clinic.record_clients as f
    where f.practice_id = n.practice_id and f.filed_under = n.client_id
    offset 0
  ) as r;
