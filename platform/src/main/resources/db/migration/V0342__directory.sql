create trigger raise_version before update on organisation for each row execute function raise_version();
