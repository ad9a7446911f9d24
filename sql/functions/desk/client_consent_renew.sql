-- Records that a client agrees anew, by a signed sheet or as they wish, to the words of a version of the content.
create or replace function desk.client_consent_renew(reference text, consent text, source text, text_version text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  if client_consent_renew.consent is null or client_consent_renew.consent !~ '^consent\.[a-z_]{1,60}$' then
    perform clinic.refuse('PL422', 'only a consent is renewed');
  elsif client_consent_renew.source is null or client_consent_renew.source not in ('wish', 'sheet') then
    perform clinic.refuse('PL422', 'a consent is renewed by a wish or a sheet');
  end if;
  perform clinic.require_content(client_consent_renew.text_version);
  insert into clinic.consent_entries (practice_id, client_id, states, source, text_version, recorded_by)
  values (
    client.practice_id, client.id, jsonb_build_object(client_consent_renew.consent, 'renewed'),
    client_consent_renew.source, client_consent_renew.text_version, clinic.my_id());
  perform clinic.audit('consent.renew', null, client.id, client_consent_renew.consent);
end
$$;
