-- Whether kiosks of an event print first and leave questions open, because many guests wait.

alter table events add column rush boolean not null default false;
