-- The counters that are open: a desk repeats it while it is, and takes its row away when it closes.
create table counters (
    event           text not null,
    device          text not null,
    name            text not null,
    seen_at         bigint not null,
    primary key (event, device)
);
-- Guests whom kiosks sent to a counter, until they are served or ten minutes have passed. No foreign key: the scan may
-- be reported later than its guest is sent.
create table counter_guests (
    event           text not null,
    scan            text not null,
    counter         text not null,
    kiosk           text not null,
    cause           text not null,
    refusal         text,
    sent_at         bigint not null,
    primary key (event, scan)
);
