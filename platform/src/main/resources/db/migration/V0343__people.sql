create trigger raise_version before update on post for each row execute function raise_version();
