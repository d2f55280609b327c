-- Tells the devices of an event apart by a number that is given once: what desks count without a network, such as badges
-- of a function, carries it.
alter table devices add column number integer;
update devices set number =
    (select count(*) from devices other where other.event = devices.event and other.id <= devices.id);
create unique index devices_number on devices (event, number);
