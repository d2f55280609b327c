-- Whether a long code of another ticket system can be guessed, because its list counts it up. Of short ones nothing is
-- kept: their length says it.
alter table codes add column counted_up boolean not null default false;
create index codes_counted_up on codes (event) where counted_up;
