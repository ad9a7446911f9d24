-- When something was entered into clients' health records, one row for each entry.
create or replace view clinic.record_entries
with (security_invoker)
as
select i.practice_id, i.client_id, i.submitted_at as at
from clinic.intakes as i
union all
select e.practice_id, e.client_id, e.recorded_at
from clinic.evaluations as e
union all
select k.practice_id, k.client_id, k.submitted_at
from clinic.checkins as k
union all
select v.practice_id, v.client_id, v.recorded_at
from clinic.visits as v
union all
select p.practice_id, p.client_id, coalesce(p.issued_at, p.created_at)
from clinic.plans as p;
