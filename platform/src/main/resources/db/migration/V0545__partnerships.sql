create trigger raise_version before update on partnership for each row execute function raise_version();
