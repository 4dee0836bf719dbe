create trigger raise_version before update on participant for each row execute function raise_version();
create trigger raise_version before update on profile_line for each row execute function raise_version();
