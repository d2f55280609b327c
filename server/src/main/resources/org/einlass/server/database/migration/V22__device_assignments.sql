-- Where a device was ever told to scan, and from when to when: what a kiosk showed before it was moved counts, however
-- late it is delivered. door: '' for every door of the event. to_at: null as long as the assignment holds. No reference
-- to doors: one that was taken away may still be reported about.
create table device_assignments (
    event           text not null,
    device          text not null,
    door            text not null,
    from_at         bigint not null,
    to_at           bigint,
    primary key (event, device, door, from_at),
    foreign key (event, device) references devices (event, id) on delete cascade
);

-- Since when nobody wrote down until now.
insert into device_assignments (event, device, door, from_at)
select d.event, d.id, coalesce(a.door, ''), 0
from devices d left join device_doors a on a.event = d.event and a.device = d.id;

-- What a person decided about an entry in quarantine, and why. An entry that was released is a fact besides.
alter table quarantine add column decision text check (decision in ('RELEASED', 'DISMISSED'));
alter table quarantine add column decided_at bigint;
alter table quarantine add column decided_by text;
alter table quarantine add column decided_because text;
