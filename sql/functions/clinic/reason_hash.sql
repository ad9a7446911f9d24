-- What an entry of the audit keeps of its reason; null for none. It is bound like clinic.my_practice.
create or replace function clinic.reason_hash(salt bytea, reason text)
returns bytea
language sql
stable
return sha256(salt || convert_to(reason, 'UTF8'));
