package org.einlass.server.account;

import java.text.Normalizer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The people who may sign in, and their roles. */
public final class PersonTable {
    /** Where a role in every event stands. */
    private static final String EVERYWHERE = "";

    private PersonTable() {}

    /** The name as it is compared: case, width and accidental blanks make no other person. */
    public static String nameKey(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
        return plain.toLowerCase(Locale.ROOT);
    }

    public static void add(Handle handle, PersonId id, String name, Instant now) {
        handle.createUpdate("""
                        insert into people (id, name, name_key, created_at) values (:id, :name, :key, :now)
                        """)
                .bind("id", id.toString())
                .bind("name", name)
                .bind("key", nameKey(name))
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** Who has this name, blocked or not. */
    public static Optional<PersonId> named(Handle handle, String name) {
        return handle.createQuery("select id from people where name_key = :key")
                .bind("key", nameKey(name))
                .map((row, context) -> PersonId.of(row.getString("id")))
                .findOne();
    }

    /** The person with all roles; empty for a blocked one. */
    public static Optional<Person> find(Handle handle, PersonId id) {
        Map<String, Role> roles = roles(handle, id);
        @Nullable Role everywhere = roles.remove(EVERYWHERE);
        return handle.createQuery("select name, totp from people where id = :id and blocked_at is null")
                .bind("id", id.toString())
                .map((row, context) ->
                        new Person(id, row.getString("name"), everywhere, roles, row.getString("totp") != null))
                .findOne();
    }

    /** Everybody who is not blocked, by name. */
    public static List<Person> all(Handle handle) {
        return handle
                .createQuery("select id from people where blocked_at is null order by name_key")
                .map((row, context) -> PersonId.of(row.getString("id")))
                .list()
                .stream()
                .flatMap(id -> find(handle, id).stream())
                .toList();
    }

    /** What everybody is called who may sign in, or could once. */
    public static Map<PersonId, String> names(Handle handle) {
        Map<PersonId, String> names = new HashMap<>();
        handle.createQuery("select id, name from people")
                .map((row, context) -> Map.entry(PersonId.of(row.getString("id")), row.getString("name")))
                .forEach(person -> names.put(person.getKey(), person.getValue()));
        return names;
    }

    /** How many may sign in. */
    public static int count(Handle handle) {
        return handle.createQuery("select count(*) from people where blocked_at is null")
                .mapTo(Integer.class)
                .one();
    }

    /** Gives the person these roles and no others. */
    public static void setRoles(Handle handle, PersonId id, @Nullable Role everywhere, Map<String, Role> roles) {
        handle.createUpdate("delete from person_roles where person = :id")
                .bind("id", id.toString())
                .execute();
        Map<String, Role> all = new TreeMap<>(roles);
        if (everywhere != null) {
            all.put(EVERYWHERE, everywhere);
        }
        all.forEach((event, role) -> handle.createUpdate(
                        "insert into person_roles (person, event, role) values (:id, :event, :role)")
                .bind("id", id.toString())
                .bind("event", event)
                .bind("role", role.name())
                .execute());
    }

    /** Lets the person in no more. @return whether there was such a person who was let in until now */
    public static boolean block(Handle handle, PersonId id, Instant now) {
        return handle.createUpdate("update people set blocked_at = :now where id = :id and blocked_at is null")
                        .bind("now", now.toEpochMilli())
                        .bind("id", id.toString())
                        .execute()
                == 1;
    }

    private static Map<String, Role> roles(Handle handle, PersonId id) {
        Map<String, Role> roles = new HashMap<>();
        handle.createQuery("select event, role from person_roles where person = :id")
                .bind("id", id.toString())
                .map((row, context) -> Map.entry(row.getString("event"), Role.valueOf(row.getString("role"))))
                .forEach(role -> roles.put(role.getKey(), role.getValue()));
        return roles;
    }

    /** What was kept by {@link #setPassword}; empty for a blocked person and one who has chosen none yet. */
    public static Optional<String> password(Handle handle, PersonId id) {
        return handle.createQuery("""
                        select password from people
                        where id = :id and blocked_at is null and password is not null
                        """)
                .bind("id", id.toString())
                .mapTo(String.class)
                .findOne();
    }

    /** Replaces the password; {@code sealed} is the hash, sealed for {@code id}. */
    public static void setPassword(Handle handle, PersonId id, String sealed) {
        handle.createUpdate("update people set password = :password where id = :id")
                .bind("password", sealed)
                .bind("id", id.toString())
                .execute();
    }

    /**
     * Gives the role of an organiser in every event, and lets in again who was blocked or lost the second
     * factor.
     */
    public static void makeOrganiser(Handle handle, PersonId id) {
        handle.createUpdate("update people set blocked_at = null, totp = null, totp_pending = null where id = :id")
                .bind("id", id.toString())
                .execute();
        handle.createUpdate("""
                        insert into person_roles (person, event, role) values (:id, :event, 'ORGANISER')
                        on conflict (person, event) do update set role = excluded.role
                        """)
                .bind("id", id.toString())
                .bind("event", EVERYWHERE)
                .execute();
    }

    /** Whether anybody can look after everything here by signing in. */
    public static boolean hasOrganiser(Handle handle) {
        return handle.createQuery("""
                        select count(*) from person_roles r join people p on p.id = r.person
                        where r.event = :event and r.role = 'ORGANISER' and p.blocked_at is null
                            and p.password is not null
                        """)
                        .bind("event", EVERYWHERE)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
