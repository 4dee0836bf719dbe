create trigger raise_version before update on membership_type for each row execute function raise_version();
create trigger raise_version before update on member_region for each row execute function raise_version();
