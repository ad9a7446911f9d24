-- Refuses what rests on the consent of a client who refused it or took it back, until they renew it or a reason is on
-- record why it is done all the same; and while they wish to take back what they agreed to, until that is settled with
-- them. What was never asked refuses nothing: the form asks, and is not sent without an answer.
create or replace function clinic.refuse_without_consent(client uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  missing text;
begin
  select string_agg(c.consent || ' is ' || c.state, ', ' order by c.consent) into missing
  from (
    select distinct on (e.consent) e.consent, e.state
    from clinic.consents as e
    where e.practice_id = (select clinic.my_practice())
      and e.client_id in (select clinic.client_ids(refuse_without_consent.client))
    order by e.consent, e.at desc) as c
  where c.state in ('refused', 'withdrawn') and clinic.is_required_consent(c.consent);
  if exists (
    select from clinic.wishes as w
    where w.practice_id = (select clinic.my_practice())
      and w.client_id in (select clinic.client_ids(refuse_without_consent.client))
      and w.kind = 'withdraw_consent'
      and w.done_at is null)
  then
    missing := concat_ws(', ', missing, 'they wish to take back what they agreed to');
  end if;
  if missing is not null then
    perform clinic.refuse('PL423', 'the client does not agree: ' || missing);
  end if;
end
$$;
