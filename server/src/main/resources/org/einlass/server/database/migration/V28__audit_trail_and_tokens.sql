-- Who did what when; rows are added and never changed. Ids only, no names. author: "person:", "device:" or "token:" with
-- an id, "nobody", or "server". action is not checked: later programs know more of them. event: empty beside all events.
create table audit_entries (
    id              text primary key,
    at              bigint not null,
    author          text not null,
    action          text not null,
    event           text not null,
    subject         text not null
);
create index audit_entries_by_time on audit_entries (at, id);
create index audit_entries_by_event on audit_entries (event, at, id);

-- Tokens of programs: the only event they may touch, and when they end. Those of old touch all and never end.
alter table accounts add column event text;
alter table accounts add column expires_at bigint;
