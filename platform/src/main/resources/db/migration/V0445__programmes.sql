create trigger raise_version before update on programme for each row execute function raise_version();
create trigger raise_version before update on programme_group for each row execute function raise_version();
