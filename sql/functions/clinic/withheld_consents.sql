-- Returns what a client does not agree to of that on which their care rests: what they refused or took back, until they
-- renew it or a reason is on record why it is done all the same; and that they wish to take back what they agreed to,
-- until that is settled with them. Null when they agree. What was never asked is not withheld: the form asks, and is
-- not sent without an answer.
create or replace function clinic.withheld_consents(client uuid)
returns text
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select string_agg(w.what, ', ' order by w.place, w.what)
  from (
    select 1 as place, c.consent || ' is ' || c.state as what
    from (
      select distinct on (e.consent) e.consent, e.state
      from clinic.consents as e
      where e.practice_id = (select clinic.my_practice())
        and e.client_id in (select clinic.client_ids(withheld_consents.client))
      order by e.consent, e.at desc) as c
    where c.state in ('refused', 'withdrawn') and clinic.is_required_consent(c.consent)
    union all
    select 2, 'they wish to take back what they agreed to'
    where exists (
      select from clinic.wishes as w
      where w.practice_id = (select clinic.my_practice())
        and w.client_id in (select clinic.client_ids(withheld_consents.client))
        and w.kind = 'withdraw_consent'
        and w.done_at is null)) as w
$$;
