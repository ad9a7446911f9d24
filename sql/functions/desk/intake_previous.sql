-- Returns the newest accepted intake of the same client before this one, or no row if this is the first.
create or replace function desk.intake_previous(reference text)
returns setof clinic.intake_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  intake constant clinic.intakes := clinic.require_intake(reference);
  previous uuid;
begin
  select i.id into previous
  from clinic.intakes as i
    join clinic.intake_records as r on r.id = i.id
  where i.practice_id = intake.practice_id
    and r.client = (select n.client from clinic.intake_records as n where n.id = intake.id)
    and i.state = 'accepted'
    and (i.submitted_at, i.id) < (intake.submitted_at, intake.id)
  order by i.submitted_at desc, i.id desc
  limit 1;
  if found then
    perform clinic.audit('intake.read', previous, intake.client_id);
    return query select r.* from clinic.intake_records as r where r.id = previous;
  end if;
end
$$;
