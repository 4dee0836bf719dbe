-- The passages of a step stay with it when the order of the steps changes.
update reference r set record_code = t.code || '/' || s.id
  from plan_template_step s join plan_template t on t.id = s.template
 where r.record_kind = 'plan-step' and r.record_code = t.code || '/' || s.position;
