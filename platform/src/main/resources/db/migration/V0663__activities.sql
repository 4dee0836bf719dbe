create trigger raise_version before update on activity for each row execute function raise_version();
create trigger raise_version before update on activity_kind for each row execute function raise_version();
