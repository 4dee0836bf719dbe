-- How the files of the platform's own format write a day as exactly as it is known, and a period: one day, or two with a slash.
create function partial_date(day date, exactness text) returns text
  language sql stable parallel safe
  return to_char(day, case exactness when 'year' then 'YYYY' when 'month' then 'YYYY-MM' else 'YYYY-MM-DD' end);

create function partial_period(from_on date, to_on date, exactness text) returns text
  language sql stable parallel safe
  return concat_ws('/', partial_date(from_on, exactness),
                   nullif(partial_date(to_on, exactness), partial_date(from_on, exactness)));
