-- Until when a device bars the badge, by the device's clock: so that a later bar after as many wrong PINs is heard, too.
alter table helper_locks add column barred_until bigint not null default 0;
