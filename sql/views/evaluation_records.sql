-- Evaluations as they are to be read: each with its last amendment, if it has one. An amendment raises the version, so
-- whoever corrects a record names the version they have read.
create or replace view clinic.evaluation_records
with (security_invoker)
as
select
  e.id, e.short_id, c.client, c.client_name,
  coalesce(a.content_version, e.content_version) as content_version,
  coalesce(a.body, e.body) as body,
  e.state, e.recorded_at, e.signed_at,
  e.version + coalesce(a.number, 0) as version
from clinic.evaluations as e
  join clinic.record_clients as c
    on c.practice_id = e.practice_id and c.filed_under = e.client_id
  left join lateral (
    select a.number, a.content_version, a.body
    from clinic.evaluation_amendments as a
    where a.practice_id = e.practice_id and a.evaluation_id = e.id
    order by a.number desc
    limit 1
  ) as a on true;
