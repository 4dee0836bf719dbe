create trigger raise_version before update on agreement for each row execute function raise_version('public');
create trigger raise_version before update on plan_item for each row execute function raise_version();
