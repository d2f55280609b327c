-- Telephone numbers come with lists, too, and are taken back with them: they stand beside the other details.
alter table registration_details add column phone text not null default '';

insert into registration_details
    (event, registration, delegation, accreditation, access_needs, access_consent, staff_hint, answers, phone)
select event, registration, '', null, '', false, '', '{}', phone from registration_phones where true
on conflict (event, registration) do update set phone = excluded.phone;

delete from registration_phones;
