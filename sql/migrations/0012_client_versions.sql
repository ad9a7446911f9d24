-- Which of two who correct a client at once has read what the other wrote.

alter table clinic.clients add column version integer not null default 1;

-- Counts the changes of a client's details, whoever makes them: an edit, a merge, or taking one of these back.
create function clinic.count_version()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  new.version := old.version + 1;
  return new;
end
$$;

create trigger clients_version
  before update of full_name, email, phone, birth_date on clinic.clients
  for each row execute function clinic.count_version();
