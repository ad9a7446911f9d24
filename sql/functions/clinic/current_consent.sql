-- The newest entry about a consent of a client and of those merged into it; null when nothing was said about it.
create or replace function clinic.current_consent(client uuid, consent text)
returns clinic.consents
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select e.*
  from clinic.consents as e
  where e.practice_id = (select clinic.my_practice())
    and e.client_id in (select clinic.client_ids(current_consent.client))
    and e.consent = current_consent.consent
  order by e.at desc
  limit 1
$$;
