-- Documents that disagree about a method whose steps became those of a template disagree about the template.
update question_record q set record_kind = 'plan-template'
 where q.record_kind = 'method' and exists (select from plan_template t where t.code = q.record_code);

create trigger raise_version before update on plan_template for each row execute function raise_version();
create trigger raise_version before update on plan_template_step for each row execute function raise_version();
