-- Adds red flags that the findings of an evaluation raise to the accepted intake that was assessed with them. They are
-- acknowledged there.
create or replace function desk.intake_raise(reference text, raised jsonb)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  intake constant clinic.intakes := clinic.require_intake(reference);
begin
  if intake.state <> 'accepted' then
    perform clinic.refuse('PL409', 'the intake is not accepted');
  end if;
  perform clinic.audit('intake.raise', intake.id, intake.client_id);
  perform clinic.raise_flags(intake, raised);
end
$$;
