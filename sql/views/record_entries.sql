-- When something was last entered into clients' health records, one row for each client and kind of record, so that few
-- rows are left to be compared. Most kinds are read from an index that is in this order.
create or replace view clinic.record_entries
with (security_invoker)
as
select i.practice_id, i.client_id, max(i.submitted_at) as at
from clinic.intakes as i
group by i.practice_id, i.client_id
union all
select e.practice_id, e.client_id, max(e.recorded_at)
from clinic.evaluations as e
group by e.practice_id, e.client_id
union all
select k.practice_id, k.client_id, max(k.submitted_at)
from clinic.checkins as k
group by k.practice_id, k.client_id
union all
select v.practice_id, v.client_id, max(v.recorded_at)
from clinic.visits as v
group by v.practice_id, v.client_id
union all
select p.practice_id, p.client_id, max(coalesce(p.issued_at, p.created_at))
from clinic.plans as p
group by p.practice_id, p.client_id;
