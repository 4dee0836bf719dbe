create trigger raise_version before update on question for each row execute function raise_version();
