-- What was said about each consent, one row for each time. `states` is there to be looked up by the indexes.
create or replace view clinic.consents
with (security_invoker)
as
select
  e.practice_id, e.client_id, s.key as consent, s.value as state, e.choices ->> s.key as answer, e.source,
  e.text_version, e.intake_id, e.recorded_by, e.at, e.reason, e.states
from clinic.consent_entries as e
  cross join lateral jsonb_each_text(e.states) as s;
