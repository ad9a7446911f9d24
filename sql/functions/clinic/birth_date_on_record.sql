-- Returns the birth date of a client: what the therapist has on record, or else what the client's newest form says that
-- a therapist has read or corrected; null when neither is known.
create or replace function clinic.birth_date_on_record(client_id uuid)
returns date
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(
    (clinic.present_client(birth_date_on_record.client_id)).birth_date,
    (
      select clinic.day_of(i.answers ->> 'contact.date_of_birth')
      from clinic.read_intakes as i
      where i.practice_id = (select clinic.my_practice())
        and i.client_id in (select clinic.client_ids(birth_date_on_record.client_id))
        and i.state in ('accepted', 'returned', 'amended')
        and clinic.day_of(i.answers ->> 'contact.date_of_birth') is not null
      order by i.submitted_at desc, i.id desc
      limit 1))
$$;
