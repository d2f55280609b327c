package org.einlass.server.registration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.ExternalCode;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.grade.CodeGrade;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.server.database.DirectSql;
import org.einlass.server.database.ServerKey;
import org.einlass.server.database.Transaction;
import org.einlass.server.event.EventTable;
import org.jdbi.v3.core.Handle;

/**
 * Long codes of other ticket systems that can be guessed nevertheless. A shop that exports only its new bookings
 * shows one code at a time, so a list is judged together with the codes that are there already.
 */
public final class CountedUpCodes {
    /** So many codes of one length show whether they are counted up. */
    private static final int MOST_COMPARED = 2_000;

    private final CodeTable codeTable;

    CountedUpCodes(CodeTable codeTable) {
        this.codeTable = codeTable;
    }

    /** Codes that are there already, as long as one of these, and long enough to look safe one by one. */
    public List<ExternalCode> alike(Handle handle, EventId event, Collection<ExternalCode> codes) {
        Set<Integer> lengths = strong(codes).stream()
                .map(code -> code.text().getBytes(StandardCharsets.UTF_8).length)
                .collect(Collectors.toSet());
        List<ExternalCode> alike = new ArrayList<>();
        for (int length : lengths) {
            alike.addAll(ofLength(handle, event, length));
        }
        return strong(alike);
    }

    private List<ExternalCode> ofLength(Handle handle, EventId event, int length) {
        return handle.createQuery("""
                        select lookup, sealed from codes
                        where event = :event and kind = 'EXTERNAL' and registration is not null
                            and length(sealed) = :length
                        order by lookup limit :most
                        """)
                .bind("event", event.text())
                .bind("length", ServerKey.sealedLength(length))
                .bind("most", MOST_COMPARED)
                .map((row, context) -> codeTable.external(event, new LookupId(row.getString(1)), row.getString(2)))
                .list();
    }

    private static List<ExternalCode> strong(Collection<ExternalCode> codes) {
        return codes.stream()
                .filter(code -> CodeGrade.of(code) == CodeGrade.STRONG)
                .toList();
    }

    /** From now on devices know these codes, where they are there, as they know short ones. */
    public void mark(Transaction transaction, EventId event, Collection<ExternalCode> codes) {
        List<ExternalCode> strong = strong(codes);
        if (strong.isEmpty()) {
            return;
        }
        Handle handle = transaction.handle();
        EventSalt salt = EventTable.salt(handle, event).orElseThrow();
        Map<String, RegistrationId> found = new LinkedHashMap<>();
        DirectSql.listedTexts(
                handle,
                """
                with lookups (lookup) as (select asked.value ->> 0 from <list>)
                select c.lookup, c.registration from lookups l cross join codes c
                where c.event = ? and c.lookup = l.lookup and c.kind = 'EXTERNAL' and not c.counted_up
                    and c.registration is not null
                """,
                row -> found.put(row.getString(1), RegistrationId.of(row.getString(2))),
                strong.stream().map(code -> salt.lookupId(code).hex()).toList(),
                event.text());
        Map<RegistrationId, Long> versions = RegistrationQueries.versions(handle, event, Set.copyOf(found.values()));
        found.forEach((lookup, registration) -> {
            long version = versions.getOrDefault(registration, 1L);
            DirectSql.execute(
                    handle, "update codes set counted_up = true where event = ? and lookup = ?", event.text(), lookup);
            transaction.changed(
                    event, RegistrationIssuer.LOST_CODE, lookup + " " + registration + " " + lookup, version + 1);
        });
        versions.forEach((id, version) -> transaction.changed(event, "registration", id.toString(), version));
    }
}
