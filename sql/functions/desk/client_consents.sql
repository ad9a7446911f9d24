-- Everything that was said about a client's consents, the newest first. Of those about one consent the newest counts.
-- `recorded_by` is null when the client said it themselves.
create or replace function desk.client_consents(reference text)
returns table (
  consent text, state text, answer text, source text, text_version text, intake text, recorded_by text, at timestamptz,
  reason text, required boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  perform clinic.audit('client.consents', client.id, client.id);
  return query
    select
      e.consent, e.state, e.answer, e.source, e.text_version, i.short_id, p.display_name, e.at, e.reason,
      clinic.is_required_consent(e.consent)
    from clinic.consents as e
      left join clinic.intakes as i on i.practice_id = e.practice_id and i.id = e.intake_id
      left join clinic.practitioners as p on p.practice_id = e.practice_id and p.id = e.recorded_by
    where e.practice_id = client.practice_id
      and e.client_id in (select clinic.client_ids(client.id))
    order by e.at desc, e.consent;
end
$$;
