-- When the brake on wrong pairs of booking number and family name is full again. device: '' for all devices of the event
-- together. Without a row it is full. No names and no numbers stand here.
create table booking_number_brakes (
    event           text not null,
    device          text not null,
    full_at         bigint not null,
    primary key (event, device)
);
