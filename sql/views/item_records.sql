-- The practice's own items, without their pictures.
create or replace view clinic.item_records
with (security_invoker)
as
select
  i.id, i.item, i.picture_words, i.version, p.display_name as added_by, i.added_at, i.retired_at
from clinic.items as i
  join clinic.practitioners as p on p.practice_id = i.practice_id and p.id = i.added_by
where i.practice_id = (select clinic.my_practice());
