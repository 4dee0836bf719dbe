create trigger raise_version before update on network_settings for each row execute function raise_version();
