-- On which printer an enrolled device prints badges, as the device's own setting writes it; null where nobody said so.
alter table enrolments add column printer text;
