-- Returns whether the link of an invite still opens its page: the invite is neither revoked nor expired.
create or replace function clinic.is_live(invite clinic.invites)
returns boolean
language sql
stable
return invite.state <> 'revoked' and invite.expires_at > statement_timestamp();
