-- Records why care goes on although a client refused a consent it rests on or took it back. The client's next answer
-- counts again.
create or replace function desk.client_consent_override(reference text, consent text, reason text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_own_client(reference);
  newest constant clinic.consents := clinic.current_consent(client.id, client_consent_override.consent);
begin
  if newest.consent is null then
    perform clinic.refuse('PL404', 'consent');
  elsif newest.state not in ('refused', 'withdrawn') or not clinic.is_required_consent(newest.consent) then
    perform clinic.refuse('PL409', 'this consent holds nothing up');
  elsif client_consent_override.reason is null or not clinic.has_visible(client_consent_override.reason) then
    perform clinic.refuse('PL422', 'a consent is overridden with a reason');
  end if;
  insert into clinic.consent_entries
    (practice_id, client_id, states, source, text_version, recorded_by, reason)
  values (
    client.practice_id, client.id, jsonb_build_object(newest.consent, 'overridden'), 'therapist', newest.text_version,
    clinic.my_id(), client_consent_override.reason);
  perform clinic.audit('consent.override', null, client.id, newest.consent);
end
$$;
