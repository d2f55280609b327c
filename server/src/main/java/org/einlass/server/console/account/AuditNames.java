package org.einlass.server.console.account;

import java.util.Map;
import org.einlass.server.audit.AuditEntry;
import org.einlass.server.console.Reader;

/**
 * How a reader calls those whom the audit trail knows by ids only. Nobody's registration is named: its id stands
 * there, and leads to its page.
 *
 * @param people names of whoever may sign in, or could once, by their ids
 * @param programs names of tokens by their ids; one that is revoked has none
 * @param devices titles of devices by their ids, of one event
 * @param helpers names of helpers by their ids, of one event
 */
record AuditNames(
        Reader reader,
        Map<String, String> people,
        Map<String, String> programs,
        Map<String, String> devices,
        Map<String, String> helpers) {
    private static final int TAIL = 6;
    private static final String PERSON = "person:";
    private static final String PROGRAM = "token:";
    private static final String DEVICE = "device:";

    /** Who did it. */
    String author(String author) {
        if (author.startsWith(PERSON)) {
            return named(people, author.substring(PERSON.length()), "audit.person");
        }
        if (author.startsWith(PROGRAM)) {
            return reader.say("audit.program", named(programs, author.substring(PROGRAM.length()), "audit.token"));
        }
        if (author.startsWith(DEVICE)) {
            String id = author.substring(author.indexOf('/') + 1);
            return devices.getOrDefault(id, id);
        }
        return reader.sayOr("audit.author." + author, author);
    }

    /** To whom or what it was done; an empty text where the line names nothing. */
    String subject(AuditEntry entry) {
        String subject = entry.subject();
        if (isRegistration(entry)) {
            return reader.say("audit.registration", tail(subject));
        }
        if (people.containsKey(subject)) {
            return people.get(subject);
        }
        if (programs.containsKey(subject)) {
            return programs.get(subject);
        }
        if (helpers.containsKey(subject)) {
            return helpers.get(subject);
        }
        String device = subject.contains("/") ? subject.substring(0, subject.indexOf('/')) : subject;
        return devices.getOrDefault(device, reader.sayOr("audit.about." + subject, subject));
    }

    /** Whether the line is about one registration, whose id is its subject. */
    static boolean isRegistration(AuditEntry entry) {
        return switch (entry.action()) {
            case "TICKET_READ",
                    "TICKET_CODE_REISSUED",
                    "REGISTRATION_READ",
                    "REGISTRATION_CHANGED",
                    "REGISTRATION_SUBSTITUTED",
                    "REGISTRATION_DELETED",
                    "WALK_IN_REGISTERED" -> !entry.subject().isEmpty();
            default -> false;
        };
    }

    private String named(Map<String, String> names, String id, String otherwise) {
        String name = names.get(id);
        return name == null ? reader.say(otherwise, tail(id)) : name;
    }

    /** What tells two ids of one moment apart. */
    private static String tail(String id) {
        return id.substring(Math.max(0, id.length() - TAIL));
    }
}
