-- Returns the form that a browser sent through an invite, the last if it sent several; no row for any other browser.
create or replace function clinic.last_sent(invite uuid, key_hash bytea)
returns setof clinic.intakes
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select i.*
  from clinic.intakes as i
    join clinic.submitted_copies as c on c.practice_id = i.practice_id and c.intake_id = i.id
  where i.practice_id = (select clinic.my_practice())
    and i.invite_id = last_sent.invite
    and c.key_hash = last_sent.key_hash
  order by i.ordinal desc
  limit 1
$$;
