-- What somebody answered about photographs: empty where nobody answered, and then no consent is recorded.
alter table registrations add column photographs text not null default ''
    check (photographs in ('', 'YES', 'NO'));
