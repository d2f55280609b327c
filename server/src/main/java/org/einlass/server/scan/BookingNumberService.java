package org.einlass.server.scan;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.einlass.contract.code.BookingNumber;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.CodeKind;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.registration.Attendee;
import org.einlass.contract.search.NameFolding;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.einlass.server.device.GuessBucket;
import org.einlass.server.device.GuessBucketTable;
import org.einlass.server.event.EventDocument;
import org.einlass.server.event.EventTable;
import org.einlass.server.event.UnknownEventOrDoor;
import org.einlass.server.registration.CodeTable;
import org.einlass.server.registration.Registration;
import org.einlass.server.registration.RegistrationTable;

/**
 * Whoever has forgotten the ticket checks in by booking number and family name: a right pair is answered with the
 * ticket's code, which the device then scans as if it had read it. What is wrong is answered with nothing, and so is
 * everything for a while after too many wrong pairs of one device or of all devices of the event; nobody hears which.
 * Any thread may call it.
 */
public final class BookingNumberService {
    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Store store;
    private final CodeTable codeTable;
    private final Clock clock;

    public BookingNumberService(Store store, CodeTable codeTable, Clock clock) {
        this.store = store;
        this.codeTable = codeTable;
        this.clock = clock;
    }

    /**
     * The newest valid ticket of a registration.
     *
     * @param number as it was typed
     * @param familyName as it was typed, with or without particle and given name, however umlauts are written
     * @return empty where the pair is wrong, the brake holds, or the event does not allow it
     */
    public CompletionStage<Optional<Code>> ticket(EventId event, DeviceId device, String number, String familyName) {
        return store.write(WriteKey.of(event), transaction -> ticket(transaction, event, device, number, familyName));
    }

    private Optional<Code> ticket(
            Transaction transaction, EventId event, DeviceId device, String number, String familyName) {
        EventDocument document = EventTable.document(transaction.handle(), event)
                .orElseThrow(() -> new UnknownEventOrDoor(UnknownEventOrDoor.Kind.EVENT));
        Optional<BookingNumber> parsed = BookingNumber.parse(number);
        if (!document.allowsBookingNumbers() || parsed.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (NumberBrakeTable.holds(transaction.handle(), event, device, now)) {
            tellOrganisers(transaction, event, device, now);
            return Optional.empty();
        }
        if (NumberBrakeTable.holdsAll(transaction.handle(), event, now)) {
            return Optional.empty();
        }
        Optional<Code> found = RegistrationTable.ofBookingNumber(transaction.handle(), event, parsed.get())
                .filter(one -> isFamily(one.particulars().attendee(), familyName))
                .map(Registration::id)
                .flatMap(id -> codeTable.newest(transaction.handle(), event, id, CodeKind.TICKET));
        if (found.isEmpty()) {
            NumberBrakeTable.missed(transaction.handle(), event, device, now);
        }
        return found;
    }

    /** The list of devices names it; the device's wrong codes are counted apart, and none of them is lost by this. */
    private static void tellOrganisers(Transaction transaction, EventId event, DeviceId device, Instant now) {
        GuessBucket ofCodes = Objects.requireNonNull(GuessBucketTable.of(transaction.handle(), event, List.of(device))
                .get(device));
        GuessBucketTable.put(transaction.handle(), event, Map.of(device, ofCodes.deferred(now)));
    }

    private static boolean isFamily(Attendee attendee, String typed) {
        if (attendee.isUnnamed()) {
            return false;
        }
        String family = attendee.familyName();
        String whole = attendee.particle() + family;
        return Stream.of(family, whole, attendee.givenName() + whole, whole + attendee.givenName())
                .map(BookingNumberService::key)
                .anyMatch(key(typed)::equals);
    }

    private static String key(String name) {
        return SIGNS.matcher(NameFolding.fold(name)).replaceAll("");
    }
}
