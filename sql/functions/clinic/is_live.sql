-- Whether the link of an invite still leads to its page: it is neither revoked nor past its time.
create or replace function clinic.is_live(invite clinic.invites)
returns boolean
language sql
stable
return invite.state <> 'revoked' and invite.expires_at > now();
