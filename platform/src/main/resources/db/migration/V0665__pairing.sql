create trigger raise_version before update on pairing_round for each row execute function raise_version();
