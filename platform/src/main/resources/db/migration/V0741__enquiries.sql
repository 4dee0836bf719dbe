-- Whoever is erased is not kept in the past of a row either; that an enquiry was asked and answered, the trail of acts says.
drop trigger keep_history on enquiry;
delete from row_history where table_name = 'enquiry';
