-- What the outbox finds of the people of records.sql, in its transaction: plans whose links it knows, and messages.
-- Each was asked three times since the last check-in, and did not answer.
insert into clinic.plan_copies (practice_id, plan_id, sealed, sealed_basis, expires_at)
select practice_id, plan_id, '', '', seen_at + interval '1 year' from people;
insert into clinic.outbox_links (practice_id, target, client_id, sealed)
select practice_id, plan_id, id, decode(repeat('00', 80), 'hex') from people;
insert into clinic.messages
  (practice_id, kind, client_id, practitioner_id, channel, target, occasion, state, next_try_at, created_at,
  handed_over_at)
select
  c.practice_id, 'checkin', c.id, c.practitioner_id, 'email', c.plan_id, a.at::date, 'sent', a.at, a.at, a.at
from people as c
  cross join lateral (
    select c.seen_at + interval '8 days' + n * interval '7 days' as at from generate_series(1, 3) as n) as a;
