-- One list, or taking one back, at a time for an event: a list is compared with everybody who is registered, and whoever
-- is just going would count as known. Of several that an older server left open, the newest is taken back; the others
-- count as done, so that an organiser sees and can undo them.
update imports set state = 'DONE'
where state <> 'DONE' and undone_at is null and exists (
    select 1 from imports later
    where later.event = imports.event and later.id > imports.id and later.state <> 'DONE' and later.undone_at is null);
create unique index imports_open on imports (event) where state <> 'DONE' and undone_at is null;

-- Counted up within the event: whatever the clock says, which import came after which.
alter table imports add column number bigint not null default 0;
update imports set number = (
    select count(*) from imports earlier
    where earlier.event = imports.event
        and (earlier.imported_at < imports.imported_at
            or (earlier.imported_at = imports.imported_at and earlier.id <= imports.id)));

-- By what else a list may know somebody, before the import said more: own key, mail address and order position.
alter table import_rows add column keys_changed boolean not null default false;
alter table import_rows add column key_before text;
alter table import_rows add column mail_before text;
alter table import_rows add column position_before text;

-- The registration's version before the import. Where that is undone, the imports before it stand as they did.
alter table import_rows add column version_before bigint not null default 0;
