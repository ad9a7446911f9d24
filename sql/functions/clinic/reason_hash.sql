-- Returns the hash that an audit entry keeps of its reason; null without a reason. It is a single bound expression like
-- clinic.my_practice.
create or replace function clinic.reason_hash(salt bytea, reason text)
returns bytea
language sql
stable
return sha256(salt || convert_to(reason, 'UTF8'));
