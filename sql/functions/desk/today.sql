-- Counts what waits for this therapist, among the clients they may see.
create or replace function desk.today()
returns table (
  red_flags bigint, intakes_to_review bigint, forms_unfinished bigint, forms_expiring bigint,
  evaluations_unsigned bigint, plans_in_draft bigint, visits_due bigint, consents_refused bigint,
  consents_to_renew bigint, wishes_open bigint, clients_opened bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list today');
  return query
    select
      (select count(*) from clinic.intake_records as r
        where r.state in ('submitted', 'flagged', 'amended') and r.open_flags > 0),
      (select count(*) from clinic.intake_records as r where r.state in ('submitted', 'flagged', 'amended')),
      (select count(*) from clinic.invite_records as r where r.state in ('opened', 'started')),
      (select count(*) from clinic.invite_records as r
        where r.state in ('created', 'opened', 'started') and r.expires_at < now() + interval '48 hours'),
      count(*) filter (where w.need = 'evaluations_unsigned'),
      count(*) filter (where w.need = 'plans_in_draft'),
      count(*) filter (where w.need = 'visits_due'),
      -- Clients, of whom one may have refused several.
      count(distinct w.short_id) filter (where w.need = 'consents_refused'),
      count(distinct w.short_id) filter (where w.need = 'consents_to_renew'),
      count(*) filter (where w.need = 'wishes_open'),
      count(*) filter (where w.need = 'clients_opened')
    from desk.today_records() as w;
end
$$;
