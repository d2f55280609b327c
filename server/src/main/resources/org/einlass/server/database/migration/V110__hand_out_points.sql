-- A door without an area is a hand-out point: it says what is given there, or what comes back. Both tables are made anew,
-- because an area had to be named until now.
create table device_doors_kept as select event, device, door from device_doors;
drop table device_doors;

create table doors_new (
    event           text not null references events (id),
    id              text not null,
    title_german    text not null,
    title_english   text not null,
    area            text,
    direction       text not null check (direction in ('ENTRY', 'EXIT')),
    scope           text not null,
    rule            text not null,
    rule_version    integer not null default 1,
    prints          boolean not null default false,
    version         bigint not null default 1,
    gives_german    text,
    gives_english   text,
    comes_back      boolean not null default false,
    primary key (event, id),
    foreign key (event, area) references areas (event, id),
    check ((area is null) = (gives_german is not null)),
    check ((gives_german is null) = (gives_english is null))
);
insert into doors_new (event, id, title_german, title_english, area, direction, scope, rule, rule_version, prints,
    version)
select event, id, title_german, title_english, area, direction, scope, rule, rule_version, prints, version from doors;
drop table doors;
alter table doors_new rename to doors;

create table device_doors (
    event           text not null,
    device          text not null,
    door            text not null,
    primary key (event, device, door),
    foreign key (event, device) references devices (event, id) on delete cascade,
    foreign key (event, door) references doors (event, id)
);
insert into device_doors (event, device, door) select event, device, door from device_doors_kept;
drop table device_doors_kept;
