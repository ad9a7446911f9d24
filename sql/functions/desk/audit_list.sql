-- Returns entries of the practice's audit, newest first: all of them for the owner; for others those about clients they
-- may see and those of their own actions. They are at most `most`, or with null all.
create or replace function desk.audit_list(
  reference text, by text, since timestamptz, most integer default null)
returns table (
  sequence bigint, at timestamptz, who text, verb text, target uuid, client uuid, reason text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  subject clinic.clients;
begin
  if audit_list.reference is not null then
    subject := clinic.require_client(audit_list.reference);
  else
    perform clinic.require_sight('list audit');
  end if;
  perform clinic.refuse_own_entries();
  return query
    select e.sequence, e.at, clinic.name_of(e.who), e.verb, e.target, e.client_id, r.reason
    from clinic.audit_entries as e
      left join clinic.audit_reasons as r on r.practice_id = e.practice_id and r.sequence = e.sequence
    where e.practice_id = (select clinic.my_practice())
      and (subject.id is null or e.client_id in (select clinic.client_ids(subject.id)))
      and (audit_list.by is null or lower(clinic.name_of(e.who)) = lower(audit_list.by))
      and (audit_list.since is null or e.at >= audit_list.since)
      and (
        (select clinic.is_owner()) or e.who = session_user or subject.id is not null
        or e.client_id in (select c.id from clinic.visible_clients as c))
    order by e.sequence desc
    limit most;
end
$$;
