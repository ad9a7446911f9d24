-- Records that a client takes a consent back, and pauses the issued plans that rest on it. A wish to take back, told
-- from the client's page, is done by it. Photos go with the consent to them: those in the record, and those that are
-- being measured. Returns the short ids of the plans that were paused.
create or replace function desk.client_consent_withdraw(
  reference text, consent text, source text default 'wish', reason text default null)
returns setof text
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  client constant clinic.clients := clinic.require_client(reference);
  ids constant uuid[] := array(select clinic.client_ids(client.id));
  newest clinic.consents;
begin
  -- Newest first, as desk.plan_issue locks them: a plan that is being issued has been issued by then, and is paused, or
  -- finds the consent withdrawn.
  perform from clinic.plans as p
  where p.practice_id = client.practice_id and p.client_id = any (ids)
  order by p.created_at desc, p.id desc
  for update;

  newest := clinic.current_consent(client.id, client_consent_withdraw.consent);
  if newest.consent is null then
    perform clinic.refuse('PL404', 'consent');
  elsif newest.state in ('refused', 'withdrawn') then
    perform clinic.refuse('PL409', 'the consent is ' || newest.state || ' already');
  elsif client_consent_withdraw.source is null or client_consent_withdraw.source not in ('wish', 'sheet') then
    perform clinic.refuse('PL422', 'a consent is withdrawn by a wish or a sheet');
  end if;
  insert into clinic.consent_entries
    (practice_id, client_id, states, source, text_version, recorded_by, reason)
  values (
    client.practice_id, client.id, jsonb_build_object(newest.consent, 'withdrawn'), client_consent_withdraw.source,
    newest.text_version, clinic.my_id(), client_consent_withdraw.reason);
  update clinic.wishes as w
  set done_at = now(), done_by = clinic.my_id()
  where w.practice_id = client.practice_id and w.client_id = any (ids)
    and w.kind = 'withdraw_consent' and w.done_at is null;
  if newest.consent = 'consent.photos' then
    delete from clinic.kept_photos as k
    where k.practice_id = client.practice_id
      and k.evaluation_id in (
        select e.id from clinic.evaluations as e where e.practice_id = client.practice_id and e.client_id = any (ids));
    perform clinic.end_photos(e)
    from clinic.evaluations as e
    where e.practice_id = client.practice_id and e.client_id = any (ids);
  end if;
  perform clinic.audit('consent.withdraw', null, client.id, newest.consent);
  if clinic.is_required_consent(newest.consent) then
    return query select clinic.pause_plans(client.id, newest.consent);
  end if;
end
$$;
