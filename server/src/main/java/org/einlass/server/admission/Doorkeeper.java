package org.einlass.server.admission;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.einlass.contract.code.Code;
import org.einlass.contract.code.EventSalt;
import org.einlass.contract.code.LookupId;
import org.einlass.contract.code.PresentedCode;
import org.einlass.contract.code.ScannedText;
import org.einlass.contract.id.DeviceId;
import org.einlass.contract.id.EventId;
import org.einlass.contract.id.RegistrationId;
import org.einlass.contract.wire.JournalReceipt;
import org.einlass.contract.wire.ScanAnswer;
import org.einlass.contract.wire.ScanQuestion;
import org.einlass.server.database.Seal;
import org.einlass.server.database.Store;
import org.einlass.server.database.Transaction;
import org.einlass.server.database.WriteKey;
import org.jdbi.v3.core.Handle;

/**
 * The server's side of every door: answers scans once and for ever, and takes what devices report.
 *
 * <p>Any thread may call it; nothing blocks longer than a look at the event's plan. The stages are completed after the
 * commit, on a thread of the store, or exceptionally with {@link UnknownPlace}, {@link ReusedId} or
 * {@link org.einlass.server.database.StoreUnavailable}.
 */
public final class Doorkeeper {
    private final Store store;
    private final Clock clock;
    private final Plans plans = new Plans(JournalJson.mapper());
    private final Map<EventId, EventSalt> salts = new ConcurrentHashMap<>();
    private final Facts facts = new Facts();
    private final Devices devices = new Devices();
    private final Answering answering;
    private final Reporting reporting;
    private final Consequences consequences;
    private final Claims claims = new Claims();
    private final Dossiers dossiers;
    private final SetAsides setAsides = new SetAsides();

    /** @param clock is read in milliseconds, as the tables keep them: an answer read back is the same to the letter */
    public Doorkeeper(Store store, Seal seal, Clock clock) {
        this.store = store;
        this.clock = Clock.tick(clock, Duration.ofMillis(1));
        Codes codes = new Codes(seal);
        Answers answers = new Answers();
        Standings standings = new Standings();
        Presences presences = new Presences();
        HeadCounts headCounts = new HeadCounts();
        Boots boots = new Boots();
        Conflicts conflicts = new Conflicts();
        Letters letters = new Letters(new LetterKeys(seal));
        Filer filer = new Filer(codes);
        dossiers = new Dossiers(facts, letters);
        Evidence evidence = new Evidence(facts, answers, dossiers);
        Projection projection = new Projection(evidence, standings, presences, headCounts, conflicts, claims, dossiers);
        Newcomers newcomers = new Newcomers(facts, letters, codes);
        consequences = new Consequences(facts, answers, claims, boots, conflicts, filer, codes, newcomers, projection);
        Room room = new Room(headCounts, presences, answers);
        Asking asking = new Asking(new CodeKeys(seal), standings, claims, room);
        answering = new Answering(
                this.clock, plans, answers, facts, new Quarantine(), boots, consequences, asking, new Badges(codes));
        reporting = new Reporting(facts, answers, boots, filer, letters, consequences);
    }

    /** Answers a scan. The same question gets the same answer for ever; of a badge, its newest state. */
    public CompletionStage<ScanAnswer> ask(EventId event, DeviceId device, ScanQuestion scan) {
        ScannedText text = ScannedText.of(scan.code());
        EventSalt salt = salt(event);
        LookupId lookup = text instanceof PresentedCode code ? salt.lookupId(code) : null;
        Question question = new Question(event, device, scan, text instanceof Code ours ? ours : null, lookup);
        WriteKey key = new WriteKey(
                event.text(), lookup == null ? "" : lookup.hex(), scan.door().text());
        return store.write(key, answering, question).thenApply(Supplier::get);
    }

    /** An event's salt never changes; it is looked up once. */
    private EventSalt salt(EventId event) {
        EventSalt known = salts.get(event);
        if (known != null) {
            return known;
        }
        EventSalt salt = store.read(handle -> plans.find(handle, event))
                .orElseThrow(() -> new UnknownPlace(UnknownPlace.Kind.EVENT))
                .salt();
        salts.put(event, salt);
        return salt;
    }

    /**
     * Takes a report: entries in any order, as often as the device likes, each with its own fate.
     *
     * @throws BadReport where the frame of the report cannot be understood; nothing of it was taken
     */
    public CompletionStage<JournalReceipt> report(EventId event, DeviceId device, JsonNode report) {
        return report(event, device, false, report);
    }

    /**
     * Takes a report as above.
     *
     * @param withdrawn whether the sender holds a token that was withdrawn: what it reports is kept in quarantine
     */
    public CompletionStage<JournalReceipt> report(EventId event, DeviceId device, boolean withdrawn, JsonNode report) {
        IncomingReport incoming = IncomingReport.of(report);
        salt(event);
        WriteKey key = new WriteKey(event.text(), "", device.text());
        return store.write(key, transaction -> {
            Handle handle = transaction.handle();
            Plan plan = plans.of(transaction, event);
            boolean revoked = withdrawn || devices.isRevoked(handle, event, device);
            return reporting.take(transaction, plan, device, revoked, incoming, clock.instant());
        });
    }

    /**
     * Sets aside all facts of a device from a moment on, and the claims behind them: they count no more, and none is
     * lost. Setting aside from another moment replaces the first.
     */
    public CompletionStage<Integer> setAside(EventId event, DeviceId device, Instant from, String operator) {
        return store.writeAlone(new WriteKey(event.text(), "", device.text()), transaction -> {
            Handle handle = transaction.handle();
            Instant now = clock.instant();
            Plan plan = plans.find(handle, event).orElseThrow(() -> new UnknownPlace(UnknownPlace.Kind.EVENT));
            setAsides.put(handle, event, device, from, operator, now);
            claims.releaseFrom(handle, event, device, from, now);
            Touched touched = new Touched();
            consequences.touchAll(handle, event, device, touched);
            consequences.follow(transaction, plan, touched, now);
            return touched.subjects().size();
        });
    }

    /**
     * Tells, in the transaction that adds a code to a registration or leads it to another one, that scans made with the
     * code before concern this registration.
     */
    public void codeLeadsTo(Transaction transaction, EventId event, LookupId lookup, RegistrationId registration) {
        Handle handle = transaction.handle();
        if (!facts.hasCode(handle, event, lookup)) {
            return;
        }
        Plan plan = plans.find(handle, event).orElseThrow(() -> new UnknownPlace(UnknownPlace.Kind.EVENT));
        Touched touched = new Touched();
        consequences.adopt(handle, event, lookup, registration.toString(), touched);
        consequences.follow(transaction, plan, touched, clock.instant());
    }

    /**
     * Tells, in the transaction that changes an event, that its phase may be another one: what desks practised counts
     * while it is practised only, and badges that were printed in practice are still to be printed.
     */
    public void eventChanged(Transaction transaction, EventId event) {
        Handle handle = transaction.handle();
        Plan plan = plans.read(handle, event);
        Touched touched = new Touched();
        dossiers.subjects(handle, event).forEach(touched::subject);
        facts.printedOutside(handle, event, plan.phase()).forEach(touched::subject);
        consequences.follow(transaction, plan, touched, clock.instant());
    }

    /**
     * Tells, in the transaction that changes a registration, that somebody did: a list that repeats what it said before
     * takes nothing back that a desk put right.
     */
    public void registrationChanged(Transaction transaction, EventId event, RegistrationId registration) {
        Handle handle = transaction.handle();
        if (!dossiers.concern(handle, event, registration.toString(), List.of())) {
            return;
        }
        Plan plan = plans.find(handle, event).orElseThrow(() -> new UnknownPlace(UnknownPlace.Kind.EVENT));
        Touched touched = new Touched();
        touched.subject(registration.toString());
        consequences.follow(transaction, plan, touched, clock.instant());
    }
}
