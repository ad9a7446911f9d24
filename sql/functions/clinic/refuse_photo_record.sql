-- Refuses a photo in the record of a client who has not agreed to it, or of a minor whose guardian has not: a guardian
-- agrees by signing the form, or on a sheet. What was never asked is no consent here.
create or replace function clinic.refuse_photo_record(client uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  newest constant clinic.consents := clinic.current_consent(client, 'consent.photos');
  is_minor constant boolean := clinic.birth_date_on_record(client) > clinic.today() - interval '18 years';
begin
  if newest.state is null or newest.state not in ('given', 'renewed') then
    perform clinic.refuse(
      'PL423', 'the client has not agreed to photos in the record: consent.photos is '
      || coalesce(newest.state, 'not answered'));
  elsif is_minor and newest.source <> 'sheet' and not exists (
    select from clinic.read_intakes as i
    where i.practice_id = (select clinic.my_practice())
      and i.id = newest.intake_id
      and i.answers ->> 'consent.signed_by' in ('guardian', 'legal_rep'))
  then
    perform clinic.refuse('PL423', 'the client is a minor, and no guardian has agreed to photos in the record');
  end if;
end
$$;
