-- Records who in the practice has reviewed the clinical content. The name is printed on every plan.
create or replace function desk.content_reviewed(reviewer text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_owner();
  update clinic.practices as p
  set content_reviewed_by = reviewer, content_reviewed_at = case when reviewer is not null then now() end
  where p.practice_id = (select clinic.my_practice());
  perform clinic.audit('content.reviewed', null, null);
end
$$;
