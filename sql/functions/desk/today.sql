-- How much of what needs this therapist: of the clients they may see.
create or replace function desk.today()
returns table (
  red_flags bigint, intakes_to_review bigint, forms_unfinished bigint, forms_expiring bigint,
  evaluations_unsigned bigint, plans_in_draft bigint, visits_due bigint)
language sql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
  select
    (select count(*) from clinic.intake_records as r
      where r.state in ('submitted', 'flagged', 'amended') and r.open_flags > 0),
    (select count(*) from clinic.intake_records as r where r.state in ('submitted', 'flagged', 'amended')),
    (select count(*) from clinic.invite_records as r where r.state in ('opened', 'started')),
    (select count(*) from clinic.invite_records as r
      where r.state in ('created', 'opened', 'started') and r.expires_at < now() + interval '48 hours'),
    (select count(*) from clinic.evaluation_records as r where r.state = 'draft'),
    (select count(*) from clinic.plan_records as r where r.state = 'draft'),
    (select count(*) from clinic.plan_records as r where r.state = 'issued' and r.next_visit <= current_date)
$$;
