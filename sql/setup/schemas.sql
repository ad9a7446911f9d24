-- The schemas and who may use them. All tables are in `clinic`, which no role that can log in may use.
create schema if not exists clinic    authorization plumbline_owner;
create schema if not exists door      authorization plumbline_owner;
create schema if not exists desk      authorization plumbline_owner;
create schema if not exists operator  authorization plumbline_owner;
create schema if not exists outbox    authorization plumbline_owner;
create schema if not exists registrar authorization plumbline_registrar;
revoke all on schema clinic, door, desk, operator, outbox, registrar from public;
grant usage on schema door      to plumbline_door;
grant usage on schema desk      to plumbline_desk;
grant usage on schema operator  to plumbline_operator;
grant usage on schema outbox    to plumbline_outbox;
grant usage on schema registrar to plumbline_owner;

-- Only the role that a schema is for may execute the functions in it.
alter default privileges for role plumbline_owner, plumbline_registrar revoke execute on functions from public;
alter default privileges for role plumbline_owner, plumbline_registrar revoke usage on types from public;
alter default privileges for role plumbline_owner in schema door
  grant execute on functions to plumbline_door;
alter default privileges for role plumbline_owner in schema desk
  grant execute on functions to plumbline_desk;
alter default privileges for role plumbline_owner in schema operator
  grant execute on functions to plumbline_operator;
alter default privileges for role plumbline_owner in schema outbox
  grant execute on functions to plumbline_outbox;
alter default privileges for role plumbline_registrar in schema registrar
  grant execute on functions to plumbline_owner;
