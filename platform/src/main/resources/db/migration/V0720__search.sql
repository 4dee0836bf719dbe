-- An address that somebody wrote in other letters is looked up by its small ones.
create index search_document_url on search_document (lower(url));
