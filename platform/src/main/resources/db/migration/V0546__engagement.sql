create trigger raise_version before update on engagement for each row execute function raise_version();
