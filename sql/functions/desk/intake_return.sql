-- Returns an intake to the client, who answers again through a new invite.
create or replace function desk.intake_return(reference text, question text, message text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  intake constant clinic.intakes := clinic.require_intake(reference);
begin
  if intake.state in ('accepted', 'returned') then
    perform clinic.refuse('PL409', 'the intake was ' || intake.state || ' already');
  elsif message is null or not clinic.has_visible(message) then
    perform clinic.refuse('PL422', 'an intake is returned with a message');
  end if;
  update clinic.intakes as i
  set state = 'returned', returned_at = now(), returned_by = clinic.my_id(), returned_question = question,
    returned_message = message
  where i.practice_id = intake.practice_id and i.id = intake.id;
  perform clinic.audit('intake.return', intake.id, intake.client_id);
end
$$;
