-- Returns the digits of a phone number that are the same however it is dialled: without the zeros in front, which lead
-- out of a town or a country, and without the (0) that is not dialled from abroad.
create or replace function clinic.phone_key(typed text)
returns text
language sql
immutable
return ltrim(
  regexp_replace(clinic.folded(replace(normalize(typed, NFKC), '(0)', '')), '[^0-9]', '', 'g'), '0');
