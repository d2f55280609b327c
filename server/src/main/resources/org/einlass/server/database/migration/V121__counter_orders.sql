-- What an organiser wants of a desk's counter, until the desk says that it is so.
create table counter_orders (
    event      text not null,
    device     text not null,
    id         text not null,
    -- OPEN or CLOSED
    wanted     text not null,
    ordered_at bigint not null,
    primary key (event, device)
);
