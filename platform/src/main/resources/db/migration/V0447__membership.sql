create trigger raise_version before update on member for each row execute function raise_version();
