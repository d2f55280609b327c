-- A place whose person is still to be named has no family name; lists wrote "N. N." until now, which badges would print.
update registrations set family_name = '', version = version + 1 where family_name = 'N. N.' and given_name = '';
